import { select } from './select';

/**
 * Quantile of the first `length` values by definition 7 of Hyndman and Fan: linear between the two nearest of n values at (n − 1)p.
 *
 * The default of R, NumPy, Excel's PERCENTILE.INC and DuckDB's quantile_cont. Changes the order of `values`.
 * @param values  at least one, none NaN
 * @param p       0 to 1
 * @source        R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (4), 1996, 361–365
 */
export function quantile(values: Float64Array, p: number, length = values.length): number {
  const { below, weight } = position(length, p);
  const low = select(values, below, length);
  if (weight === 0) return low;
  let high = Infinity;
  for (let i = below + 1; i < length; i++) if (values[i]! < high) high = values[i]!;
  return low + weight * (high - low);
}

/**
 * The same quantile of whole numbers that are given as counts: `counts[v]` values equal v.
 *
 * @param total  sum of the counts, at least 1
 * Cost: one pass over the counts.
 */
export function quantileOfCounts(counts: Uint32Array, total: number, p: number): number {
  const { below, weight } = position(total, p);
  let seen = 0;
  let low = -1;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (low < 0 && seen > below) low = value;
    if (low >= 0 && (weight === 0 || seen > below + 1)) return low + weight * (value - low);
  }
  return low;
}

function position(n: number, p: number): { below: number; weight: number } {
  const at = (n - 1) * p;
  const below = Math.floor(at);
  return { below, weight: at - below };
}
