import { isBeyondChance, type Met } from './beyond-chance';
import { crowdingBut, type PairCounts } from './pair-counts';

/** Two items by rank, and how often they were met; all whole numbers of baskets. */
export interface Pair {
  first: number;
  second: number;
  firsts: number;
  seconds: number;
  both: number;
  whole: number;
  /** Whether chance would make no pair of all stand out so far, with baskets as large as they are and customers who repeat themselves. */
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
  /** How many baskets of a customer say as much of each of these pairs as one of somebody new, see `repeatEffects`. */
  repeats(pairs: readonly Pair[]): number[];
}

/** Pairs that are looked at by customer for each that is kept: those that repeats have made go first, and others come up. */
const LOOKED_AT = 8;

/**
 * The pairs that were met more often than by chance: those beyond doubt first, then by how many more (leverage), of equals by their letters.
 * Lift alone would put the rarest first. Cost: one look at each pair of items, and `repeats` of those that stand out.
 */
export function strongestPairs(counts: PairCounts, choice: Choice): Pair[] {
  const { most, tests, repeats } = choice;
  const order = orderOf(choice);
  const found = likeliest(counts, choice, most * LOOKED_AT);
  const standing = found.filter(({ beyond }) => beyond);
  const effects = repeats(standing);
  standing.forEach((pair, p) => {
    pair.beyond = isBeyondChance(metOf(pair), tests, effects[p]);
  });
  return found.sort(order).slice(0, most);
}

/** How often a pair was met, and how often by chance in baskets of these sizes. */
export function metOf({ firsts, seconds, both, whole, crowding }: Omit<Pair, 'first' | 'second' | 'beyond'>): Met {
  return { met: both, expected: ((firsts * seconds) / whole) * crowding, draws: Math.min(firsts, seconds) };
}

/** Those beyond doubt first, then by how many more were met than by chance. */
function orderOf({ textOf }: Choice): (a: Pair, b: Pair) => number {
  const extra = (pair: Pair): number => pair.both * pair.whole - pair.firsts * pair.seconds;
  const letters = (a: Pair, b: Pair): number => compare(textOf(a.first), textOf(b.first)) || compare(textOf(a.second), textOf(b.second));
  return (a, b) => Number(b.beyond) - Number(a.beyond) || extra(b) - extra(a) || letters(a, b);
}

/** The first `most` pairs as if every basket were of somebody new. */
function likeliest(counts: PairCounts, choice: Choice, most: number): Pair[] {
  const { least, tests, self } = choice;
  const { items, both, firsts, seconds, whole } = counts;
  const order = orderOf(choice);
  let kept: Pair[] = [];
  let bar: Pair | null = null;
  for (let first = 0; first < items; first++) {
    for (let second = 0; second < items; second++) {
      const met = both[first * items + second]!;
      if (met < least || met === 0 || (first === second && !self)) continue;
      const expected = (firsts[first]! * seconds[second]!) / whole;
      if (met <= expected) continue;
      const crowding = crowdingBut(counts, met, expected);
      const found = { firsts: firsts[first]!, seconds: seconds[second]!, both: met, whole, crowding };
      const pair = { first, second, ...found, beyond: isBeyondChance(metOf(found), tests) };
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
