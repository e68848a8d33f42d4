import type { Triples } from '../../../src/core/models/lifetime/triples';

/** Triples of one customer each, in any unit (published data are in weeks with a fraction), in the order of `mergedTriples`. */
export function triplesOf(x: ArrayLike<number>, recency: ArrayLike<number>, age: ArrayLike<number>): Triples {
  const order = Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]! || recency[a]! - recency[b]! || age[a]! - age[b]!);
  const sorted = (column: ArrayLike<number>): Float64Array => Float64Array.from(order, (i) => column[i]!);
  return { size: x.length, x: sorted(x), recency: sorted(recency), age: sorted(age), weight: new Float64Array(x.length).fill(1) };
}
