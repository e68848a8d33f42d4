import { NO_DAY } from '../core/columns/batch';
import type { Dictionary } from '../core/columns/dictionary';
import { dayFromYmd, isDate, type Day } from '../terms/day';
import type { DateOrder } from '../terms/plan';
import { COMPACT, DOTTED, EARLIEST_YEAR, FIXED, fullYear, parseDate, SERIAL, SHORT, YEAR_FIRST, YEAR_LAST } from './parse-date';

/** The dates of a column taken apart, one entry per different cell. */
export interface DateColumn {
  form: Uint8Array;
  a: Int32Array;
  b: Int16Array;
  c: Int16Array;
  second: Int32Array;
  /** How many different cells have each form. */
  forms: Uint32Array;
}

/** Takes apart each different cell of a column once; which order is meant is asked afterwards. */
export function dateColumn(texts: Dictionary): DateColumn {
  const size = texts.size;
  const column: DateColumn = {
    form: new Uint8Array(size),
    a: new Int32Array(size),
    b: new Int16Array(size),
    c: new Int16Array(size),
    second: new Int32Array(size),
    forms: new Uint32Array(DOTTED + 1),
  };
  for (let code = 0; code < size; code++) {
    const parts = parseDate(texts.get(code));
    column.form[code] = parts.form;
    column.a[code] = parts.a;
    column.b[code] = parts.b;
    column.c[code] = parts.c;
    column.second[code] = parts.second;
    column.forms[parts.form]!++;
  }
  return column;
}

/** Day of each different cell under an order; NO_DAY where the cell has none. */
export function daysUnder(column: DateColumn, order: DateOrder): Int32Array {
  const days = new Int32Array(column.form.length);
  for (let code = 0; code < days.length; code++) days[code] = dayUnder(column, code, order);
  return days;
}

function dayUnder(column: DateColumn, code: number, order: DateOrder): Day {
  const form = column.form[code]!;
  const a = column.a[code]!;
  const b = column.b[code]!;
  const c = column.c[code]!;
  if (form === YEAR_FIRST) return order === 'ydm' ? dayOrNone(a, c, b) : dayOrNone(a, b, c);
  if (form === FIXED || form === COMPACT) return a;
  if (form === SERIAL) return order === 'serial' ? a - 25_569 : NO_DAY;
  if (form === YEAR_LAST) return order === 'mdy' ? dayOrNone(c, a, b) : order === 'dmy' ? dayOrNone(c, b, a) : NO_DAY;
  if (form === DOTTED) return order === 'mdy' ? dayOrNone(c, a, b) : dayOrNone(c, b, a);
  if (form !== SHORT) return NO_DAY;
  if (order === 'ymd') return dayOrNone(fullYear(a), b, c);
  return order === 'mdy' ? dayOrNone(fullYear(c), a, b) : order === 'dmy' ? dayOrNone(fullYear(c), b, a) : NO_DAY;
}

function dayOrNone(year: number, month: number, day: number): Day {
  return year >= EARLIEST_YEAR && isDate(year, month, day) ? dayFromYmd(year, month, day) : NO_DAY;
}
