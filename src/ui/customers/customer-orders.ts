import type { CustomerPage, LedgerEntry, OrderItem } from '../../engine/protocol';
import type { Timeline, TimelineDay } from '../charts/order-timeline';

/** Days with an order or a refund, oldest first, for the timeline. */
export function timelineOf({ entries, row, asOf, firstDay }: CustomerPage): Timeline {
  const days = new Map<number, TimelineDay>();
  for (const { day, kind, amountMinor } of [...entries].reverse()) {
    const on = days.get(day) ?? { day, bought: 0, refund: 0 };
    days.set(day, kind === 'order' ? { ...on, bought: on.bought + amountMinor } : { ...on, refund: on.refund + amountMinor });
  }
  const bought = [...new Set(entries.filter((e) => e.purchase).map((e) => e.day))].sort((a, b) => a - b);
  return {
    days: [...days.values()].sort((a, b) => a.day - b.day),
    from: firstDay,
    to: asOf,
    lastOrder: bought.at(-1) ?? null,
    longestGap: row.longestGap === null ? null : gapOf(bought, row.longestGap),
  };
}

function gapOf(days: readonly number[], length: number): { from: number; to: number } | null {
  const at = days.findIndex((day, i) => i > 0 && day - days[i - 1]! === length);
  return at > 0 ? { from: days[at - 1]!, to: days[at]! } : null;
}

/** Line numbers as ranges: 32787–32789. */
export function lineRanges(lines: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

/** The one thing that makes half or more of what a customer bought; null when nothing does or the file does not say what was sold. */
export function mostlyBought(
  entries: readonly LedgerEntry[],
): { name: string; quantity: number | null; amountMinor: number; ofMinor: number } | null {
  const things = new Map<string, { name: string; quantity: number | null; amountMinor: number }>();
  let total = 0;
  for (const item of entries.filter((e) => e.kind === 'order').flatMap((e) => e.items)) {
    total += item.amountMinor;
    const name = item.name || item.product;
    if (name) addTo(things, item.product || name, name, item);
  }
  const largest = [...things.values()].reduce<{ name: string; quantity: number | null; amountMinor: number } | null>(
    (a, b) => (a && a.amountMinor >= b.amountMinor ? a : b),
    null,
  );
  return largest && things.size > 1 && total > 0 && largest.amountMinor * 2 >= total ? { ...largest, ofMinor: total } : null;
}

function addTo(
  things: Map<string, { name: string; quantity: number | null; amountMinor: number }>,
  key: string,
  name: string,
  item: OrderItem,
): void {
  const thing = things.get(key) ?? { name, quantity: 0, amountMinor: 0 };
  thing.amountMinor += item.amountMinor;
  thing.quantity = thing.quantity === null || item.quantity === null ? null : thing.quantity + item.quantity;
  things.set(key, thing);
}

/** The last refund when it came within a month after the last order, and nothing after it; else null. */
export function refundAtTheEnd(entries: readonly LedgerEntry[]): LedgerEntry | null {
  const last = entries[0];
  const order = entries.find((e) => e.kind === 'order');
  return last?.kind === 'refund' && order && last.day - order.day <= 31 ? last : null;
}
