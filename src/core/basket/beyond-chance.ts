/** How likely it may be that chance alone makes one pair stand out, of all that were looked at. */
const ERROR = 0.05;

/**
 * Whether two things were met more often than chance makes any pair of so many, with a probability of error of 5 % for all together.
 *
 * The chance of `met` or more where `expected` are is at most exp(−(met · ln(met / expected) − met + expected)); times the number of pairs
 * (Bonferroni) it must stay below 5 %. Holds for draws with and without putting back, and takes baskets for independent.
 * @param expected  above 0
 * @param pairs     pairs that were looked at
 * @source          W. Hoeffding, Probability Inequalities for Sums of Bounded Random Variables, JASA 58 (301), 1963, theorem 1 and section 6
 */
export function isBeyondChance(met: number, expected: number, pairs: number): boolean {
  return met > expected && met * Math.log(met / expected) - met + expected >= Math.log(Math.max(1, pairs) / ERROR);
}
