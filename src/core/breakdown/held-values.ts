import { ymdFromDay, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import { NONE } from '../columns/batch';
import { select } from '../stats/select';
import type { OrderTexts } from '../tables/order-facts';
import { textsOf } from '../tables/record-table';
import type { ShopTables } from '../tables/shop-tables';
import type { SegmentBy } from './segment-by';

/** A value of every person, e.g. the country, as held on one day. */
export interface HeldValues {
  /** Code per person, NONE where it is not known. */
  codes: Uint32Array;
  /** One more than the largest code there can be. */
  size: number;
  /** Code as the key of a segment. */
  keyOf(code: number): string;
  /** Whether codes have an order of their own (sizes, months), which then is that of the segments. */
  ordered: boolean;
}

/** The days that matter: what is held on `at`, among customers who bought before `until`. */
export interface HeldOn {
  at: Day;
  until: Day;
}

const SIZES = ['small', 'middle', 'large'];

/**
 * What every person held on a day; who has not bought before that day counts by the first purchase. null when no file says it.
 *
 * Purchases after `view.asOf` do not exist. Cost: linear in persons and, for country and channel, in orders.
 */
export function heldValues(tables: ShopTables, view: View, by: SegmentBy, on: HeldOn): HeldValues | null {
  switch (by) {
    case 'country':
    case 'channel':
      return fromTexts(tables.facts.attribute(by), (texts) => latest(tables, view, texts, on.at));
    case 'first-category':
    case 'first-product':
    case 'first-channel': {
      const name = by === 'first-category' ? 'category' : by === 'first-product' ? 'product' : 'channel';
      return fromTexts(tables.facts.attribute(name), ({ codes }) => ofFirst(tables, view, (i) => codes[tables.orders.ledgerOrder[i]!]!));
    }
    case 'first-discount': {
      const { discount } = tables.facts;
      if (!discount) return null;
      const codes = ofFirst(tables, view, (i) => (discount[tables.orders.ledgerOrder[i]!]! > 0 ? 1 : 0));
      return { codes, size: 2, keyOf: (code) => (code === 1 ? 'discounted' : 'full-price'), ordered: true };
    }
    case 'first-size':
      return thirds(tables, view, on.until);
    case 'first-month':
      return months(tables, view);
    default:
      return fromMembers(tables, by);
  }
}

function fromTexts(texts: OrderTexts | null, codesOf: (texts: OrderTexts) => Uint32Array): HeldValues | null {
  return texts && { codes: codesOf(texts), size: texts.texts.length, keyOf: (code) => `=${texts.texts[code]}`, ordered: false };
}

/** A value of each customer's first purchase; NONE for who has none. */
function ofFirst({ orders, persons }: ShopTables, { asOf }: View, valueOf: (order: number) => number): Uint32Array {
  const codes = new Uint32Array(persons).fill(NONE);
  for (let c = 0; c < orders.customers; c++) {
    const i = orders.first[c]!;
    if (i < orders.first[c + 1]! && orders.day[i]! <= asOf) codes[c] = valueOf(i);
  }
  return codes;
}

/** The text of the latest purchase before `at` that has one; of the first purchase where none is earlier. */
function latest({ orders, persons }: ShopTables, { asOf }: View, { codes: texts }: OrderTexts, at: Day): Uint32Array {
  const { first, day, ledgerOrder } = orders;
  const codes = new Uint32Array(persons).fill(NONE);
  for (let c = 0; c < orders.customers; c++) {
    const begin = first[c]!;
    const end = first[c + 1]!;
    if (begin === end || day[begin]! > asOf) continue;
    codes[c] = day[begin]! >= at ? texts[ledgerOrder[begin]!]! : NONE;
    for (let i = begin; i < end && day[i]! < at && day[i]! <= asOf; i++) {
      const text = texts[ledgerOrder[i]!]!;
      if (text !== NONE) codes[c] = text;
    }
  }
  return codes;
}

/** Thirds of customers by what their first purchase was worth; equal sums are in one third. */
function thirds(tables: ShopTables, view: View, until: Day): HeldValues {
  const { first, day, net, customers } = tables.orders;
  const worth = new Float64Array(customers);
  let n = 0;
  for (let c = 0; c < customers; c++) {
    const i = first[c]!;
    if (i < first[c + 1]! && day[i]! < until && day[i]! <= view.asOf) worth[n++] = net[i]!;
  }
  // The least worth that a third, or two, of the customers do not exceed.
  const cut = (third: number): number => (n === 0 ? Infinity : select(worth, Math.ceil((n * third) / 3) - 1, n));
  const [low, high] = [cut(1), cut(2)];
  const codes = ofFirst(tables, view, (i) => (net[i]! <= low ? 0 : net[i]! <= high ? 1 : 2));
  return { codes, size: 3, keyOf: (code) => SIZES[code]!, ordered: true };
}

function months(tables: ShopTables, view: View): HeldValues {
  const { day, firstDay, lastDay } = tables.orders;
  const month = (d: Day): number => ymdFromDay(d).year * 12 + ymdFromDay(d).month - 1;
  const base = month(firstDay);
  // Of each day once, so that no customer needs a calendar.
  const ofDay = Uint32Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, d) => month(firstDay + d) - base);
  const keyOf = (code: number): string => {
    const [year, zeroBased] = [Math.floor((base + code) / 12), (base + code) % 12];
    return `${String(year).padStart(4, '0')}-${String(zeroBased + 1).padStart(2, '0')}`;
  };
  return { codes: ofFirst(tables, view, (i) => ofDay[day[i]! - firstDay]!), size: (ofDay.at(-1) ?? -1) + 1, keyOf, ordered: true };
}

/** What the customers file says; of several rows about a person the last that says it. */
function fromMembers(tables: ShopTables, by: Extract<SegmentBy, `member-${string}`>): HeldValues | null {
  const members = tables.records('customers');
  const field = textsOf(members, by.slice('member-'.length) as 'tier' | 'gender' | 'city' | 'country' | 'channel');
  if (!field || field.texts.length === 0) return null;
  const codes = new Uint32Array(tables.persons).fill(NONE);
  for (let row = 0; row < members.rows; row++) {
    if (members.person[row] !== NONE && field.codes[row] !== NONE) codes[members.person[row]!] = field.codes[row]!;
  }
  return { codes, size: field.texts.length, keyOf: (code) => `=${field.texts[code]}`, ordered: false };
}
