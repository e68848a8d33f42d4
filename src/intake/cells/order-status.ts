import type { Dictionary } from '../../core/columns/dictionary';
import { headerWords } from './header-words';

/** What a status says about a row. */
export const VALID = 0;
/** Cancelled, void, failed, not paid. */
export const CANCELLED = 1;
/** A sale whose money went back. */
export const REFUNDED = 2;
/** A sale of which a part went back; how much stands in a column of its own. */
export const PARTLY_REFUNDED = 3;
/** The row itself is a refund. */
export const REFUND_ROW = 4;
/** A word that is not in the table: taken as valid. */
export const UNKNOWN = 5;

// prettier-ignore
const WORDS: readonly { status: number; words: readonly string[] }[] = [
  { status: VALID, words: ['', 'paid', 'completed', 'complete', 'processing', 'fulfilled', 'shipped', 'delivered', 'payment', 'sale', 'charge', 'authorized', 'partially paid', 'closed', 'success', 'succeeded', 'approved', 'active', 'invoiced', 'partially fulfilled',
    '交易成功', '交易完成', '订单完成', '已完成', '已发货', '卖家已发货', '卖家已发货等待买家确认', '买家已付款等待卖家发货', '卖家部分发货', '部分发货', '待发货', '待收货', '待评价', '已收货', '配送中', '买家已付款', '等待卖家发货', '等待买家确认收货', '已付款', '已支付', '已签收', '完成', '已出貨', '待出貨', '待收貨', '運送中', '已取貨', '已送達', '已付款成功', '已完成訂單', '已發貨', 'bezahlt', 'abgeschlossen', 'versendet', 'payé', 'terminé', 'terminée', 'expédié',
    'cleared', 'shipped delivered to buyer', 'shipped picked up', 'unshipped', 'partially shipped', 'awaiting fulfillment', 'awaiting shipment', 'awaiting pickup', 'ready for pickup', 'released', 'delivering', '备货中', '等待出库', '等待确认收货', '已出库', '已发货待签收', '已发货待收货', '无售后或售后取消', '无售后', '售后关闭', '售后取消', '支付成功', '已下单', '待成团', '待發貨', '已收貨', '已完成付款', 'payment accepted', 'remote payment accepted', 'processing in progress', 'preparation in progress', 'on backorder paid', 'paiement accepté', 'zahlung eingegangen', '尚未出貨', '待出貨', '已出貨', '運送中'] },
  { status: CANCELLED, words: ['cancelled', 'canceled', 'voided', 'void', 'failed', 'pending', 'pending payment', 'unpaid', 'expired', 'draft', 'checkout draft', 'test', 'on hold', 'declined', 'denied', 'abandoned', 'trash', 'unavailable', 'awaiting payment', 'incomplete',
    '交易关闭', '已关闭', '已取消', '取消', '交易取消', '不成立', '订单取消', '等待买家付款', '待付款', '未付款', '付款失败', '交易關閉', '已關閉', '訂單取消', '待付款訂單', '付款失敗', '未支付', '待支付', 'storniert', 'abgebrochen', 'annulé', 'annulée', 'en attente',
    'uncaptured', 'blocked', 'requires payment method', 'requires action', 'requires capture', 'requires confirmation', 'unclaimed', 'uncleared', 'manual verification required', 'pending verification', 'suspected fraud', 'holded', '未发货退款成功', '已取消退款成功', '等待付款', '删除等待付款', '已删除', '锁定', '拼单失败', '未成团', '超时关闭', '退款后关闭', '待確認付款', 'ausstehend', 'abgelehnt', 'remboursement en attente', 'payment error', 'awaiting bank wire payment', 'awaiting check payment', 'awaiting cheque payment', 'awaiting cash on delivery validation', 'on backorder not paid', '不成立', 'erreur de paiement', '尚未付款'] },
  { status: REFUNDED, words: ['refunded', 'fully refunded', 'returned', 'chargeback', 'charged back', '已退款', '退款成功', '全额退款', '退款完成', '已退貨', '已退货', '全額退款', 'erstattet', 'remboursé', 'remboursée',
    'reversed', 'shipped returned to seller', 'returned to seller', '已发货退款成功', '已收货退款成功', '同意退款退款成功', '已全额退款', '退货退款成功', '全部退款', '退貨完成', '已全額退款'] },
  { status: PARTLY_REFUNDED, words: ['partially refunded', 'partly refunded', 'partial refund', '部分退款', 'teilweise erstattet', 'partiellement remboursé',
    'partially reversed', '部分退款成功', '部分退款完成'] },
  { status: REFUND_ROW, words: ['refund', 'credit note', 'credit memo', 'return', '退款', '退货', '退貨', 'gutschrift', 'erstattung', 'rückgabe', 'remboursement', 'avoir'] },
];

const BY_WORD = new Map(WORDS.flatMap(({ status, words }) => words.map((word) => [word, status] as const)));

/** Status of each different cell of a column. Shops write `wc-cancelled` and `Cancelled` for the same. `blank` has 1 for empty cells. */
export function statusColumn(texts: Dictionary, blank?: Uint8Array): Uint8Array {
  const statuses = new Uint8Array(texts.size);
  for (let code = 0; code < statuses.length; code++) {
    const words = blank?.[code] ? '' : headerWords(texts.get(code)).replace(/^wc /, '');
    statuses[code] = BY_WORD.get(words) ?? UNKNOWN;
  }
  return statuses;
}

/** Whether a text is a word that shops use for a status. */
export function isStatusWord(text: string): boolean {
  const words = headerWords(text).replace(/^wc /, '');
  return words !== '' && BY_WORD.has(words);
}
