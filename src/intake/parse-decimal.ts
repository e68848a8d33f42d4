/** A number as a file writes it: `mantissa / 10^scale`, exact. */
export interface Decimal {
  mantissa: number;
  scale: number;
  /** What told the decimal mark: the mark itself, or `none` (no mark), or `unsure` (1.234 could be either). */
  mark: '.' | ',' | 'none' | 'unsure';
}

const WHOLE = /^-?\d{1,15}$/;
const CENTS = /^(-?\d{1,12})\.(\d{1,2})$/;
const SIGNS =
  /[\s'’`´"\u00a0\u202f]|[A-Z]{0,3}[$€£¥₩₹₽₺₫₴₱฿]|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|TWD|AUD|CAD|SGD|NZD|INR|PKR|IDR|MYR|THB|PHP|VND|KRW|AED|SAR|KWD|BHD|QAR|ILS|TRY|PLN|CZK|HUF|RON|SEK|NOK|DKK|MXN|BRL|ARS|CLP|COP|ZAR|NGN|EGP|NT|HK|US|CN|(?:kr|Rs|Rp|Fr)\.?|RM|TL|zł|R)(?![A-Z])|[元圆圓円]/giu;
/** `100,-` and `100.–`: a dash where the pence would stand is a price without pence, not one below zero. */
const NO_PENCE = /(\d)([.,])-{1,2}$/;

/**
 * Reads a number in the forms that shops write: `1.234,56`, `1'234.56`, `1,23,456.78`, `(12.50)`, `12.50-`, `¥28`, full-width digits.
 *
 * A last mark that is not followed by exactly three digits is the decimal mark whatever the column says; only `1.234` needs `hint`.
 * @returns null for an empty cell, undefined for anything that is no number
 */
export function parseDecimal(cell: string, hint: '.' | ','): Decimal | null | undefined {
  // Nearly all cells have one of these two forms.
  if (WHOLE.test(cell)) return { mantissa: Number(cell) + 0, scale: 0, mark: 'none' };
  const cents = CENTS.exec(cell);
  if (cents) return { mantissa: Number(cents[1]! + cents[2]!) + 0, scale: cents[2]!.length, mark: '.' };
  const text = cell.normalize('NFKC').trim();
  if (text === '') return null;
  const { body, negative } = signOf(
    text
      .replace(/[\u2212\ufe63\u2013\u2014]/g, '-')
      .replace(SIGNS, '')
      .replace(NO_PENCE, (_, digit: string, mark: string) => `${digit}${mark}00`),
  );
  const power = /^([\d.,]+)e([+-]?\d{1,2})$/i.exec(body);
  const plain = marked(power ? power[1]! : body, hint);
  if (!plain) return undefined;
  const scaled = exact(plain.digits, plain.scale - (power ? Number(power[2]) : 0));
  return scaled && { mantissa: negative ? 0 - scaled.mantissa : scaled.mantissa, scale: scaled.scale, mark: plain.mark };
}

function signOf(text: string): { body: string; negative: boolean } {
  const parenthesis = /^\((.*)\)$/.exec(text);
  const inner = parenthesis ? parenthesis[1]! : text;
  const sign = /^([+-]?)(.*?)([+-]?)$/.exec(inner)!;
  const both = sign[1] !== '' && sign[3] !== '';
  const minus = (sign[1] === '-' ? 1 : 0) + (sign[3] === '-' ? 1 : 0) + (parenthesis ? 1 : 0);
  return { body: both ? '' : sign[2]!, negative: minus > 0 };
}

/** Digits without marks and how many of them are decimals; null when marks stand where none can. */
function marked(body: string, hint: '.' | ','): { digits: string; scale: number; mark: Decimal['mark'] } | null {
  if (!/^\d*[.,\d]*\d[.,]?$/.test(body)) return null;
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  if (last < 0) return { digits: body, scale: 0, mark: 'none' };
  const mark = body[last] as '.' | ',';
  const whole = body.slice(0, last);
  const after = body.length - last - 1;
  const single = body.indexOf(mark) === last;
  const other = mark === '.' ? ',' : '.';
  const unsure = single && after === 3 && !whole.includes(other) && /^[1-9]\d{0,2}$/.test(whole);
  const decimal = single && (unsure ? mark === hint : true);
  const groups = decimal ? whole : body;
  if (!isGrouped(groups, decimal ? other : mark)) return null;
  return { digits: body.replace(/[.,]/g, ''), scale: decimal ? after : 0, mark: unsure ? 'unsure' : decimal ? mark : other };
}

/** Whether a whole number is grouped by threes, or by twos before the last three (India). */
function isGrouped(text: string, separator: string): boolean {
  if (/^\d*$/.test(text)) return true;
  const parts = text.split(separator);
  return parts.every((part, i) => (i === 0 ? /^\d{1,3}$/ : i === parts.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part));
}

/** Further decimals are nothing to any currency, and `scale` has to fit in a byte. */
const MOST_DECIMALS = 30;

/** The shortest exact form; decimals beyond 2^53 are rounded off, whole numbers beyond it are no amounts. */
function exact(digits: string, scale: number): { mantissa: number; scale: number } | undefined {
  let text = digits.replace(/^0+(?=\d)/, '');
  let left = scale;
  if (left < 0) {
    text += '0'.repeat(-left);
    left = 0;
  }
  while (left > 0 && text.length > 1 && text.endsWith('0')) {
    text = text.slice(0, -1);
    left--;
  }
  let up = false;
  while (left > 0 && (left > MOST_DECIMALS || text.length > 16 || Number(text) > Number.MAX_SAFE_INTEGER - 1)) {
    up = text.charCodeAt(text.length - 1) >= 53;
    text = text.slice(0, -1) || '0';
    left--;
  }
  const mantissa = Number(text) + (up ? 1 : 0);
  return mantissa > Number.MAX_SAFE_INTEGER ? undefined : { mantissa, scale: left };
}
