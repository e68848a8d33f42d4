import type { Interval } from '../../terms/answer';
import { wilson } from './wilson';

/** Sums of a share Σy / Σx over groups of things that are alike, such as the orders of one customer. */
export interface ClusterSums {
  groups: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/** Sums of no groups. */
export function noClusters(): ClusterSums {
  return { groups: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
}

/** Adds a group with the whole `x` and the part `y` of it; one without anything is none. */
export function addCluster(sums: ClusterSums, x: number, y: number): void {
  if (x === 0) return;
  sums.groups++;
  sums.x += x;
  sums.y += y;
  sums.xx += x * x;
  sums.xy += x * y;
  sums.yy += y * y;
}

/**
 * 95 % interval of a share Σy / Σx of things that come in groups: Wilson's with the number of independent things that would be as certain.
 *
 * That number is p(1 − p) over the variance of the ratio between groups, at most `most`; where nobody or everybody has it, and with one
 * group, it is the number of groups.
 * @param sums  Σx above 0, each y within 0 and x
 * @param most  number of things
 * @source      E. L. Korn, B. I. Graubard, Confidence intervals for proportions with small expected number of positive counts estimated from
 *              survey data, Survey Methodology 24 (2), 1998, 193–201; variance of a ratio: W. G. Cochran, Sampling Techniques, 1977, § 2.11
 */
export function clusteredShare({ groups, x, y, xx, xy, yy }: ClusterSums, most: number): Interval {
  const p = Math.min(1, y / x);
  const spread = Math.max(0, yy - 2 * p * xy + p * p * xx);
  const variance = groups > 1 ? ((groups / (groups - 1)) * spread) / (x * x) : 0;
  const certain = variance > 0 && p > 0 && p < 1 ? Math.min(most, (p * (1 - p)) / variance) : groups;
  return p === 1 ? wilson(certain, certain) : wilson(p * certain, certain);
}
