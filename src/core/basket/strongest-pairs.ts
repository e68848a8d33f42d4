import { isBeyondChance } from './beyond-chance';
import { crowdingBut, type PairCounts } from './pair-counts';

/** Two items by rank, and how often they were met; all whole numbers of baskets. */
export interface Pair {
  first: number;
  second: number;
  firsts: number;
  seconds: number;
  both: number;
  whole: number;
  /** Whether chance would make no pair of all stand out so far, were baskets independent and as large as they are. */
  beyond: boolean;
  /** How many times as often as by chance any other two items were met, see `crowdingBut`. */
  crowding: number;
}

interface Choice {
  /** Fewest times that a pair must have been met. */
  least: number;
  /** Pairs that are kept. */
  most: number;
  /** How many pairs there are to be tested. */
  tests: number;
  /** Whether an item may be paired with itself. */
  self: boolean;
  textOf(rank: number): string;
}

/**
 * The pairs that were met more often than by chance: those beyond doubt first, then by how many more (leverage), of equals by their letters.
 * Lift alone would put the rarest first. Cost: one look at each pair of items.
 */
export function strongestPairs(counts: PairCounts, { least, most, tests, self, textOf }: Choice): Pair[] {
  const { items, both, firsts, seconds, whole } = counts;
  const extra = (pair: Pair): number => pair.both * whole - pair.firsts * pair.seconds;
  const letters = (a: Pair, b: Pair): number => compare(textOf(a.first), textOf(b.first)) || compare(textOf(a.second), textOf(b.second));
  const order = (a: Pair, b: Pair): number => Number(b.beyond) - Number(a.beyond) || extra(b) - extra(a) || letters(a, b);
  let kept: Pair[] = [];
  let bar: Pair | null = null;
  for (let first = 0; first < items; first++) {
    for (let second = 0; second < items; second++) {
      const met = both[first * items + second]!;
      if (met < least || met === 0 || (first === second && !self)) continue;
      const expected = (firsts[first]! * seconds[second]!) / whole;
      if (met <= expected) continue;
      const crowding = crowdingBut(counts, met, expected);
      const beyond = isBeyondChance(met, expected * crowding, tests);
      const pair = { first, second, firsts: firsts[first]!, seconds: seconds[second]!, both: met, whole, beyond, crowding };
      if (bar && order(bar, pair) <= 0) continue;
      kept.push(pair);
      if (kept.length < 2 * most + 64) continue;
      kept = kept.sort(order).slice(0, most);
      bar = kept[most - 1]!;
    }
  }
  return kept.sort(order).slice(0, most);
}

/** The same pair from the item that fewer baskets hold, which says more of the other one; of equals from the first by its letters. */
export function fromTheRarer(pair: Pair, textOf: (rank: number) => string): Pair {
  const stays = pair.firsts < pair.seconds || (pair.firsts === pair.seconds && textOf(pair.first) < textOf(pair.second));
  return stays ? pair : { ...pair, first: pair.second, second: pair.first, firsts: pair.seconds, seconds: pair.firsts };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
