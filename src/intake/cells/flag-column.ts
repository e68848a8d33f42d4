import { NO_DAY } from '../../core/columns/batch';
import { FLAG_NO, FLAG_UNKNOWN, FLAG_YES } from '../../core/columns/records';
import type { Dictionary } from '../../core/columns/dictionary';
import type { Role } from '../../terms/role';
import { headerWords } from './header-words';
import { parseDecimal } from './parse-decimal';

/** Yes and no of a column, one entry per different cell. */
export interface FlagColumn {
  /** FLAG_YES, FLAG_NO or FLAG_UNKNOWN. */
  values: Uint8Array;
  /** Whether cells say yes by a time. */
  timed: boolean;
  /** Whether an empty cell says no: where nothing else does, of a thing that happens or does not. */
  blankIsNo: boolean;
}

// prettier-ignore
const YES = new Set([
  'yes', 'y', 'true', 't', '1', 'x', 'ok', 'on', 'checked', 'subscribed', 'subscriber', 'accepts', 'accepted', 'accept', 'opted in', 'opt in', 'optin', 'agreed', 'agree', 'granted', 'consented', 'active', 'confirmed',
  'delivered', 'opened', 'open', 'clicked', 'click', 'bounced', 'hard bounce', 'soft bounce', 'hard', 'soft', 'converted', 'purchased', 'bought', 'redeemed', 'used', 'sent', 'success',
  '是', '有', '对', '對', '同意', '已同意', '接受', '允许', '允許', '已订阅', '已訂閱', '订阅', '訂閱', '已打开', '已開啟', '打开', '開啟', '已点击', '已點擊', '点击', '點擊', '送达', '已送达', '送達', '已送達', '成功', '已读', '已讀', '已转化', '已轉換', '已购买', '已購買', '已使用', '退信', '已退信',
  'ja', 'j', 'oui', 'o', 'si', 'sí', 'wahr', 'vrai', 'angemeldet', 'abonniert', 'abonné',
]);
// prettier-ignore
const NO = new Set([
  'no', 'n', 'false', 'f', '0', 'off', 'unchecked', 'non subscribed', 'nonsubscribed', 'declined', 'refused', 'denied', 'rejected', 'withdrawn', 'revoked', 'inactive', 'cleaned', 'archived', 'never', 'failed', 'pending', 'suppressed',
  '否', '无', '無', '没有', '沒有', '不同意', '拒绝', '拒絕', '不接受', '失败', '失敗', 'nein', 'non', 'falsch', 'faux', 'abgemeldet', 'désabonné',
]);
/** Left the list: no consent, and yes where the column asks whether they left. */
const LEFT = new Set([
  'unsubscribed',
  'unsubscribe',
  'opted out',
  'opt out',
  'optout',
  '退订',
  '已退订',
  '取消订阅',
  '已取消订阅',
  '取消訂閱',
  '已取消訂閱',
  '退訂',
  '已退訂',
]);
const NEGATED = /^(?:not|un|non|nicht|pas|no) ?\p{L}|^(?:未|不|没|沒)/u;

/** Things that become of a message: an empty cell is a no. */
const EVENTS: readonly Role[] = ['delivered', 'opened', 'clicked', 'converted', 'bounced', 'unsubscribed'];

/**
 * Reads each different cell as yes or no: a word, a number (how often), or the time at which it happened.
 * @param days  day of each different cell, NO_DAY where it is none
 */
export function flagColumn(texts: Dictionary, blank: Uint8Array, days: Int32Array, role: Role): FlagColumn {
  const values = new Uint8Array(texts.size).fill(FLAG_UNKNOWN);
  let timed = false;
  let said = false;
  let refused = false;
  for (let code = 0; code < values.length; code++) {
    if (blank[code]) continue;
    values[code] = flagOf(texts.get(code), role);
    if (values[code] === FLAG_UNKNOWN && days[code] !== NO_DAY) {
      values[code] = FLAG_YES;
      timed = true;
    }
    said ||= values[code] === FLAG_YES;
    refused ||= values[code] === FLAG_NO;
  }
  const blankIsNo = (timed || EVENTS.includes(role)) && said && !refused;
  if (blankIsNo) for (let code = 0; code < values.length; code++) if (blank[code]) values[code] = FLAG_NO;
  return { values, timed, blankIsNo: blankIsNo && blank.includes(1) };
}

function flagOf(text: string, role: Role): number {
  const word = /^[✓✔√☑]$/.test(text.trim()) ? 'x' : /^[✗✘×☒]$/.test(text.trim()) ? 'no' : headerWords(text);
  if (LEFT.has(word)) return role === 'unsubscribed' ? FLAG_YES : FLAG_NO;
  if (role === 'unsubscribed' && /subscribed$/.test(word)) return FLAG_NO;
  if (YES.has(word)) return FLAG_YES;
  if (NO.has(word) || NEGATED.test(word)) return FLAG_NO;
  // How often a message was opened.
  const number = /^\d{1,6}(?:[.,]0+)?$/.test(text.trim()) ? parseDecimal(text, '.') : null;
  return number ? (number.mantissa > 0 ? FLAG_YES : FLAG_NO) : FLAG_UNKNOWN;
}

/** Share of some cells that say yes or no in words or as 0 and 1; 0 without cells. */
export function flagShare(cells: readonly string[], role: Role): number {
  return cells.length === 0 ? 0 : cells.filter((cell) => flagOf(cell, role) !== FLAG_UNKNOWN).length / cells.length;
}
