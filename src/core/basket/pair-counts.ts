import { isEmpty, isFollowed, type Baskets } from './baskets';
import type { RankedBaskets } from './ranked-baskets';

/** How often two items, by rank, were met, of how often they could have been. */
export interface PairCounts {
  /** Items; a pair is a number below. */
  items: number;
  /** By `first · items + second`; of a pair without a direction the lower rank stands first. */
  both: Uint32Array;
  /** How often each item stood first, and second. */
  firsts: Uint32Array;
  seconds: Uint32Array;
  /** How often there was something to be met in. */
  whole: number;
  /** Of all pairs of two different items together, how often they were met, and how often by chance they would have been. */
  crowd: { met: number; expected: number };
}

/**
 * How many times as often as by chance any other two items were met on average, at least 1: large baskets hold more of everything, which is no
 * news of any pair. The pair itself does not count, for where little else goes together it would be held against itself.
 */
export function crowdingBut({ crowd }: Pick<PairCounts, 'crowd'>, both: number, expected: number): number {
  const rest = crowd.expected - expected;
  return rest > 1e-9 * crowd.expected ? Math.max(1, (crowd.met - both) / rest) : 1;
}

function crowdOf({ items, both, firsts, seconds, whole }: Omit<PairCounts, 'crowd'>, ways: 1 | 2): PairCounts['crowd'] {
  let [met, all, self] = [0, 0, 0];
  for (const count of both) met += count;
  const together = seconds.reduce((sum, count) => sum + count, 0);
  for (let item = 0; item < items; item++) {
    met -= both[item * items + item]!;
    all += firsts[item]! * together;
    self += firsts[item]! * seconds[item]!;
  }
  return { met, expected: whole > 0 ? ((all - self) * ways) / 2 / whole : 0 };
}

/**
 * How many baskets hold two items. Cost: half the square of each basket's items in time, 4 bytes for each pair of items that were taken: 16 MB
 * for 2,000.
 */
export function countTogether({ size, first, items, taken }: RankedBaskets): PairCounts {
  const { length } = taken.codes;
  const both = new Uint32Array(length * length);
  for (let b = 0; b < size; b++) {
    const end = first[b + 1]!;
    for (let i = first[b]!; i < end; i++) {
      const row = items[i]! * length;
      for (let k = i + 1; k < end; k++) both[row + items[k]!]!++;
    }
  }
  const counts = { items: length, both, firsts: taken.counts, seconds: taken.counts, whole: taken.known };
  return { ...counts, crowd: crowdOf(counts, 1) };
}

/**
 * How often a basket with the first item was followed by one of the same customer with the second, among baskets of one customer of which
 * something is known, `all` of them by their codes. Cost: the product of the items of two baskets that follow each other; 4 bytes a pair.
 */
export function countNext(ranked: RankedBaskets, all: Baskets): PairCounts {
  const { first, items, taken } = ranked;
  const { length } = taken.codes;
  const both = new Uint32Array(length * length);
  const firsts = new Uint32Array(length);
  const seconds = new Uint32Array(length);
  let whole = 0;
  for (let b = 0; b < all.size; b++) {
    if (!isFollowed(all, b) || isEmpty(all, b) || isEmpty(all, b + 1)) continue;
    whole++;
    const [start, middle, end] = [first[b]!, first[b + 1]!, first[b + 2]!];
    for (let k = middle; k < end; k++) seconds[items[k]!]!++;
    for (let i = start; i < middle; i++) {
      firsts[items[i]!]!++;
      const row = items[i]! * length;
      for (let k = middle; k < end; k++) both[row + items[k]!]!++;
    }
  }
  const counts = { items: length, both, firsts, seconds, whole };
  return { ...counts, crowd: crowdOf(counts, 2) };
}
