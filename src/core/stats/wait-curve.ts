import type { Interval } from '../../terms/answer';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;
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
  const order = Uint32Array.from({ length: lengths.length }, (_, i) => i).sort((a, b) => lengths[a]! - lengths[b]!);
  const curve: WaitCurve = { times: [], survival: [], greenwood: [] };
  let [s, sum, atRisk] = [1, 0, order.length];
  for (let i = 0; i < order.length;) {
    const time = lengths[order[i]!]!;
    let [d, gone] = [0, 0];
    for (; i + gone < order.length && lengths[order[i + gone]!] === time; gone++) d += ended[order[i + gone]!]!;
    if (d > 0) {
      s *= 1 - d / atRisk;
      sum += d / (atRisk * (atRisk - d));
      curve.times.push(time);
      curve.survival.push(s);
      curve.greenwood.push(sum);
    }
    atRisk -= gone;
    i += gone;
  }
  return curve;
}

/** Shortest time by which a share (0 to 1) of all waits has ended; null when the curve does not get there. */
export function timeEnded({ times, survival }: WaitCurve, share: number): number | null {
  const at = survival.findIndex((s) => s <= 1 - share + ROUNDING);
  return at < 0 ? null : times[at]!;
}

/** Share of waits ended within a time, that time included. */
export function shareEnded({ times, survival }: WaitCurve, within: number): number {
  const after = times.findIndex((time) => time > within);
  const at = (after < 0 ? times.length : after) - 1;
  return at < 0 ? 0 : 1 - survival[at]!;
}

/**
 * 95 % interval of the time by which a share of waits has ended: the times at which the share lies within the curve's own interval, on the
 * log(−log) scale. null when the curve does not get so far that there is an upper end.
 * @source  R. Brookmeyer, J. Crowley, A Confidence Interval for the Median Survival Time, Biometrics 38, 1982, 29–41
 */
export function timeEndedInterval({ times, survival, greenwood }: WaitCurve, share: number): Interval | null {
  const ends = survival.map((s, i) => {
    // Where all have ended the formula says nothing about the upper end.
    if (s <= 0) return { low: 0, high: 1 };
    const reach = Math.exp((Z * Math.sqrt(greenwood[i]!)) / Math.log(s));
    return { low: s ** (1 / reach), high: s ** reach };
  });
  const low = ends.findIndex((end) => end.low <= 1 - share);
  const high = ends.findIndex((end) => end.high <= 1 - share);
  return low < 0 || high < 0 ? null : { low: times[low]!, high: times[high]!, level: 0.95, method: 'greenwood' };
}
