import type { Batch } from './batch';
import type { Dictionary } from './dictionary';
import type { MergedTexts } from './merge-texts';
import { packedSize, unpack } from './packed-strings';

/** What several imports may both tell of: an order by its number, or a day of rows without one. */
export interface SharedUnits {
  units: number;
  /** Units below this one are orders. */
  orders: number;
  /** Unit of a row of an import, -1 for one that no other import has. */
  unitOf(batch: number, row: number): number;
  /** By unit, the imports that say that the order was cancelled, in their order. */
  cancelledBy: ReadonlyMap<number, number[]>;
}

/**
 * Orders and days that at least two imports have; null when there is none, as with files of one month each.
 * @param orders  the order numbers of the imports under one numbering
 */
export function sharedUnits(batches: readonly Batch[], { texts, maps }: MergedTexts): SharedUnits | null {
  const unitOfOrder = new Int32Array(texts.size).fill(-1);
  const cancelled = batches.map((batch) => cancelledOrders(batch, texts));
  const orders = numberShared(
    unitOfOrder,
    maps.map((map, b) => (cancelled[b]!.length > 0 ? new Set([...map!, ...cancelled[b]!]) : map!)),
    0,
  );
  const days = daysWithoutNumber(batches, maps);
  const unitOfDay = new Int32Array(days.span).fill(-1);
  const units = numberShared(unitOfDay, days.lists, orders);
  if (units === 0) return null;
  return {
    units,
    orders,
    cancelledBy: cancelledByUnit(cancelled, unitOfOrder),
    unitOf(b, row) {
      const { order, day } = batches[b]!.lines;
      const map = maps[b]!;
      return order[row]! < map.length ? unitOfOrder[map[order[row]!]!]! : unitOfDay[day[row]! - days.first]!;
    },
  };
}

/** Numbers what stands in more than one list, from `next` on; gives the first number that is free then. Each list has a thing once. */
function numberShared(unitOf: Int32Array, lists: readonly Iterable<number>[], next: number): number {
  const seen = new Uint8Array(unitOf.length);
  for (const list of lists) {
    for (const thing of list) {
      if (seen[thing]! === 1) unitOf[thing] = next++;
      if (seen[thing]! < 2) seen[thing]!++;
    }
  }
  return next;
}

/** Common numbers of the orders that an import says were cancelled, as far as any import has them. */
function cancelledOrders({ cancelled }: Batch, texts: Dictionary): number[] {
  if (!cancelled) return [];
  return Array.from({ length: packedSize(cancelled) }, (_, i) => texts.indexOf(unpack(cancelled, i))).filter((code) => code >= 0);
}

function cancelledByUnit(cancelled: readonly number[][], unitOfOrder: Int32Array): Map<number, number[]> {
  const by = new Map<number, number[]>();
  cancelled.forEach((orders, b) => {
    for (const order of orders) {
      const unit = unitOfOrder[order]!;
      if (unit >= 0) by.set(unit, [...(by.get(unit) ?? []), b]);
    }
  });
  return by;
}

/** Days of the rows without an order number, each once per import, counted from the first of all. */
function daysWithoutNumber(batches: readonly Batch[], maps: readonly (Uint32Array | null)[]) {
  let first = Infinity;
  let last = -Infinity;
  const sets = batches.map(({ lines }, b) => {
    const days = new Set<number>();
    const numbered = maps[b]!.length;
    for (let row = 0; row < lines.rows; row++) if (lines.order[row]! >= numbered) days.add(lines.day[row]!);
    for (const day of days) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    return days;
  });
  if (last < first) return { first: 0, span: 0, lists: [] };
  return { first, span: last - first + 1, lists: sets.map((days) => Array.from(days, (day) => day - first)) };
}
