import type { Day } from '../../terms/day';
import type { View } from '../../terms/view';
import { NONE } from '../columns/batch';
import { horizon } from '../metrics/periods';
import type { ShopTables } from '../tables/shop-tables';
import { heldValues, type HeldOn, type HeldValues } from './held-values';
import { SEGMENT_BYS, type SegmentBy } from './segment-by';

/** Segments that stand alone; customers of all others are `other`. */
export const MOST_SEGMENTS = 12;

/** Everybody in segments: each person is in exactly one. */
export interface Segments {
  /** Keys: the largest first, or in their own order where they have one; then `other` and `unknown` where anybody is there. */
  keys: readonly string[];
  /** Position in `keys`, per person. */
  of: Uint16Array;
}

/**
 * The segments of a shop as held on one day. Which segments stand alone depends on the view only, so that two periods of one view are
 * split alike.
 *
 * The largest are those with most customers at the end of the view, who had bought by then; of months the last ones. What no file says
 * makes one segment, `unknown`. Cost: linear in persons, for country and channel two passes over orders.
 * @param at     first day on which a customer's country, channel … does not matter any more
 * @param most   segments that stand alone
 * @param sized  when their size is looked at: at the end of the view, or as held on `at`
 */
export function segmentsAt(
  tables: ShopTables,
  view: View,
  by: SegmentBy,
  at: Day,
  { most = MOST_SEGMENTS, sized = 'end' as 'end' | 'at' } = {},
): Segments {
  const until = horizon(view);
  const held = heldValues(tables, view, by, { at, until });
  if (!held) return { keys: ['unknown'], of: new Uint16Array(tables.persons) };
  const isSame = sized === 'at' || at === until || (by !== 'country' && by !== 'channel');
  const atSize = isSame ? held : heldValues(tables, view, by, { at: until, until })!;
  const alone = standingAlone(tables, atSize, { by, until, most });
  return assigned(withUndone(tables, held, view, by, { at, until }), alone, tables.persons);
}

/**
 * Who has no purchase left because all was refunded still came from a country and by a channel: those are told by the orders placed. Not the
 * size of the first order, which is a third of purchases.
 */
function withUndone(tables: ShopTables, held: HeldValues, view: View, by: SegmentBy, on: HeldOn): HeldValues {
  const { orders, placed } = tables;
  if (orders.orders === placed.orders || by === 'first-size' || by.startsWith('member-')) return held;
  const other = heldValues({ ...tables, orders: placed }, view, by, on)!;
  // Codes of months begin with the first order of each table, so it is the keys that are compared; a key that no purchase has is an other.
  const codeOf = new Map(Array.from({ length: held.size }, (_, code) => [held.keyOf(code), code]));
  const own = Uint32Array.from({ length: other.size }, (_, code) => codeOf.get(other.keyOf(code)) ?? held.size);
  const codes = held.codes.slice();
  for (let c = 0; c < orders.customers; c++)
    if (orders.first[c] === orders.first[c + 1] && other.codes[c] !== NONE) codes[c] = own[other.codes[c]!]!;
  return { ...held, codes, size: held.size + 1 };
}

/** Codes of the segments that stand alone, in the order of the rows. */
function standingAlone(
  { orders }: ShopTables,
  held: HeldValues,
  { by, until, most }: { by: SegmentBy; until: Day; most: number },
): number[] {
  const size = new Uint32Array(held.size);
  const ofFile = by.startsWith('member-');
  for (let person = 0; person < held.codes.length; person++) {
    const code = held.codes[person]!;
    if (code === NONE) continue;
    // Who first buys after the view must not change what is said about it.
    if (ofFile || orders.day[orders.first[person]!]! < until) size[code]!++;
  }
  const codes: number[] = [];
  for (let code = 0; code < held.size; code++) if (size[code]! > 0) codes.push(code);
  if (held.ordered) return codes.slice(-most);
  const before = (a: number, b: number): number => size[b]! - size[a]! || (held.keyOf(a) < held.keyOf(b) ? -1 : 1);
  return codes.sort(before).slice(0, most);
}

function assigned(held: HeldValues, alone: readonly number[], persons: number): Segments {
  const [other, unknown] = [alone.length, alone.length + 1];
  const place = new Uint16Array(held.size).fill(other);
  alone.forEach((code, i) => (place[code] = i));
  const of = new Uint16Array(persons);
  for (let person = 0; person < persons; person++) of[person] = held.codes[person] === NONE ? unknown : place[held.codes[person]!]!;
  const keys = alone.map(held.keyOf);
  if (of.includes(other)) keys.push('other');
  else for (let person = 0; person < persons; person++) if (of[person] === unknown) of[person] = other;
  const last = keys.length;
  if (of.includes(last)) keys.push('unknown');
  return { keys, of };
}

/** The attributes by which this shop can be split: those of which its files know two values or more. */
export function segmentBys(tables: ShopTables, view: View): SegmentBy[] {
  return SEGMENT_BYS.filter((by) => {
    const { keys } = segmentsAt(tables, view, by, horizon(view));
    return keys.filter((key) => key !== 'unknown').length > 1;
  });
}
