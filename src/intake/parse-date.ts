import { dayFromYmd, isDate } from '../terms/day';
import { monthOfName } from './month-names';
import { parseClock } from './parse-clock';

/** Forms that a date can have before anyone has said in which order its parts stand. */
export const EMPTY = 0;
export const NO_FORM = 1;
/** 2024-03-05: `a` year, `b` and `c` in either order. */
export const YEAR_FIRST = 2;
/** 05/03/2024: `c` year. */
export const YEAR_LAST = 3;
/** 05/03/24: all two digits. */
export const SHORT = 4;
/** Only one reading (month by name, 年月日): `a` is the day number. */
export const FIXED = 5;
/** 20240305: `a` is the day number. */
export const COMPACT = 6;
/** A spreadsheet's day number in `a`. */
export const SERIAL = 7;
/** 05.03.2024: like YEAR_LAST, and dots with a year at the end always put the day first. */
export const DOTTED = 8;

/** No shop has an order from before: 0001-01-01, 1899-12-30 and 1900-01-01 are what programs write where there is no date. */
export const EARLIEST_YEAR = 1950;

export interface DateParts {
  form: number;
  a: number;
  b: number;
  c: number;
  /** Second of the day, -1 when there is none. */
  second: number;
}

const NUMERIC = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:(?:[T\s,]|\s-\s)\s*(.+))?$/i;
const HAN = /^(\d{4}|\d{2})年\s*(\d{1,2})月\s*(\d{1,2})[日号號]?\s*(?:[(（]?(?:星期|周|週)?[一二三四五六日天][)）]?)?\s*(.*)$/;
const DAY_NAMED =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[-/\s]*(?:de\s+)?(\p{L}{3,})\.?,?[-/\s]*(?:de\s+)?(\d{4}|\d{2})(?:[,\sT]\s*(.+))?$/iu;
const NAMED_DAY = /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?[-/\s]*(\d{1,2})(?:st|nd|rd|th)?,?[-/\s]+(\d{4})(?:[,\s]\s*(.+))?$/iu;

/** Takes a date cell apart. What cannot be a date in any order has the form NO_FORM. */
export function parseDate(cell: string): DateParts {
  return (
    isoParts(cell) ??
    looseParts(
      cell
        .normalize('NFKC')
        .replace(/^['\s]+/, '')
        .trim(),
    )
  );
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
  const hour = digits(cell, 11, 13);
  const minute = digits(cell, 14, 16);
  const second = digits(cell, 17, 19);
  if (
    cell.charCodeAt(13) !== 58 ||
    cell.charCodeAt(16) !== 58 ||
    hour < 0 ||
    hour > 23 ||
    minute < 0 ||
    minute > 59 ||
    second < 0 ||
    second > 60
  )
    return null;
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

function looseParts(text: string): DateParts {
  if (text === '') return { form: EMPTY, a: 0, b: 0, c: 0, second: -1 };
  return numericParts(text) ?? bareNumber(text) ?? namedParts(text) ?? { form: NO_FORM, a: 0, b: 0, c: 0, second: -1 };
}

function numericParts(text: string): DateParts | null {
  const m = NUMERIC.exec(text);
  if (!m) return null;
  const second = clockOf(m[5]);
  const [a, b, c] = [Number(m[1]), Number(m[3]), Number(m[4])];
  if (second === null) return null;
  if (m[1]!.length === 4 && m[4]!.length <= 2) return { form: YEAR_FIRST, a, b, c, second };
  if (m[1]!.length <= 2 && m[4]!.length === 4) return { form: m[2] === '.' ? DOTTED : YEAR_LAST, a, b, c, second };
  return m[1]!.length <= 2 && m[4]!.length === 2 ? { form: SHORT, a, b, c, second } : null;
}

/** YYYYMMDD (with HHMMSS), or the day number of a spreadsheet between 1954 and 2119. */
function bareNumber(text: string): DateParts | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2}):?(\d{2})?)?$/.exec(text);
  if (compact) {
    const clock = compact[4] ? parseClock(`${compact[4]}:${compact[5]}:${compact[6] ?? '00'}`) : -1;
    return fixed(COMPACT, Number(compact[1]), Number(compact[2]), Number(compact[3]), clock);
  }
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null;
  const serial = Number(text.replace(',', '.'));
  if (serial < 20_000 || serial > 80_000) return null;
  const day = Math.floor(serial);
  return { form: SERIAL, a: day, b: 0, c: 0, second: serial === day ? -1 : Math.min(Math.round((serial - day) * 86_400), 86_399) };
}

function namedParts(text: string): DateParts | null {
  const han = HAN.exec(text);
  if (han) return withClock(han[4], (second) => fixed(FIXED, fullYear(han[1]!), Number(han[2]), Number(han[3]), second));
  const day = DAY_NAMED.exec(text);
  if (day && monthOfName(day[2]!))
    return withClock(day[4], (second) => fixed(FIXED, fullYear(day[3]!), monthOfName(day[2]!), Number(day[1]), second));
  const named = NAMED_DAY.exec(text);
  if (!named || !monthOfName(named[1]!)) return null;
  return withClock(named[4], (second) => fixed(FIXED, Number(named[3]), monthOfName(named[1]!), Number(named[2]), second));
}

function withClock(text: string | undefined, make: (second: number) => DateParts | null): DateParts | null {
  const second = clockOf(text);
  return second === null ? null : make(second);
}

/** -1 when nothing follows the date, null when something follows that is no time. */
function clockOf(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return -1;
  const second = parseClock(text.replace(/^(?:at|um|à|@)\s+/i, ''));
  return second < 0 ? null : second;
}

function fixed(form: number, year: number, month: number, day: number, second: number): DateParts | null {
  return isDate(year, month, day) && year >= EARLIEST_YEAR ? { form, a: dayFromYmd(year, month, day), b: 0, c: 0, second } : null;
}

/** Two-digit years are 1969 to 2068, as POSIX has it. */
export function fullYear(year: string | number): number {
  const value = Number(year);
  return value >= 100 ? value : value + (value <= 68 ? 2000 : 1900);
}
