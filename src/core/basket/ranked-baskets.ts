import type { OrderItems } from '../tables/order-items';
import { isEmpty, type Baskets } from './baskets';

/** The items that pairs are counted of, the most frequent first: rank is position. */
export interface TakenItems {
  codes: Uint32Array;
  /** Baskets with each, by rank. */
  counts: Uint32Array;
  /** Baskets of which at least one item is known. */
  known: number;
}

/** Baskets that hold ranks in place of codes, rising; items that were not taken are gone. */
export type RankedBaskets = Baskets & { taken: TakenItems };

const NOT_TAKEN = -1;

/** The items that at least `least` baskets hold, at most the `most` most frequent. Cost: one pass over the items. */
export function takenItems(baskets: Baskets, goods: OrderItems, least: number, most: number): TakenItems {
  const counts = new Uint32Array(goods.texts.length);
  for (const item of baskets.items) counts[item]!++;
  const enough = Array.from(counts.keys()).filter((item) => counts[item]! >= Math.max(1, least));
  enough.sort((a, b) => counts[b]! - counts[a]! || (goods.texts[a]! < goods.texts[b]! ? -1 : 1));
  const codes = Uint32Array.from(enough.slice(0, most));
  let known = 0;
  for (let b = 0; b < baskets.size; b++) if (!isEmpty(baskets, b)) known++;
  return { codes, counts: codes.map((item) => counts[item]!), known };
}

/** The baskets with the taken items only. Cost: one pass over the items and a sort of each basket. */
export function rankedBaskets(baskets: Baskets, goods: OrderItems, taken: TakenItems): RankedBaskets {
  const rankOf = new Int32Array(goods.texts.length).fill(NOT_TAKEN);
  taken.codes.forEach((item, rank) => (rankOf[item] = rank));
  const first = new Uint32Array(baskets.size + 1);
  const ranks = new Uint32Array(baskets.items.length);
  let at = 0;
  for (let b = 0; b < baskets.size; b++) {
    for (let k = baskets.first[b]!; k < baskets.first[b + 1]!; k++) {
      const rank = rankOf[baskets.items[k]!]!;
      if (rank !== NOT_TAKEN) ranks[at++] = rank;
    }
    if (at - first[b]! > FEW) ranks.subarray(first[b], at).sort();
    else sortFew(ranks, first[b]!, at);
    first[b + 1] = at;
  }
  return { ...baskets, first, items: ranks.slice(0, at), taken };
}

/** Up to so many are sorted here: most baskets are small, and each call of the engine's own sort costs a view. */
const FEW = 16;

function sortFew(values: Uint32Array, begin: number, end: number): void {
  for (let i = begin + 1; i < end; i++) {
    const value = values[i]!;
    let k = i;
    for (; k > begin && values[k - 1]! > value; k--) values[k] = values[k - 1]!;
    values[k] = value;
  }
}
