import { periodOf, periodStart, ymdFromDay, type Calendar, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

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
export function seasonPeaks(orders: OrderTable, asOf: Day, calendar: Calendar): SeasonPeak[] {
  const { firstDay } = orders;
  const firstMonth = periodOf(firstDay - 1, 'month', calendar) + 1;
  const months = periodOf(asOf + 1, 'month', calendar) - firstMonth;
  const years = Math.floor(months / YEAR);
  if (years < 1) return [];
  const begin = firstMonth + months - years * YEAR;
  const starts = Int32Array.from({ length: years * YEAR + 1 }, (_, k) => periodStart(begin + k, 'month', calendar));
  const counts = ordersByMonth(orders, starts);
  const lengths = counts.map((_, k) => starts[k + 1]! - starts[k]!);
  const times = Array.from({ length: YEAR }, (_, m) =>
    Math.min(...Array.from({ length: years }, (_, y) => standsOut(counts, lengths, y * YEAR, y * YEAR + m))),
  );
  const least = years > 1 ? TIMES_IN_EACH : TIMES_IN_ONE;
  return times
    .map((t, m) => ({ month: ymdFromDay(periodStart(begin + m, 'month', calendar)).month, times: t }))
    .filter((peak) => peak.times >= least);
}

/** Orders in each of the months that begin on these days; the last day ends the last month. */
function ordersByMonth({ orders, day }: OrderTable, starts: Int32Array): Float64Array {
  const [from, to] = [starts[0]!, starts.at(-1)!];
  const byDay = new Uint32Array(to - from);
  for (let i = 0; i < orders; i++) if (day[i]! >= from && day[i]! < to) byDay[day[i]! - from]!++;
  return Float64Array.from({ length: starts.length - 1 }, (_, k) =>
    byDay.subarray(starts[k]! - from, starts[k + 1]! - from).reduce((sum, one) => sum + one, 0),
  );
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
