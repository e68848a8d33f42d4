import type { Interval } from '../../terms/answer';
import { logLogEnds } from './greenwood';
import { lifeTable, type LifeTable } from './life-table';

/** Products of many fractions miss a round number such as 0.5 by the last bits. */
const ROUNDING = 1e-12;

/** Share of waits still going on after each time at which one ended, ascending. */
export interface WaitCurve {
  times: number[];
  /** S(t) after what happened at t, with Greenwood's sum Σ d / (n (n − d)) for its variance. */
  survival: number[];
  greenwood: number[];
}

/**
 * Kaplan–Meier estimate for waits of any length; a wait still open counts as at risk for what ends at the same time.
 *
 * @param ended  1 for a wait that ended, 0 for one known to have lasted that long and open since
 * @source       E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (282), 1958, 457–481
 * Cost: n log n.
 */
export function waitCurve(lengths: ArrayLike<number>, ended: ArrayLike<number>): WaitCurve {
  return curveOf(lifeTable(lengths, ended));
}

/** The same from a life table. Cost: linear in its rows. */
export function curveOf({ times, atRisk, ended }: LifeTable): WaitCurve {
  const curve: WaitCurve = { times: [], survival: [], greenwood: [] };
  let [s, sum] = [1, 0];
  for (const [i, d] of ended.entries()) {
    if (d === 0) continue;
    const n = atRisk[i]!;
    s *= (n - d) / n;
    sum += d / (n * (n - d));
    curve.times.push(times[i]!);
    curve.survival.push(s);
    curve.greenwood.push(sum);
  }
  return curve;
}

/** Shortest time by which a share (0 to 1) of all waits has ended; null when the curve does not get there. */
export function timeEnded({ times, survival }: WaitCurve, share: number): number | null {
  const at = survival.findIndex((s) => s <= 1 - share + ROUNDING);
  return at < 0 ? null : times[at]!;
}

/** Share of waits ended within a time, that time included. */
export function shareEnded(curve: WaitCurve, within: number): number {
  const at = lastUpTo(curve, within);
  return at < 0 ? 0 : 1 - curve.survival[at]!;
}

/** Share of waits not ended within a time, with its 95 % interval by Greenwood on the log(−log) scale: null where it is 1 or 0. */
export function shareLeft(curve: WaitCurve, within: number): { share: number; interval: Interval | null } {
  const at = lastUpTo(curve, within);
  if (at < 0) return { share: 1, interval: null };
  const share = curve.survival[at]!;
  const ends = logLogEnds(share, curve.greenwood[at]!);
  return { share, interval: ends && { ...ends, level: 0.95, method: 'greenwood' } };
}

/** Position of the last time at which a wait ended, up to and with `within`; -1 where there is none. */
function lastUpTo({ times }: WaitCurve, within: number): number {
  const after = times.findIndex((time) => time > within);
  return (after < 0 ? times.length : after) - 1;
}

/**
 * 95 % interval of the time by which a share of waits has ended: the times at which the share lies within the curve's own interval, on the
 * log(−log) scale. null when the curve does not get so far that there is an upper end.
 * @source  R. Brookmeyer, J. Crowley, A Confidence Interval for the Median Survival Time, Biometrics 38, 1982, 29–41
 */
export function timeEndedInterval({ times, survival, greenwood }: WaitCurve, share: number): Interval | null {
  // Where all have ended the formula says nothing about the upper end.
  const ends = survival.map((s, i) => logLogEnds(s, greenwood[i]!) ?? { low: 0, high: 1 });
  const low = ends.findIndex((end) => end.low <= 1 - share);
  const high = ends.findIndex((end) => end.high <= 1 - share);
  return low < 0 || high < 0 ? null : { low: times[low]!, high: times[high]!, level: 0.95, method: 'greenwood' };
}
