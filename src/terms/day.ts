/**
 * The calendar of the product: the one file that knows how days, weeks, months and quarters fit together.
 *
 * A `Day` is a whole number of days since 1970-01-01 in the shop's own calendar; it carries no time zone.
 * A period (week, month, quarter) is an ordinal: consecutive periods have consecutive numbers.
 */
export type Day = number;
export type Grain = 'week' | 'month' | 'quarter';
export const GRAINS: readonly Grain[] = ['week', 'month', 'quarter'];

/** What a shop calls a week and a year. */
export interface Calendar {
  /** 0 Sunday, 1 Monday (ISO), 6 Saturday. */
  weekStart: 0 | 1 | 6;
  /** First month of the shop's year, 1 to 12; moves quarters. */
  yearStart: number;
}

export const ISO_CALENDAR: Calendar = { weekStart: 1, yearStart: 1 };

/** A year, month (1 to 12) and day of month (1 to 31). */
export interface Ymd {
  year: number;
  month: number;
  day: number;
}

/** Days of a month in the proleptic Gregorian calendar; month is 1 to 12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether year, month and day name a day that exists. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Day number of a civil date. The date must exist (`isDate`); nothing is checked here because import calls it a million times.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayFromYmd(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number (Hinnant, civil_from_days). */
export function ymdFromDay(day: Day): Ymd {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** `YYYY-MM-DD` of a day. */
export function isoFromDay(day: Day): string {
  const { year, month, day: d } = ymdFromDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Day of a strict `YYYY-MM-DD`, or null when the text is anything else or the day does not exist. */
export function dayFromIso(text: string): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return isDate(year, month, day) ? dayFromYmd(year, month, day) : null;
}

/** Ordinal of the period that holds a day. */
export function periodOf(day: Day, grain: Grain, calendar: Calendar): number {
  // 1970-01-01 was a Thursday (4), so shifting by 4 - weekStart makes day 0 of a week divisible by 7.
  if (grain === 'week') return Math.floor((day + 4 - (calendar.weekStart === 6 ? -1 : calendar.weekStart)) / 7);
  const { year, month } = ymdFromDay(day);
  const monthOrdinal = year * 12 + month - 1;
  return grain === 'month' ? monthOrdinal : Math.floor((monthOrdinal - quarterShift(calendar)) / 3);
}

/** First day of a period. The period after it begins at `periodStart(period + 1)`. */
export function periodStart(period: number, grain: Grain, calendar: Calendar): Day {
  if (grain === 'week') return period * 7 - 4 + (calendar.weekStart === 6 ? -1 : calendar.weekStart);
  const monthOrdinal = grain === 'month' ? period : period * 3 + quarterShift(calendar);
  return dayFromYmd(Math.floor(monthOrdinal / 12), (monthOrdinal % 12) + 1, 1);
}

/** A fiscal year that begins in February, May, August or November moves quarters by one month, and so on. */
function quarterShift(calendar: Calendar): number {
  return (calendar.yearStart - 1) % 3;
}
