import type { Minor } from '../../../terms/money';
import type { CustomerSpend } from './spend-by-customer';

/** A stretch of the customers of some days, by falling spend: ranks [from, to), 0 first. */
export interface ValueBand {
  name: string;
  from: number;
  to: number;
}

/** Customers by what they spent, ready for bands. */
export interface RankedSpend extends CustomerSpend {
  /** Spend in rising order. */
  sorted: Float64Array;
  /** `before[k]`: what the first k customers by falling spend brought together. */
  before: Float64Array;
}

/** Percentages of customers that have a row of their own. */
const TOPS = [1, 5, 10, 20, 50];

/** Cost: a sort of the customers' sums, none of orders. */
export function rankedSpend(spend: CustomerSpend): RankedSpend {
  const sorted = Float64Array.from(spend.spend).sort();
  const n = sorted.length;
  const before = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) before[k + 1] = before[k]! + sorted[n - 1 - k]!;
  return { ...spend, sorted, before };
}

/**
 * The bands of customers: the top 1, 5, 10, 20 and 50 % (a part of a customer counts as one; without a whole one there is no row), all,
 * ten equal parts (from ten customers on), and those who bring the first `aPercent` of sales (a), the next `bPercent` (b) and the rest (c), where
 * sales are above 0.
 */
export function valueBands({ sorted, before, total }: RankedSpend, aPercent: number, bPercent: number): ValueBand[] {
  const n = sorted.length;
  const upTo = (percent: number): number => Math.ceil((n * percent) / 100);
  const tops = TOPS.filter((percent) => n * percent >= 100).map((percent) => ({ name: `top-${percent}`, from: 0, to: upTo(percent) }));
  const tenths = Array.from({ length: n >= 10 ? 10 : 0 }, (_, i) => ({
    name: `tenth-${i + 1}`,
    from: upTo(i * 10),
    to: upTo(i * 10 + 10),
  }));
  // A customer belongs to the band in which the sum of those before lies, so the one who crosses a limit is still within it.
  const within = (percent: number): number => before.subarray(0, n).findIndex((sum) => sum * 100 >= percent * total);
  const end = (percent: number): number => (within(percent) < 0 ? n : within(percent));
  const [a, b] = [end(aPercent), end(aPercent + bPercent)];
  const letters = [
    { name: 'a', from: 0, to: a },
    { name: 'b', from: a, to: b },
    { name: 'c', from: b, to: n },
  ];
  return [...tops, { name: 'all', from: 0, to: n }, ...tenths, ...(total > 0 ? letters : [])].filter((band) => band.to > band.from);
}

/** What the customers of a band brought together. */
export function bandRevenue({ before }: RankedSpend, { from, to }: ValueBand): Minor {
  return before[to]! - before[from]!;
}

/** The smallest spend in a band. */
export function leastSpend({ sorted }: RankedSpend, { to }: ValueBand): Minor {
  return sorted[sorted.length - to]!;
}

/** The customers of a band, ascending; of those with equal spend the lower index ranks first. Cost: one pass over customers. */
export function bandMembers({ who, spend, sorted }: RankedSpend, { from, to }: ValueBand): Uint32Array {
  const n = sorted.length;
  const [most, least] = [sorted[n - 1 - from]!, sorted[n - to]!];
  // Ranks of the first customer with exactly these sums.
  let [nextMost, nextLeast] = [n - countUpTo(sorted, most), n - countUpTo(sorted, least)];
  return who.filter((_, i) => {
    const value = spend[i]!;
    const rank = value === least ? nextLeast++ : -1;
    if (value === most) return nextMost++ >= from && (most !== least || rank < to);
    return value < most && (value > least || (value === least && rank < to));
  });
}

/** How many of rising values are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Gini coefficient of spend: 0 when all customers bring the same, towards 1 when one brings everything. null when they bring nothing together.
 * Source: C. Gini, Variabilità e mutabilità, 1912; here as Σ (2i − n − 1) xᵢ / (n Σ xᵢ) over rising values, i from 1.
 */
export function giniOf({ sorted, total }: RankedSpend): number | null {
  if (!(total > 0)) return null;
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (2 * i + 1 - n) * sorted[i]!;
  return sum / (n * total);
}
