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
 *
 * The three numbers of a history are the digits of one, which sorts without being compared three times: at a century of days each it stays
 * far below 2⁵³.
 * @returns  the triples, and for each row of the history the index of its triple
 * Cost: n log n.
 */
export function mergedTriples({ count, x, recency, age }: RepeatHistory): { triples: Triples; of: Uint32Array } {
  const [ages, recencies] = [most(age) + 1, most(recency) + 1];
  const keys = Float64Array.from({ length: count }, (_, i) => (x[i]! * recencies + recency[i]!) * ages + age[i]!);
  const sorted = keys.slice().sort();
  const weight = new Float64Array(count);
  let size = 0;
  for (const key of sorted) {
    if (size === 0 || sorted[size - 1] !== key) sorted[size++] = key;
    weight[size - 1]!++;
  }
  const different = sorted.subarray(0, size);
  return {
    triples: {
      size,
      x: different.map((key) => Math.floor(key / (ages * recencies))),
      recency: different.map((key) => Math.floor(key / ages) % recencies),
      age: different.map((key) => key % ages),
      weight: weight.slice(0, size),
    },
    of: Uint32Array.from(keys, (key) => placeOf(different, key)),
  };
}

function most(column: Uint32Array): number {
  return column.reduce((a, b) => Math.max(a, b), 0);
}

/** Where a number stands in an ascending list that holds it. */
function placeOf(list: Float64Array, key: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
