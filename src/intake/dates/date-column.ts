import { NO_DAY } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';
import { dayFromYmd, isDate, type Day } from '../../terms/day';
import type { DateOrder } from '../../terms/plan';
import {
  COMPACT,
  DOTTED,
  EARLIEST_YEAR,
  EMPTY,
  EPOCH,
  FIXED,
  FORMS,
  fullYear,
  ROC,
  SERIAL,
  SHORT,
  YEAR_FIRST,
  YEAR_LAST,
  type DateParts,
} from './date-forms';
import { parseDate } from './parse-date';
import { namesRepublic, rocParts } from './republic-years';

/** The dates of a column taken apart, one entry per different cell. */
export interface DateColumn {
  form: Uint8Array;
  a: Int32Array;
  b: Int16Array;
  c: Int16Array;
  second: Int32Array;
  /** How many different cells have each form. */
  forms: Uint32Array;
  /** Whether the column's name says that its day numbers count from 1904. */
  from1904: boolean;
}

/**
 * Takes apart each different cell of a column once; which order is meant is asked afterwards. `blank` has 1 for the cells that count as
 * empty. Years of the Republic of China are taken for such where the name of the column or another cell says so.
 */
export function dateColumn(texts: Dictionary, name = '', blank?: Uint8Array): DateColumn {
  const size = texts.size;
  const column: DateColumn = {
    form: new Uint8Array(size),
    a: new Int32Array(size),
    b: new Int16Array(size),
    c: new Int16Array(size),
    second: new Int32Array(size),
    forms: new Uint32Array(FORMS),
    from1904: /\b1904\b/.test(name),
  };
  for (let code = 0; code < size; code++) put(column, code, blank?.[code] ? NO_DATE : parseDate(texts.get(code)));
  if (column.forms[ROC]! > 0 || namesRepublic(name)) readAsRepublic(column, texts);
  return column;
}

const NO_DATE: DateParts = { form: EMPTY, a: 0, b: 0, c: 0, second: -1 };

function put(column: DateColumn, code: number, parts: DateParts): void {
  column.form[code] = parts.form;
  column.a[code] = parts.a;
  column.b[code] = parts.b;
  column.c[code] = parts.c;
  column.second[code] = parts.second;
  column.forms[parts.form]!++;
}

/** 99/12/31 beside 100/01/01, and 1130305, are dates of the Republic too. */
function readAsRepublic(column: DateColumn, texts: Dictionary): void {
  for (let code = 0; code < texts.size; code++) {
    const before = column.form[code]!;
    const parts = before === EMPTY || before === ROC ? null : rocParts(texts.get(code));
    if (!parts) continue;
    column.forms[before]!--;
    put(column, code, parts);
  }
}

/** Day of each different cell under an order; NO_DAY where the cell has none. */
export function daysUnder(column: DateColumn, order: DateOrder): Int32Array {
  const days = new Int32Array(column.form.length);
  for (let code = 0; code < days.length; code++) days[code] = dayUnder(column, code, order);
  return days;
}

/** From a spreadsheet's day number to ours: day 0 is 1899-12-30, since Excel counts a 29 February 1900; in old files for Macintosh 1904-01-01. */
const DAYS_BEFORE_1970 = 25_569;
const DAYS_FROM_1904 = 24_107;

function dayUnder(column: DateColumn, code: number, order: DateOrder): Day {
  const form = column.form[code]!;
  const a = column.a[code]!;
  const b = column.b[code]!;
  const c = column.c[code]!;
  if (form === YEAR_FIRST) return order === 'ydm' ? dayOrNone(a, c, b) : dayOrNone(a, b, c);
  if (form === FIXED || form === COMPACT || form === ROC) return a;
  if (form === SERIAL) return order === 'serial' ? a - DAYS_BEFORE_1970 : order === 'serial-1904' ? a - DAYS_FROM_1904 : NO_DAY;
  if (form === EPOCH) return order === 'epoch' ? a : NO_DAY;
  if (form === YEAR_LAST) return order === 'mdy' ? dayOrNone(c, a, b) : order === 'dmy' ? dayOrNone(c, b, a) : NO_DAY;
  if (form === DOTTED) return order === 'mdy' ? dayOrNone(c, a, b) : dayOrNone(c, b, a);
  if (form !== SHORT) return NO_DAY;
  if (order === 'ymd') return dayOrNone(fullYear(a), b, c);
  return order === 'mdy' ? dayOrNone(fullYear(c), a, b) : order === 'dmy' ? dayOrNone(fullYear(c), b, a) : NO_DAY;
}

function dayOrNone(year: number, month: number, day: number): Day {
  return year >= EARLIEST_YEAR && isDate(year, month, day) ? dayFromYmd(year, month, day) : NO_DAY;
}
