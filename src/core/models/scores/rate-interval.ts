import type { CellPrior } from './cell-prior';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * 95 % interval of a rate per customer from a count: Byar's approximation to the exact limits of a Poisson mean, which are quantiles of gamma
 * distributions (Wilson and Hilferty's cube), for count / spread among n / spread customers.
 *
 * Of 10 by chance alone it is 4.78 to 18.39, where the exact limits are 4.80 and 18.39.
 * @param spread  variance of the count as a multiple of what chance alone makes it, at least 1
 * @source  N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research II, IARC 1987, section 2.3
 */
export function rateInterval(count: number, n: number, spread: number): { low: number; high: number } {
  const [chanced, of] = [count / spread, n / spread];
  return { low: gammaCube(chanced, -Z) / of, high: gammaCube(chanced + 1, Z) / of };
}

/** Where the rate of a cell lies of which nothing was seen: the middle 95 % of the prior; where nobody did it, what `customers` of them allow. */
export function rateIntervalOfNobody({ mean, strength }: CellPrior, spread: number, customers: number): { low: number; high: number } {
  if (mean === 0) return rateInterval(0, customers, spread);
  const [shape, rate] = [(mean * strength) / spread, strength / spread];
  return { low: gammaCube(shape, -Z) / rate, high: gammaCube(shape, Z) / rate };
}

/** Quantile of a gamma distribution of scale 1 at the normal deviate z, at least 0. */
function gammaCube(shape: number, z: number): number {
  return shape > 0 ? shape * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3 : 0;
}
