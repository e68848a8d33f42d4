import { headerWords } from './header-words';

/** Sorts of movement of points. A balance is what a member has, not what moved. */
export type Movement = 'earn' | 'redeem' | 'expire' | 'reverse' | 'adjust' | 'pending' | 'balance';

/** Words of a sort in the form of `headerWords`; a cell that holds one of them is of the sort. The first sort that fits counts. */
// prettier-ignore
const WORDS: readonly [Movement, readonly string[]][] = [
  ['pending', ['pending', 'locked', 'frozen', 'unconfirmed', 'on hold', 'awaiting', '冻结', '凍結', '待确认', '待確認', '待入账', '待入帳', '锁定', '鎖定', 'ausstehend', 'en attente']],
  // Points that come back because an order was cancelled are a correction in favour of the member, not points earned.
  ['adjust', ['restored', 'restore', 'returned to member', 'reinstated', 'redemption cancelled', 'redemption reversed', '退还', '退還', '返还', '返還', '退回', 'adjust', 'adjustment', 'adjusted', 'correction', 'manual', 'transfer', 'merge', 'migration', 'import', '调整', '調整', '补发', '補發', '人工', '转移', '轉移', 'korrektur', 'anpassung', 'ajustement']],
  ['reverse', ['reverse', 'reversed', 'reversal', 'revoke', 'revoked', 'void', 'voided', 'clawback', 'cancelled', 'canceled', 'refund', 'refunded', 'deducted', '撤销', '撤銷', '冲销', '沖銷', '冲正', '沖正', '扣回', '收回', '追回', '退货扣', '退貨扣', 'storno', 'storniert', 'annulé', 'annulation']],
  ['expire', ['expire', 'expired', 'expiry', 'expiration', 'lapsed', 'breakage', '过期', '過期', '到期', '失效', '逾期', '清零', '歸零', 'verfallen', 'abgelaufen', 'expiré']],
  ['redeem', ['redeem', 'redeemed', 'redemption', 'burn', 'burned', 'burnt', 'spend', 'spent', 'used', 'use', 'debit', 'reward claimed', '兑换', '兌換', '消费', '消費', '使用', '抵扣', '折抵', '核销', '核銷', '花费', '支出', '减少', '減少', '扣减', '扣減', 'eingelöst', 'einlösung', 'utilisé', 'dépensé']],
  ['earn', ['earn', 'earned', 'accrual', 'accrue', 'accrued', 'award', 'awarded', 'bonus', 'credit', 'collect', 'collected', 'gain', 'gained', 'signup', 'sign up', 'referral', 'birthday', 'purchase', 'order', 'issue', 'issued', 'welcome', '获得', '獲得', '累积', '累積', '累计', '累計', '赠送', '贈送', '奖励', '獎勵', '签到', '簽到', '增加', '收入', '发放', '發放', '积分奖励', '回饋', '注册', '註冊', '购物', '購物', 'gesammelt', 'gutschrift', 'gagné', 'crédit']],
  ['balance', ['balance', 'opening balance', 'snapshot', '余额', '餘額', '期初', 'saldo', 'solde']],
];

const BY_WORD = new Map(WORDS.flatMap(([movement, words]) => words.map((word) => [word, movement] as const)));
/** Words of one sort before those of the next, as far as a longer text may hold them. */
const WITHIN = WORDS.flatMap(([movement, words]) =>
  words.filter((word) => word.length > 3 || /\p{Script=Han}/u.test(word)).map((word) => [word, movement] as const),
);

/** Sorts that take points off whatever the sign they are written with. */
export const TAKES_OFF: readonly Movement[] = ['redeem', 'expire', 'reverse'];

/** The sort that a word stands for, or null when it is none that we know. "Points earned" and 消费积分 hold a word that is one. */
export function movementOf(text: string): Movement | null {
  const words = headerWords(text);
  const exact = BY_WORD.get(words);
  if (exact) return exact;
  const found = WITHIN.find(([word]) => (/\p{Script=Han}/u.test(word) ? words.includes(word) : ` ${words} `.includes(` ${word} `)));
  return found?.[1] ?? null;
}
