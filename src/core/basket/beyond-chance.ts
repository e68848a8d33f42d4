/** How likely it may be that chance alone makes one pair stand out, of all that were looked at. */
const ERROR = 0.05;

/** How often two things were met. */
export interface Met {
  met: number;
  /** How often by chance; above 0. */
  expected: number;
  /** How often they could have been met: baskets with the rarer of the two. */
  draws: number;
}

/**
 * Whether two things were met more often than chance makes any pair of so many, with a probability of error of 5 % for all together.
 *
 * The chance of `met` or more of so many draws is at most exp(−draws · D), D = m ln(m / e) + (1 − m) ln((1 − m) / (1 − e)) with the shares m and
 * e that were met and expected; times the number of pairs (Bonferroni) it must stay below 5 %. Holds for draws with and without putting back.
 * Baskets of one customer are alike: as many count as they are worth.
 * @param pairs    pairs that were looked at
 * @param repeats  baskets that say as much as one of somebody new, 1 or more: see `repeatEffects`
 * @source         W. Hoeffding, Probability Inequalities for Sums of Bounded Random Variables, JASA 58 (301), 1963, theorem 1 and section 6
 */
export function isBeyondChance({ met, expected, draws }: Met, pairs: number, repeats = 1): boolean {
  if (met <= expected || expected >= draws) return false;
  const never = draws - met;
  const far = met * Math.log(met / expected) + (never > 0 ? never * Math.log(never / (draws - expected)) : 0);
  return far / repeats >= Math.log(Math.max(1, pairs) / ERROR);
}
