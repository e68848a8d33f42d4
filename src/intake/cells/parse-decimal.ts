import { exactDecimal } from './exact-decimal';
import { withoutInvisible } from '../decoding/invisible-letters';
import { markedNumber, type MarkEvidence } from './number-marks';

/** A number as a file writes it: `mantissa / 10^scale`, exact. */
export interface Decimal {
  mantissa: number;
  scale: number;
  mark: MarkEvidence;
}

const WHOLE = /^-?\d{1,15}$/;
const CENTS = /^(-?\d{1,12})\.(\d{1,2})$/;
/** Signs and names of money, wherever they stand. */
const SIGNS =
  /"|[A-Z]{0,3}[$€£¥₩₹₽₺₫₴₱฿৳₦₪]|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|TWD|AUD|CAD|SGD|NZD|INR|PKR|IDR|MYR|THB|PHP|VND|KRW|AED|SAR|KWD|BHD|QAR|ILS|TRY|PLN|CZK|HUF|RON|SEK|NOK|DKK|MXN|BRL|ARS|CLP|COP|ZAR|NGN|EGP|NT|HK|US|CN|(?:kr|Rs|Rp|Fr|Kč|Ft|руб)\.?|RM|TL|zł|R)(?![A-Z])|[元圆圓円원]/giu;
/** `100,-` and `100.–`: a dash where the pence would stand is a price without pence, not one below zero. */
const NO_PENCE = /(\d)([.,])-{1,2}$/;
/** Longer cells are no numbers, and are not looked at closely. */
const LONGEST = 512;

/**
 * Reads a number in the forms that shops write: `1.234,56`, `1'234.56`, `1,23,456.78`, `(12.50)`, `12.50-`, `¥28`, full-width digits.
 * A share such as `5%` is no number: what it is a share of is not known. `hint` is the decimal mark for cells like `1.234`.
 *
 * @returns null for an empty cell, undefined for anything that is no number
 */
export function parseDecimal(cell: string, hint: '.' | ','): Decimal | null | undefined {
  // Nearly all cells have one of these two forms.
  if (WHOLE.test(cell)) return { mantissa: Number(cell) + 0, scale: 0, mark: 'none' };
  const cents = CENTS.exec(cell);
  if (cents) return { mantissa: Number(cents[1]! + cents[2]!) + 0, scale: cents[2]!.length, mark: '.' };
  const bare = cell.length > LONGEST ? cell.trim() : cell;
  if (bare.length > LONGEST) return undefined;
  const text = withoutInvisible(bare.normalize('NFKC')).trim();
  if (text === '') return null;
  const { body, negative } = signOf(
    text
      .replace(/^=(?=")/, '')
      .replace(/[\u2212\ufe63\u2010-\u2015]/g, '-')
      .replace(SIGNS, '')
      .trim()
      .replace(NO_PENCE, (_, digit: string, mark: string) => `${digit}${mark}00`),
  );
  const digits = withoutGroups(body);
  const power = /^([\d.,]+)e([+-]?\d{1,2})$/i.exec(digits);
  const plain = markedNumber(power ? power[1]! : digits, hint);
  if (!plain) return undefined;
  const scaled = exactDecimal(plain.digits, plain.scale - (power ? Number(power[2]) : 0));
  return scaled && { mantissa: negative ? 0 - scaled.mantissa : scaled.mantissa, scale: scaled.scale, mark: plain.mark };
}

/** Blanks and apostrophes between the thousands, or between the last three digits and pairs before them (India). */
const GROUPED = /^\d{1,3}(?:[\s'’`´]\d{2,3})*[\s'’`´]\d{3}(?:[.,]\d*)?$/;

/** Takes out what stands between groups of digits; where it stands anywhere else, these are two numbers, or none. */
function withoutGroups(body: string): string {
  if (!/[\s'’`´]/.test(body)) return body;
  return GROUPED.test(body) ? body.replace(/[\s'’`´]/g, '') : '';
}

function signOf(text: string): { body: string; negative: boolean } {
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
  const before = /^[+-]/.test(inner) ? inner[0]! : '';
  const after = inner.length > 1 && /[+-]$/.test(inner) ? inner.at(-1)! : '';
  if (before && after) return { body: '', negative: false };
  const negative = before === '-' || after === '-' || inner !== text;
  return { body: inner.slice(before.length, inner.length - after.length).trim(), negative };
}
