/** Of cells that are to be drawn towards their common share: how many customers each has, and how many of them did it. */
export interface CellCounts {
  n: number;
  hits: number;
}

/** Strength where the cells themselves do not settle it. */
export const ASSUMED_STRENGTH = 10;

/** Strengths that are tried, in customers: 1 to 400 in equal ratios. */
const TRIED = Array.from({ length: 25 }, (_, k) => 400 ** (k / 24));
/** Log-likelihood by which the best must beat the worst, for the cells to say anything about the strength. */
const TELLING = 2;

/**
 * How many customers with the shop's mean a cell is taken together with: the weight of the prior of beta-binomial shares.
 *
 * The strength under which the counts of all cells are likeliest (empirical Bayes), between 1 and 400; where strengths hardly differ in
 * that (less than 2 in log-likelihood), or all or none did it, an assumed 10.
 * @param share  of all cells together
 * @source  G. Casella, An Introduction to Empirical Bayes Data Analysis, The American Statistician 39 (2), 1985, 83–87
 * Cost: linear in the customers.
 */
export function priorStrength(cells: readonly CellCounts[], share: number): { strength: number; settled: boolean } {
  const assumed = { strength: ASSUMED_STRENGTH, settled: false };
  if (!(share > 0 && share < 1)) return assumed;
  let [best, most, least] = [ASSUMED_STRENGTH, -Infinity, Infinity];
  for (const strength of TRIED) {
    const likelihood = cells.reduce((sum, cell) => sum + logBetaBinomial(cell, share * strength, (1 - share) * strength), 0);
    least = Math.min(least, likelihood);
    if (likelihood <= most) continue;
    most = likelihood;
    best = strength;
  }
  return most - least >= TELLING ? { strength: best, settled: true } : assumed;
}

/** log of B(hits + a, n − hits + b) / B(a, b). */
function logBetaBinomial({ n, hits }: CellCounts, a: number, b: number): number {
  return logRising(a, hits) + logRising(b, n - hits) - logRising(a + b, n);
}

/** log of a (a + 1) … (a + n − 1). */
function logRising(a: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(a + i);
  return sum;
}
