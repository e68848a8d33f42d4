import type { Interval } from '../../terms/answer';
import { wilson } from './wilson';

/** Sums over clusters from which the spread of a share between them follows: x things in a cluster, y of them counted. */
export interface ClusterSums {
  clusters: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/**
 * 95 % Wilson interval of a share Σy / Σx whose things come in clusters, as orders come in customers.
 *
 * Things of one cluster hang together, so they tell less than as many single ones: the interval is that of the number of single things with
 * the same variance (that of the ratio estimator), at most Σx. Where the clusters show no spread, each of them counts as one thing.
 * @source  W. G. Cochran, Sampling Techniques, 3rd edition, 1977, section 3.12; E. L. Korn, B. I. Graubard, Confidence Intervals for Proportions
 *          with Small Expected Number of Positive Counts Estimated from Survey Data, Survey Methodology 24, 1998, 193–201
 */
export function clusteredWilson({ clusters, x, y, xx, xy, yy }: ClusterSums): Interval {
  const share = y / x;
  const spread = Math.max(0, yy - 2 * share * xy + share * share * xx);
  const variance = clusters > 1 ? (clusters / (clusters - 1)) * (spread / (x * x)) : 0;
  const alone = share * (1 - share);
  const effective = variance > 0 && alone > 0 ? Math.min(x, alone / variance) : clusters;
  return wilson(share === 1 ? effective : share * effective, effective);
}
