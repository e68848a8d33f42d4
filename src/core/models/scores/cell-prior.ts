import { logGamma } from '../../stats/log-gamma';

/** Of cells that are to be drawn together: how many customers each has, and how many of them did it, or how often they did. */
export interface CellCounts {
  n: number;
  hits: number;
}

/** What cells are drawn towards: their mean, and the number of customers with it that each is taken together with. */
export interface CellPrior {
  mean: number;
  strength: number;
  /** Whether the cells themselves settled the strength. */
  settled: boolean;
}

/** Shares are beta-binomial; rates gamma-Poisson, their counts varying `spread` times as much as by chance. */
export type PriorKind = { strength: number | null } & ({ kind: 'shares' } | { kind: 'rates'; spread: number });

/** Strength where the cells themselves do not settle it. */
export const ASSUMED_STRENGTH = 10;

/** Strengths that are tried, in customers: 1 to 400 in equal ratios. */
const TRIED = Array.from({ length: 25 }, (_, k) => 400 ** (k / 24));
/** Log-likelihood by which the best must beat the worst, for the cells to say anything about the strength. */
const TELLING = 2;

/**
 * The mean and the strength under which the counts of all cells are likeliest (empirical Bayes).
 *
 * For each strength s between 1 and 400 the mean is Σ w·hits/n ÷ Σ w with w = n / (n + s), the best one for it, since a cell's rate varies
 * around the mean as 1/n + 1/s. Weighed by customers alone a large silent cell would draw all others down to itself. Where strengths hardly
 * differ in likelihood (less than 2 in its logarithm), or all or none did it, s is an assumed 10.
 * @source  G. Casella, An Introduction to Empirical Bayes Data Analysis, The American Statistician 39 (2), 1985, 83–87
 * Cost: strengths × cells.
 */
export function cellPrior(cells: readonly CellCounts[], kind: PriorKind): CellPrior {
  const given = (strength: number, settled = false): CellPrior => ({ mean: meanUnder(cells, strength), strength, settled });
  if (kind.strength !== null) return given(kind.strength);
  const hits = cells.reduce((sum, cell) => sum + cell.hits, 0);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (hits === 0 || (kind.kind === 'shares' && hits === n)) return given(ASSUMED_STRENGTH);
  let [best, most, least] = [ASSUMED_STRENGTH, -Infinity, Infinity];
  for (const strength of TRIED) {
    const likelihood = logLikelihood(cells, meanUnder(cells, strength), strength, kind);
    least = Math.min(least, likelihood);
    if (likelihood <= most) continue;
    most = likelihood;
    best = strength;
  }
  return most - least >= TELLING ? given(best, true) : given(ASSUMED_STRENGTH);
}

function meanUnder(cells: readonly CellCounts[], strength: number): number {
  let [sum, weights] = [0, 0];
  for (const { n, hits } of cells) {
    sum += hits / (n + strength);
    weights += n / (n + strength);
  }
  return weights > 0 ? sum / weights : 0;
}

function logLikelihood(cells: readonly CellCounts[], mean: number, strength: number, kind: PriorKind): number {
  if (kind.kind === 'shares') return cells.reduce((sum, cell) => sum + logBetaBinomial(cell, mean * strength, (1 - mean) * strength), 0);
  const { spread } = kind;
  const chanced = cells.map(({ n, hits }) => ({ n: n / spread, hits: hits / spread }));
  return chanced.reduce((sum, cell) => sum + logGammaPoisson(cell, (mean * strength) / spread, strength / spread), 0);
}

/** log of B(hits + a, n − hits + b) / B(a, b). */
function logBetaBinomial({ n, hits }: CellCounts, a: number, b: number): number {
  return logRising(a, hits) + logRising(b, n - hits) - logRising(a + b, n);
}

/** log of the chance of so many in n when the rate is from Gamma(a, b), but for what depends on the count alone. */
function logGammaPoisson({ n, hits }: CellCounts, a: number, b: number): number {
  return logRising(a, hits) + a * Math.log(b / (b + n)) + hits * Math.log(n / (b + n));
}

/** log of Γ(a + n) / Γ(a). */
function logRising(a: number, n: number): number {
  return logGamma(a + n) - logGamma(a);
}
