import type { Triples } from './triples';

/**
 * About `most` histories in place of many: neighbours with the same x become their mean, so that every customer still counts. The triples
 * themselves where there are no more.
 */
export function coarserTriples(triples: Triples, most: number): Triples {
  const { size, x, recency, age, weight } = triples;
  if (size <= most) return triples;
  const width = Math.ceil(size / most);
  const coarse = { x: [] as number[], recency: [] as number[], age: [] as number[], weight: [] as number[] };
  for (let from = 0, to = 0; from < size; from = to) {
    let customers = 0;
    let silent = 0;
    let known = 0;
    for (to = from; to < size && to < from + width && x[to] === x[from]; to++) {
      customers += weight[to]!;
      silent += weight[to]! * recency[to]!;
      known += weight[to]! * age[to]!;
    }
    coarse.x.push(x[from]!);
    coarse.recency.push(silent / customers);
    coarse.age.push(known / customers);
    coarse.weight.push(customers);
  }
  const column = (values: number[]): Float64Array => Float64Array.from(values);
  return {
    size: coarse.x.length,
    x: column(coarse.x),
    recency: column(coarse.recency),
    age: column(coarse.age),
    weight: column(coarse.weight),
  };
}
