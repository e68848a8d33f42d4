import type { Interval } from '../../terms/answer';
import { addCluster, clusteredShare, noClusters } from '../stats/clustered-share';
import { wilson } from '../stats/wilson';
import { isEmpty, type Baskets } from './baskets';

/** Two items by their codes. */
export interface ItemPair {
  first: number;
  second: number;
}

/** Where the second item is looked for: in the basket that holds the first, or in the customer's next one. */
export type Where = 'same' | 'next';

/**
 * How sure the share of baskets with the first item is that hold the second as well (or are followed by one that does), 95 %.
 *
 * Baskets of one customer are alike, so many of one say less than as many of many: see `clusteredShare`; Wilson's where each has one.
 * Cost: one pass over the baskets, with a look at the pairs of each first item that is met.
 */
export function shareIntervals(baskets: Baskets, pairs: readonly ItemPair[], items: number, where: Where): Interval[] {
  /** Basket + 1 that an item was last met in. */
  const seen = new Uint32Array(items);
  const pairsFrom = new Map<number, number[]>();
  pairs.forEach(({ first }, p) => pairsFrom.set(first, [...(pairsFrom.get(first) ?? []), p]));
  const isFirst = new Uint8Array(items);
  for (const { first } of pairs) isFirst[first] = 1;
  const sums = pairs.map(noClusters);
  const [x, y] = [new Uint32Array(pairs.length), new Uint32Array(pairs.length)];
  let met = false;
  for (let b = 0; b < baskets.size; b++) {
    for (let k = baskets.first[b]!; k < baskets.first[b + 1]!; k++) seen[baskets.items[k]!] = b + 1;
    const left = leftOf(baskets, b, where);
    for (let k = left < 0 ? 0 : baskets.first[left]!; left >= 0 && k < baskets.first[left + 1]!; k++) {
      if (isFirst[baskets.items[k]!] === 0) continue;
      met = true;
      for (const p of pairsFrom.get(baskets.items[k]!)!) {
        x[p]!++;
        if (seen[pairs[p]!.second] === b + 1) y[p]!++;
      }
    }
    if (!met || (b + 1 < baskets.size && baskets.customer[b + 1] === baskets.customer[b])) continue;
    for (let p = 0; p < pairs.length; p++) addCluster(sums[p]!, x[p]!, y[p]!);
    x.fill(0);
    y.fill(0);
    met = false;
  }
  return sums.map((sum) => (sum.groups === sum.x ? wilson(sum.y, sum.x) : clusteredShare(sum, sum.x)));
}

/** The basket in which the first item is looked for, when the second is in basket b; -1 where there is none of which anything is known. */
export function leftOf(baskets: Baskets, b: number, where: Where): number {
  if (isEmpty(baskets, b)) return -1;
  if (where === 'same') return b;
  return b > 0 && baskets.customer[b - 1] === baskets.customer[b] && !isEmpty(baskets, b - 1) ? b - 1 : -1;
}

/** One pair counted, with the customers behind each number, ascending. */
export interface PairEvidence {
  /** Baskets, or pairs of baskets one after the other, of which something is known. */
  whole: number;
  firsts: number;
  seconds: number;
  both: number;
  who: Record<'whole' | 'firsts' | 'seconds' | 'both', Uint32Array>;
}

/** Counts one pair. Cost: one pass over the baskets. */
export function pairEvidence(baskets: Baskets, { first, second }: ItemPair, where: Where): PairEvidence {
  const counts = { whole: 0, firsts: 0, seconds: 0, both: 0 };
  const who = { whole: [] as number[], firsts: [] as number[], seconds: [] as number[], both: [] as number[] };
  const add = (key: keyof typeof counts, customer: number): void => {
    counts[key]++;
    if (who[key].at(-1) !== customer) who[key].push(customer);
  };
  const holds = (b: number, item: number): boolean => baskets.items.subarray(baskets.first[b], baskets.first[b + 1]).includes(item);
  for (let b = 0; b < baskets.size; b++) {
    const left = leftOf(baskets, b, where);
    if (left < 0) continue;
    const customer = baskets.customer[b]!;
    add('whole', customer);
    const [hasFirst, hasSecond] = [holds(left, first), holds(b, second)];
    if (hasFirst) add('firsts', customer);
    if (hasSecond) add('seconds', customer);
    if (hasFirst && hasSecond) add('both', customer);
  }
  const lists = { whole: who.whole, firsts: who.firsts, seconds: who.seconds, both: who.both };
  return {
    ...counts,
    who: Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, Uint32Array.from(list)])) as PairEvidence['who'],
  };
}
