import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';
import { wilson } from '../stats/wilson';
import type { ItemKind, OrderItems } from '../tables/order-items';
import { basketsOf, isEmpty, isFollowed, type Baskets } from './baskets';
import { isBeyondChance } from './beyond-chance';
import { crowdingBut } from './pair-counts';
import { shareIntervals } from './pair-evidence';
import { repeatEffects } from './repeat-effects';
import { takenItems } from './ranked-baskets';
import { metOf } from './strongest-pairs';

/** Something that others bought next, and this customer never has. */
export interface NextItem {
  name: string;
  /** What of the last order it followed. */
  after: string;
  /** Days with an order that held it and were followed by another, and of these how often the item came next. */
  firsts: number;
  both: number;
  share: number;
  low: number;
  high: number;
  /** Share of all followed days after which it came. */
  byChance: number;
}

/** What a customer may buy next, by what others did. */
export interface NextItems {
  kind: ItemKind;
  lastDay: Day;
  /** The surest first, at most three; empty where nothing is surer than what everybody buys. */
  likely: NextItem[];
}

const LEAST = 5;
const MOST_ITEMS = 1000;
const MOST_SHOWN = 3;

/**
 * What others bought on the order day after one like this customer's last, that this one has never bought: at least five times, more often
 * than chance among all pairs that were looked at, and with a range above what everybody buys. null where nothing is known of the last order
 * day. Cost: one pass over the orders up to `asOf`, twice where there is something to say.
 */
export function nextForCustomer(orders: OrderTable, goods: OrderItems, customer: number, asOf: Day): NextItems | null {
  const all = basketsOf(orders, goods, { from: -Infinity, to: asOf + 1 }, 'order-day');
  const own = basketsBetween(all, customer);
  if (own.begin === own.end || isEmpty(all, own.end - 1)) return null;
  const bought = new Set(all.items.subarray(all.first[own.begin], all.first[own.end]));
  const lastItems = [...all.items.subarray(all.first[own.end - 1], all.first[own.end])];
  const { codes } = takenItems(all, goods, LEAST, MOST_ITEMS);
  const open = codes.filter((item) => !bought.has(item));
  const taken = new Set(codes);
  const found = followed(
    all,
    lastItems.filter((item) => taken.has(item)),
    open,
    goods.texts.length,
  );
  const effects = repeatEffects(all, found, goods.texts.length, 'next');
  const sure = found.filter((one, i) => isBeyondChance(metOf(one), one.tests, effects[i]));
  const best = bestOfEach(
    sure.map((one) => ({ ...one, low: wilson(one.both, one.firsts).low })),
    goods,
  );
  const ranges = shareIntervals(all, best, goods.texts.length, 'next');
  const names = goods.names();
  const likely = best.map((one, i): NextItem => {
    const { firsts, both } = one;
    const { low, high } = ranges[i]!;
    const byChance = one.seconds / one.whole;
    return { name: names[one.second]!, after: names[one.first]!, firsts, both, share: both / firsts, low, high, byChance };
  });
  const surer = likely.filter(({ low, byChance }, i) => low > byChance * best[i]!.crowding);
  return { kind: goods.kind, lastDay: all.day[own.end - 1]!, likely: surer.slice(0, MOST_SHOWN) };
}

interface Followed {
  first: number;
  second: number;
  firsts: number;
  seconds: number;
  both: number;
  whole: number;
  /** Among how many pairs it stood out. */
  tests: number;
  /** How many times as much of all else was bought after days with the first item as after all days, at least 1. */
  crowding: number;
}

/** The baskets of one customer: [begin, end). */
function basketsBetween({ size, customer }: Baskets, of: number): { begin: number; end: number } {
  let begin = 0;
  while (begin < size && customer[begin]! < of) begin++;
  let end = begin;
  while (end < size && customer[end] === of) end++;
  return { begin, end };
}

/** Which of `seconds` came on the order day after which of `firsts`, often enough and beyond chance. */
function followed(all: Baskets, firsts: readonly number[], seconds: Uint32Array, items: number): Followed[] {
  const { both, met, came, whole } = countFollowed(all, firsts, seconds, items);
  const tests = met.filter((count) => count > 0).length * came.filter((count) => count > 0).length;
  const allCame = came.reduce((sum, count) => sum + count, 0);
  const after = firsts.map((_, f) => both.subarray(f * seconds.length, (f + 1) * seconds.length).reduce((sum, count) => sum + count, 0));
  const found: Followed[] = [];
  both.forEach((count, at) => {
    if (count < LEAST) return;
    const [f, s] = [Math.floor(at / seconds.length), at % seconds.length];
    const expected = (met[f]! * came[s]!) / whole;
    // How much more of all else is bought after this than after other days.
    const crowd = { met: after[f]!, expected: (met[f]! * allCame) / whole };
    const crowding = crowdingBut({ crowd }, count, expected);
    const counts = { firsts: met[f]!, seconds: came[s]!, both: count, whole, crowding };
    if (!isBeyondChance(metOf(counts), tests)) return;
    found.push({ first: firsts[f]!, second: seconds[s]!, ...counts, tests });
  });
  return found;
}

function countFollowed(all: Baskets, firsts: readonly number[], seconds: Uint32Array, items: number) {
  const [ofFirst, ofSecond] = [new Int32Array(items).fill(-1), new Int32Array(items).fill(-1)];
  firsts.forEach((item, i) => (ofFirst[item] = i));
  seconds.forEach((item, i) => (ofSecond[item] = i));
  const both = new Uint32Array(firsts.length * seconds.length);
  const [met, came] = [new Uint32Array(firsts.length), new Uint32Array(seconds.length)];
  let whole = 0;
  for (let b = 0; b < all.size; b++) {
    if (!isFollowed(all, b) || isEmpty(all, b) || isEmpty(all, b + 1)) continue;
    whole++;
    const next = all.items
      .subarray(all.first[b + 1], all.first[b + 2])
      .map((item) => ofSecond[item]!)
      .filter((s) => s !== UNPLACED);
    for (const s of next) came[s]!++;
    for (let k = all.first[b]!; k < all.first[b + 1]!; k++) {
      const f = ofFirst[all.items[k]!]!;
      if (f < 0) continue;
      met[f]!++;
      for (const s of next) both[f * seconds.length + s]!++;
    }
  }
  return { both, met, came, whole };
}
/** -1 among numbers without a sign. */
const UNPLACED = 0xffffffff;

/** Each second item once, after the first that makes it surest; the surest first. */
function bestOfEach<T extends Followed & { low: number }>(found: readonly T[], { texts }: OrderItems): T[] {
  const best = new Map<number, T>();
  for (const one of found) {
    const other = best.get(one.second);
    if (!other || one.low > other.low || (one.low === other.low && texts[one.first]! < texts[other.first]!)) best.set(one.second, one);
  }
  const order = (a: T, b: T): number => b.low - a.low || (texts[a.second]! < texts[b.second]! ? -1 : 1);
  return [...best.values()].sort(order).slice(0, 2 * MOST_SHOWN);
}
