import { steadyDice } from '../../stats/steady-dice';
import { cholesky } from './cholesky';
import type { Fit } from '../lifetime/lifetime-model';

/**
 * Parameters as they might be too, drawn from what the fit leaves open: normal in their logarithms, around the fit (Laplace). The same for
 * the same seed; empty where the fit has no covariance.
 */
export function drawParameters({ theta, covariance }: Pick<Fit, 'theta' | 'covariance'>, count: number, seed: number): Float64Array[] {
  const root = covariance && cholesky(covariance);
  if (!root) return [];
  const normal = normalDice(seed);
  const n = theta.length;
  return Array.from({ length: count }, () => {
    const z = Float64Array.from(theta, normal);
    return theta.map((value, i) => {
      let shift = 0;
      for (let j = 0; j <= i; j++) shift += root[i * n + j]! * z[j]!;
      return value * Math.exp(shift);
    });
  });
}

/** Standard normal numbers, by Box and Muller. */
function normalDice(seed: number): () => number {
  const dice = steadyDice(seed);
  for (let i = 0; i < 20; i++) dice(); // a small seed takes some rounds to fill the word
  return () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
}
