import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';
import { wilson } from '../stats/wilson';
import type { OrderItems } from '../tables/order-items';
import { basketsOf, isEmpty, isFollowed, type Baskets, type Span } from './baskets';
import { countNext, type PairCounts } from './pair-counts';
import { rankedBaskets, takenItems } from './ranked-baskets';

/** How many are proposed. */
export const PROPOSED = 3;

/** What came of proposing three items for a next order, from what was known before a day; customers ascending. */
export interface NextTest {
  /** First day that was not known. */
  cut: Day;
  tested: Uint32Array;
  /** Items that could be proposed; where there are no more than are, whatever comes is among them and nothing is tested. */
  items: number;
  /** Whose next order held one of the three after their last items, and one of the three that most often come next at all. */
  hit: Uint32Array;
  plainHit: Uint32Array;
}

/**
 * Holds back the last part of the days and looks whether what comes after what foretells it better than what is bought most.
 *
 * Pairs are counted before the cut only. Tested is each customer's first order day after it that has one before. After a day with several
 * items the three with the highest lower end of the range (Wilson) after any of them are proposed, filled up with the plain three; the same
 * item again may be among them. Cost: as `countNext`, and one look at each pair.
 */
export function nextTest(orders: OrderTable, goods: OrderItems, { from, to }: Span, choice: NextTestChoice): NextTest {
  const begin = Math.max(from, orders.firstDay);
  const cut = to - Math.floor(Math.max(0, to - begin) * choice.heldBackShare);
  const before = basketsOf(orders, goods, { from, to: cut }, 'order-day');
  const taken = takenItems(before, goods, choice.leastTogether, choice.mostItems);
  const counts = countNext(rankedBaskets(before, goods, taken), before);
  const plain = mostBought(counts);
  const after = proposals(counts, choice.leastTogether);
  const all = basketsOf(orders, goods, { from, to }, 'order-day');
  const { first, items } = rankedBaskets(all, goods, taken);
  const [tested, hit, plainHit]: [number[], number[], number[]] = [[], [], []];
  for (const b of testedDays(all, cut)) {
    const last = items.subarray(first[b], first[b + 1]);
    const next = items.subarray(first[b + 1], first[b + 2]);
    const customer = all.customer[b]!;
    tested.push(customer);
    if (
      best(
        [...last].flatMap((item) => after[item]!),
        plain,
      ).some((item) => next.includes(item))
    )
      hit.push(customer);
    if (plain.some((item) => next.includes(item))) plainHit.push(customer);
  }
  return { cut, items: counts.items, tested: Uint32Array.from(tested), hit: Uint32Array.from(hit), plainHit: Uint32Array.from(plainHit) };
}

export interface NextTestChoice {
  /** Part of the days that is held back, 0 to 1. */
  heldBackShare: number;
  leastTogether: number;
  mostItems: number;
}

/** Of each customer the first day with an order after the cut that follows another, of both of which something is known: the day before it. */
function testedDays(all: Baskets, cut: Day): number[] {
  const days: number[] = [];
  for (let b = 0; b < all.size; b++) {
    const follows = isFollowed(all, b) && all.day[b + 1]! >= cut && !isEmpty(all, b) && !isEmpty(all, b + 1);
    if (follows && (days.length === 0 || all.customer[days.at(-1)!] !== all.customer[b])) days.push(b);
  }
  return days;
}

interface Proposal {
  item: number;
  /** Lower end of the range of its share. */
  low: number;
}

/** The items that come next most often, whatever came before. */
function mostBought({ seconds }: PairCounts): number[] {
  const ranks = Array.from(seconds.keys()).filter((item) => seconds[item]! > 0);
  return ranks.sort((a, b) => seconds[b]! - seconds[a]! || a - b).slice(0, PROPOSED);
}

/** The three surest after each item. */
function proposals({ items, both, firsts }: PairCounts, least: number): Proposal[][] {
  return Array.from({ length: items }, (_, first) => {
    let best: Proposal[] = [];
    for (let item = 0; item < items; item++) {
      const met = both[first * items + item]!;
      if (met < Math.max(1, least)) continue;
      best.push({ item, low: wilson(met, firsts[first]!).low });
      if (best.length > PROPOSED) best = best.sort(surest).slice(0, PROPOSED);
    }
    return best.sort(surest);
  });
}

function surest(a: Proposal, b: Proposal): number {
  return b.low - a.low || a.item - b.item;
}

function best(proposed: readonly Proposal[], plain: readonly number[]): number[] {
  const ranked = [...proposed].sort(surest).map(({ item }) => item);
  return [...new Set([...ranked, ...plain])].slice(0, PROPOSED);
}
