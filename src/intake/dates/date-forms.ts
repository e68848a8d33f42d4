import { dayFromYmd, isDate } from '../../terms/day';

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
/** 1709632800: seconds since 1970, or thousandths or millionths; `a` is the day number by UTC. */
export const EPOCH = 9;
/** 113/03/05 or 民國113年3月5日, in years of the Republic of China: `a` is the day number. */
export const ROC = 10;
/** How many forms there are. */
export const FORMS = 11;

/** No shop has an order from before: 0001-01-01, 1899-12-30 and 1900-01-01 are what programs write where there is no date. */
export const EARLIEST_YEAR = 1950;

/** Year 1 of the Republic of China is 1912. */
export const ROC_YEARS = 1911;

export interface DateParts {
  form: number;
  a: number;
  b: number;
  c: number;
  /** Second of the day, -1 when there is none. */
  second: number;
}

/** A date of which the day is known; null when there is no such day, or none on which a shop could have sold. */
export function fixedDate(form: number, ymd: readonly [year: number, month: number, day: number], second: number): DateParts | null {
  const [year, month, day] = ymd;
  return isDate(year, month, day) && year >= EARLIEST_YEAR ? { form, a: dayFromYmd(year, month, day), b: 0, c: 0, second } : null;
}

/** Two-digit years are 1969 to 2068, as POSIX has it. */
export function fullYear(year: string | number): number {
  const value = Number(year);
  return value >= 100 ? value : value + (value <= 68 ? 2000 : 1900);
}
