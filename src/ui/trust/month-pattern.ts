/** What the months held back look like, one after the other. */
export type MonthPattern = 'season' | 'falls' | 'rises' | 'drifts';

/** A month with how many times what was expected came; null where nothing was expected. */
export interface MonthRatio {
  ratio: number | null;
  /** Days of it that were held back. */
  days: number;
}

const LEAST_MONTHS = 4;
/** Four weeks: a month that was held back but for a day or two is as good as whole. */
const LEAST_DAYS = 28;
/** Of all pairs of months at most this share may go the other way, counting one more than there are. */
const OTHER_WAY = 1 / 4;
/** The first and the last month must lie at least so far apart, in times of what was expected. */
const APART = 0.1;

/**
 * Whether the error changes steadily with the distance from the cut, which is no season.
 *
 * Asked of months of which at least 28 days were held back, and of at least four of them: steady is where the pairs of months in which the
 * later one goes the other way, and one more, are at most a quarter of all pairs, and the last month lies at least 0.1 from the first. So of
 * four months every pair must go the same way, of eight 22 of 28 (Kendall's τ of 4/7). Months in no order at all are taken for steady in at
 * most one of twelve cases, by the one more that is counted. `falls` and `rises` are further from 1 in the later half than in the earlier
 * one; `drifts` is steady and nears 1; all else is `season`.
 * @source  M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30 (1/2), 1938, 81–93
 */
export function monthPattern(months: readonly MonthRatio[]): MonthPattern {
  const ratios = months.flatMap(({ ratio, days }) => (days >= LEAST_DAYS && ratio !== null ? [ratio] : []));
  if (ratios.length < LEAST_MONTHS || Math.abs(ratios.at(-1)! - ratios[0]!) < APART) return 'season';
  const pairs = (ratios.length * (ratios.length - 1)) / 2;
  const half = Math.floor(ratios.length / 2);
  const grows = meanMiss(ratios.slice(-half)) > meanMiss(ratios.slice(0, half));
  const isSteady = (otherWay: number) => otherWay + 1 <= OTHER_WAY * pairs;
  if (isSteady(later(ratios, (a, b) => b >= a))) return grows ? 'falls' : 'drifts';
  if (isSteady(later(ratios, (a, b) => b <= a))) return grows ? 'rises' : 'drifts';
  return 'season';
}

/** Pairs of an earlier and a later month of which something holds. */
function later(ratios: readonly number[], holds: (earlier: number, later: number) => boolean): number {
  return ratios.reduce((n, one, i) => n + ratios.slice(i + 1).filter((other) => holds(one, other)).length, 0);
}

function meanMiss(ratios: readonly number[]): number {
  return ratios.reduce((sum, ratio) => sum + Math.abs(ratio - 1), 0) / ratios.length;
}
