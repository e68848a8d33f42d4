import { periodOf, periodStart, ymdFromDay, type Calendar, type Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';

/** A month in which a shop has many more orders than in the other months of a year. */
export interface SeasonPeak {
  /** 1 to 12. */
  month: number;
  /** Orders a day in it ÷ orders a day in its year: of several years the smallest. */
  times: number;
}

/** With two whole years or more a month must stand out in each of them; one year alone must show it more clearly, as it may be an accident. */
const TIMES_IN_EACH = 1.5;
const TIMES_IN_ONE = 2;
/** Orders a month that a year must have on average: below it, months differ by chance as much as by season. */
const FEWEST = 20;
const YEAR = 12;

/**
 * The months in which the shop's year has peaks; empty where there are none, or the file has no twelve whole months up to `asOf`.
 *
 * A year is twelve whole calendar months, counted back from the last one that is over. A month is a peak when its orders a day are at
 * least 1.5 times those of the year it lies in, in each of the years known; where one year is known, 2 times. Cost: one pass over orders.
 */
export function seasonPeaks({ orders, day, firstDay }: OrderTable, asOf: Day, calendar: Calendar): SeasonPeak[] {
  const firstMonth = periodOf(firstDay - 1, 'month', calendar) + 1;
  const months = periodOf(asOf + 1, 'month', calendar) - firstMonth;
  const years = Math.floor(months / YEAR);
  if (years < 1) return [];
  const begin = firstMonth + months - years * YEAR;
  const counts = new Float64Array(years * YEAR);
  for (let i = 0; i < orders; i++) {
    const at = periodOf(day[i]!, 'month', calendar) - begin;
    if (at >= 0 && at < counts.length) counts[at]!++;
  }
  const lengths = counts.map((_, k) => periodStart(begin + k + 1, 'month', calendar) - periodStart(begin + k, 'month', calendar));
  const times = Array.from({ length: YEAR }, (_, m) =>
    Math.min(...Array.from({ length: years }, (_, y) => standsOut(counts, lengths, y * YEAR, y * YEAR + m))),
  );
  const least = years > 1 ? TIMES_IN_EACH : TIMES_IN_ONE;
  return times
    .map((t, m) => ({ month: ymdFromDay(periodStart(begin + m, 'month', calendar)).month, times: t }))
    .filter((peak) => peak.times >= least);
}

/** Orders a day of a month ÷ those of its year; 0 where the year has too few to say. */
function standsOut(counts: Float64Array, lengths: Float64Array, year: number, at: number): number {
  let [orders, days] = [0, 0];
  for (let k = year; k < year + YEAR; k++) {
    orders += counts[k]!;
    days += lengths[k]!;
  }
  return orders < FEWEST * YEAR ? 0 : counts[at]! / lengths[at]! / (orders / days);
}

/** Whether the days (asOf, asOf + horizon] touch a peak. */
export function crossesPeak(peaks: readonly SeasonPeak[], asOf: Day, horizonDays: number): boolean {
  if (peaks.length === 0) return false;
  for (let day = asOf + 1; day <= asOf + Math.min(horizonDays, 366); day++) {
    const { month } = ymdFromDay(day);
    if (peaks.some((peak) => peak.month === month)) return true;
  }
  return false;
}
