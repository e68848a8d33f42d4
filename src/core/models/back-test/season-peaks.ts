import { periodOf, periodStart, ymdFromDay, type Calendar, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/** A month in which a shop has many more orders than the months around it lead to expect. */
export interface SeasonPeak {
  /** 1 to 12. */
  month: number;
  /** Orders ÷ orders expected from the months around it: of several years the smallest. */
  times: number;
}

/** A month known from two years or more must stand out in each; one known from one year more clearly, as that may be an accident. */
const TIMES_IN_EACH = 1.25;
const TIMES_IN_ONE = 1.6;
/** Standard errors of a count by which a month, all its years together, must be above what is expected of it. */
const DEVIATIONS = 4;
/** Whole months at the beginning of a file that are no evidence: a shop that opens, or customers gathered on purpose, make a peak of their own. */
const BEGINNING = 3;
/** Orders that are expected of a month at least: below it, months differ by chance as much as by season. */
const FEWEST = 20;
const YEAR = 12;

/**
 * The months in which the shop's year has peaks; empty where there are none, or the file has no twelve whole months up to `asOf`.
 *
 * What is expected of a month is read from the twelve whole months nearest to it, by a line through the logarithms of their orders a day,
 * so that a shop that grows has no peak for growing. The line is that of the median slope, which a peak of two months among the twelve does
 * not move. A month is a peak when its orders are at least 1.25 times those expected in each of the years known, 1.6 times where it is known
 * from one, and beyond chance. The first three months of the file are not looked at. Cost: one pass over orders, 66 slopes a month.
 * @source  P. K. Sen, Estimates of the Regression Coefficient Based on Kendall's Tau, Journal of the American Statistical Association 63 (324), 1968
 */
export function seasonPeaks(orders: OrderTable, asOf: Day, calendar: Calendar): SeasonPeak[] {
  const firstMonth = periodOf(orders.firstDay - 1, 'month', calendar) + 1;
  const months = periodOf(asOf + 1, 'month', calendar) - firstMonth;
  if (months < YEAR) return [];
  const starts = Int32Array.from({ length: months + 1 }, (_, k) => periodStart(firstMonth + k, 'month', calendar));
  const counts = ordersByMonth(orders, starts);
  const expected = expectedByMonth(counts, starts);
  return Array.from({ length: YEAR }, (_, m) => ({
    month: ymdFromDay(starts[m]!).month,
    times: standsOut(counts, expected, m),
  })).filter(({ times }) => times > 0);
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

/** Orders that the twelve nearest other months lead to expect of each month. */
function expectedByMonth(counts: Float64Array, starts: Int32Array): Float64Array {
  const months = counts.length;
  const lengths = counts.map((_, k) => starts[k + 1]! - starts[k]!);
  // Half an order more, so that a month without any has a logarithm.
  const logs = counts.map((count, k) => Math.log((count + 0.5) / lengths[k]!));
  return counts.map((_, at) => {
    const from = Math.max(0, Math.min(at - YEAR / 2, months - YEAR - 1));
    const near = Array.from({ length: Math.min(months, YEAR + 1) }, (_, i) => from + i).filter((k) => k !== at);
    const slope = median(near.flatMap((j, i) => near.slice(i + 1).map((k) => (logs[k]! - logs[j]!) / (k - j))));
    return Math.exp(median(near.map((k) => logs[k]! + slope * (at - k)))) * lengths[at]!;
  });
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** By how many times a month of the year is above what is expected, at least; 0 where it is not a peak or too few were expected to say. */
function standsOut(counts: Float64Array, expected: Float64Array, month: number): number {
  let [years, times, came, awaited] = [0, Infinity, 0, 0];
  for (let k = month; k < counts.length; k += YEAR) {
    if (k < BEGINNING || expected[k]! < FEWEST) continue;
    years++;
    times = Math.min(times, counts[k]! / expected[k]!);
    came += counts[k]!;
    awaited += expected[k]!;
  }
  const isClear = came - awaited > DEVIATIONS * Math.sqrt(awaited);
  return years > 0 && isClear && times >= (years > 1 ? TIMES_IN_EACH : TIMES_IN_ONE) ? times : 0;
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
