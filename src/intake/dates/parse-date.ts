import { namedDate } from './date-names';
import { dateNumber } from './date-numbers';
import { DOTTED, EMPTY, fixedDate, NO_FORM, ROC, ROC_YEARS, SHORT, YEAR_FIRST, YEAR_LAST, type DateParts } from './date-forms';
import { withoutInvisible } from '../decoding/invisible-letters';
import { clockBehind } from './parse-clock';

/** Three numbers with one mark between them, perhaps with a weekday before or behind them, and a time of day. */
const NUMERIC = /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:\s?\([\p{L}.]{1,9}\))?(?:(?:\s-\s|[T\s,])\s*(.+))?$/iu;
const WEEKDAY = /^\p{L}{2,10}\.?,?\s+(?=\d)/u;
/** Longer cells are no dates. */
const LONGEST = 120;
const NONE: DateParts = { form: NO_FORM, a: 0, b: 0, c: 0, second: -1 };

/** Takes a date cell apart. What cannot be a date in any order has the form NO_FORM. The day is the one written, whatever zone stands behind it. */
export function parseDate(cell: string): DateParts {
  return isoParts(cell) ?? looseParts(cell);
}

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` without a regular expression: nearly all files have it, on a million rows. */
function isoParts(cell: string): DateParts | null {
  const length = cell.length;
  if ((length !== 10 && length !== 19) || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return null;
  const year = digits(cell, 0, 4);
  const b = digits(cell, 5, 7);
  const c = digits(cell, 8, 10);
  if (year < 1000 || b < 0 || c < 0) return null;
  if (length === 10) return { form: YEAR_FIRST, a: year, b, c, second: -1 };
  if (!/[\sT]/i.test(cell[10]!) || cell.charCodeAt(13) !== 58 || cell.charCodeAt(16) !== 58) return null;
  const hour = digits(cell, 11, 13);
  const minute = digits(cell, 14, 16);
  const second = digits(cell, 17, 19);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return null;
  return { form: YEAR_FIRST, a: year, b, c, second: hour * 3600 + minute * 60 + Math.min(second, 59) };
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function looseParts(cell: string): DateParts {
  const bare = cell.length > LONGEST ? cell.trim() : cell;
  if (bare.length > LONGEST) return NONE;
  const text = withoutInvisible(bare.normalize('NFKC'))
    .trim()
    .replace(/^=?["'\s]+|["\s]+$/g, '');
  if (text === '') return { ...NONE, form: EMPTY };
  return numericDate(text) ?? dateNumber(text) ?? namedDate(text) ?? NONE;
}

function numericDate(text: string): DateParts | null {
  const m = NUMERIC.exec(text.replace(WEEKDAY, '').replace(/^(?:民國|民国|ROC)\s*(?=\d)/i, '0'));
  const second = m ? clockBehind(m[5]) : null;
  if (!m || second === null) return null;
  const [a, b, c] = [Number(m[1]), Number(m[3]), Number(m[4])];
  const [first, last] = [m[1]!.length, m[4]!.length];
  // Behind 民國 a zero was put, so that years of two digits stand out too.
  const republic = first === 3 || (first === 4 && a < 200);
  if (republic && last <= 2 && a > 0 && a < 200) return fixedDate(ROC, [a + ROC_YEARS, b, c], second);
  if (first === 4 && last <= 2) return { form: YEAR_FIRST, a, b, c, second };
  if (first <= 2 && last === 4) return { form: m[2] === '.' ? DOTTED : YEAR_LAST, a, b, c, second };
  return first <= 2 && last === 2 ? { form: SHORT, a, b, c, second } : null;
}
