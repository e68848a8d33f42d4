import type { Interval } from '../../../terms/answer';
import { promotionOf } from './survey-picks';

/** A net promoter score from counts, with what can be said of its error. */
export interface NpsFigure {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  /** 100 (p − d), -100 to 100. */
  score: number;
  /** Standard error in points of the score; null where it would say nothing: fewer than ten answers, or all of one group. */
  error: number | null;
}

/** Fewest answers for which an error is given. */
export const FEWEST_ANSWERS = 10;
/** Two-sided 95 % of the normal distribution, as the textbooks write it. */
const Z = 1.96;

/** Score of some answers, at least one. Error: √((p + d − (p − d)²) / n), as of the mean of answers that are 1, 0 or −1. */
export function npsFigure(scores: ArrayLike<number>): NpsFigure {
  const counts = { promoter: 0, passive: 0, detractor: 0 };
  for (let i = 0; i < scores.length; i++) counts[promotionOf(scores[i]!)]++;
  return npsOfCounts(counts.promoter, counts.passive, counts.detractor);
}

/** The same from the counts of the three groups, which are not all zero. */
export function npsOfCounts(promoters: number, passives: number, detractors: number): NpsFigure {
  const n = promoters + passives + detractors;
  const [p, d] = [promoters / n, detractors / n];
  const variance = p + d - (p - d) ** 2;
  const told = n >= FEWEST_ANSWERS && Math.max(promoters, passives, detractors) < n;
  const score = (100 * (promoters - detractors)) / n;
  return { n, promoters, passives, detractors, score, error: told ? 100 * Math.sqrt(variance / n) : null };
}

/** 1.96 standard errors on either side, within the ends of the score; null where there is no error to tell. */
export function npsInterval({ score, error }: NpsFigure): Interval | null {
  if (error === null) return null;
  return { low: Math.max(-100, score - Z * error), high: Math.min(100, score + Z * error), level: 0.95, method: 'normal' };
}

/** Half the width of the interval, in points; null where there is none. */
export function npsMargin({ error }: NpsFigure): number | null {
  return error === null ? null : Z * error;
}

/** How far two scores of different people lie apart, in standard errors of their difference; null where one has none. */
export function npsDistance(later: NpsFigure, earlier: NpsFigure): number | null {
  if (later.error === null || earlier.error === null) return null;
  return (later.score - earlier.score) / Math.sqrt(later.error ** 2 + earlier.error ** 2);
}
