import type { Interval } from '../../terms/answer';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * 95 % interval of 1 − S(t), the share of waits that have ended by `t`, from counts by whole time as for `kaplanMeier`.
 *
 * Greenwood's variance of log S, on the log(−log) scale, so that both ends stay within 0 and 1.
 * @returns  null where S(t) is 1 or 0: no wait has ended yet or all have, and the formula says nothing
 * @source   M. Greenwood, The Natural Duration of Cancer, 1926; J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time
 *           Data, 2nd edition, 2002, section 1.4
 * Cost: linear in `t`.
 */
export function greenwoodInterval(events: Uint32Array, censored: Uint32Array, t: number): Interval | null {
  let atRisk = 0;
  for (let i = 0; i < events.length; i++) atRisk += events[i]! + censored[i]!;
  let survival = 1;
  let variance = 0;
  for (let i = 0; i <= t && i < events.length; i++) {
    const d = events[i]!;
    if (d === atRisk && d > 0) return null;
    if (d > 0) {
      survival *= (atRisk - d) / atRisk;
      variance += d / (atRisk * (atRisk - d));
    }
    atRisk -= d + censored[i]!;
  }
  const ends = logLogEnds(survival, variance);
  return ends && { low: 1 - ends.high, high: 1 - ends.low, level: 0.95, method: 'greenwood' };
}

/** 95 % ends of S from S and Greenwood's sum Σ d / (n (n − d)), on the log(−log) scale; null where S is 0 or 1. */
export function logLogEnds(survival: number, sum: number): { low: number; high: number } | null {
  if (survival <= 0 || survival >= 1) return null;
  const reach = Math.exp((Z * Math.sqrt(sum)) / Math.log(survival));
  return { low: survival ** (1 / reach), high: survival ** reach };
}
