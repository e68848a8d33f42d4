/** What the months held back look like, one after the other. */
export type MonthPattern = 'season' | 'falls' | 'rises' | 'drifts';

/** A month with how many times what was expected came; null where nothing was expected. */
export interface MonthRatio {
  ratio: number | null;
  isWhole: boolean;
}

const LEAST_MONTHS = 4;
/** Of all pairs of months, more than this share must go the same way. */
const STEADY = 5 / 6;
/** The first and the last month must lie at least so far apart, in times of what was expected. */
const APART = 0.1;

/**
 * Whether the error changes steadily with the distance from the cut, which is no season.
 *
 * Asked of whole months only, and of at least four: steady is where in more than five of six pairs of months the later one is lower (or the
 * higher), which is Kendall's τ beyond ±2/3, and the last lies at least 0.1 from the first. By chance that happens to at most one of twelve
 * orders of the months. `falls` and `rises` are further from 1 in the later half than in the earlier one; `drifts` is steady and nears 1;
 * all else is `season`.
 * @source  M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30 (1/2), 1938, 81–93
 */
export function monthPattern(months: readonly MonthRatio[]): MonthPattern {
  const ratios = months.flatMap(({ ratio, isWhole }) => (isWhole && ratio !== null ? [ratio] : []));
  if (ratios.length < LEAST_MONTHS || Math.abs(ratios.at(-1)! - ratios[0]!) < APART) return 'season';
  const pairs = (ratios.length * (ratios.length - 1)) / 2;
  const half = Math.floor(ratios.length / 2);
  const grows = meanMiss(ratios.slice(-half)) > meanMiss(ratios.slice(0, half));
  if (later(ratios, (a, b) => b < a) > STEADY * pairs) return grows ? 'falls' : 'drifts';
  if (later(ratios, (a, b) => b > a) > STEADY * pairs) return grows ? 'rises' : 'drifts';
  return 'season';
}

/** Pairs of an earlier and a later month of which something holds. */
function later(ratios: readonly number[], holds: (earlier: number, later: number) => boolean): number {
  return ratios.reduce((n, one, i) => n + ratios.slice(i + 1).filter((other) => holds(one, other)).length, 0);
}

function meanMiss(ratios: readonly number[]): number {
  return ratios.reduce((sum, ratio) => sum + Math.abs(ratio - 1), 0) / ratios.length;
}
