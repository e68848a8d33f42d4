import type { RepeatHistory } from './repeat-history';

/**
 * The different (x, t_x, T) of many customers, each once with the number of customers who have it: a likelihood over a million customers
 * costs what its different histories cost. Times may be in any one unit, whole or not.
 */
export interface Triples {
  size: number;
  x: Float64Array;
  /** t_x. */
  recency: Float64Array;
  /** T. */
  age: Float64Array;
  weight: Float64Array;
}

/**
 * Equal histories taken together, sorted by x, then t_x, then T, so that the order of customers does not matter to the last bit.
 * @returns  the triples, and for each row of the history the index of its triple
 * Cost: n log n in the different histories at worst.
 */
export function mergedTriples({ count, x, recency, age }: RepeatHistory): { triples: Triples; of: Uint32Array } {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => x[a]! - x[b]! || recency[a]! - recency[b]! || age[a]! - age[b]!);
  const of = new Uint32Array(count);
  const columns = {
    x: new Float64Array(count),
    recency: new Float64Array(count),
    age: new Float64Array(count),
    weight: new Float64Array(count),
  };
  let size = 0;
  for (let k = 0; k < count; k++) {
    const i = order[k]!;
    const at = size - 1;
    const isSame = at >= 0 && columns.x[at] === x[i] && columns.recency[at] === recency[i] && columns.age[at] === age[i];
    if (!isSame) {
      columns.x[size] = x[i]!;
      columns.recency[size] = recency[i]!;
      columns.age[size] = age[i]!;
      size++;
    }
    columns.weight[size - 1]!++;
    of[i] = size - 1;
  }
  const cut = (column: Float64Array): Float64Array => column.slice(0, size);
  return {
    triples: { size, x: cut(columns.x), recency: cut(columns.recency), age: cut(columns.age), weight: cut(columns.weight) },
    of,
  };
}
