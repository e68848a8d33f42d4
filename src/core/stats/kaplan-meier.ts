import type { Interval } from '../../terms/answer';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;
/** Products of many fractions miss a round number such as 0.1 by the last bits. */
const ROUNDING = 1e-12;

/** A survival curve at whole times 0, 1, 2 …: S(t) after what happened at t, and Greenwood's sum Σ d/(n(n − d)) up to t. */
export interface SurvivalCurve {
  survival: Float64Array;
  greenwood: Float64Array;
}

/**
 * Kaplan–Meier estimate S(t) = Π (1 − dᵢ/nᵢ) from counts by whole time.
 *
 * @param events    `events[t]`: waits that ended at t
 * @param censored  `censored[t]`: waits still open at t; at the same t they count as at risk for the events. Same length as `events`
 * @returns         arrays of that length; where nobody is at risk any more the curve stays level
 * @source          E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (282), 1958, 457–481
 * Cost: linear in the longest time.
 */
export function kaplanMeier(events: Uint32Array, censored: Uint32Array): SurvivalCurve {
  const survival = new Float64Array(events.length);
  const greenwood = new Float64Array(events.length);
  let atRisk = 0;
  for (let t = 0; t < events.length; t++) atRisk += events[t]! + censored[t]!;
  let s = 1;
  let sum = 0;
  for (let t = 0; t < events.length; t++) {
    const d = events[t]!;
    if (d > 0) {
      s *= (atRisk - d) / atRisk;
      sum += d / (atRisk * (atRisk - d));
    }
    survival[t] = s;
    greenwood[t] = sum;
    atRisk -= d + censored[t]!;
  }
  return { survival, greenwood };
}

/** Smallest time by which the share `reached` (0 to 1) of all waits has ended, or null when the curve does not get there. */
export function timeReached(curve: SurvivalCurve, reached: number): number | null {
  const t = curve.survival.findIndex((s) => s <= 1 - reached + ROUNDING);
  return t < 0 ? null : t;
}

/**
 * 95 % interval of S(t) on the log(−log) scale with Greenwood's variance; within [0, 1] by construction.
 *
 * @returns null where S(t) is 0 or 1: the transformation does not exist there
 * @source  M. Greenwood, The Natural Duration of Cancer, HMSO, 1926; J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure
 *          Time Data, Wiley, 1980, §1.3 (the same as conf.type = "log-log" in R's survival)
 */
export function survivalInterval(curve: SurvivalCurve, t: number): Interval | null {
  const s = curve.survival[t]!;
  if (s <= 0 || s >= 1) return null;
  const reach = (Z * Math.sqrt(curve.greenwood[t]!)) / Math.abs(Math.log(s));
  return { low: s ** Math.exp(reach), high: s ** Math.exp(-reach), level: 0.95, method: 'log-log' };
}
