import { dayFromIso, type Day } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import type { RecordLiteral, ShopLiterals } from '../../../src/core/tables/shop-literals';
import type { SegmentBy } from '../../../src/core/breakdown/segment-by';

/** Every person's segment on a day, written as it is said and without regard to cost. `names` are the keys of the persons. */
export function slowSegments(shop: ShopLiterals, names: readonly string[], view: View, by: SegmentBy, at: Day): string[] {
  const until = Math.min(view.to, view.asOf + 1);
  const purchases = bought(shop.orders, view);
  const valuesOn = (day: Day) => names.map((name) => valueOf(shop, purchases, name, by, day, until));
  const known = valuesOn(until).filter(
    (value, i) => value !== null && (by.startsWith('member-') || daysOf(purchases, names[i]!).some((day) => day < until)),
  ) as string[];
  const sizes = new Map<string, number>();
  for (const value of known) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const ordered = by === 'first-month';
  const alone = [...sizes.keys()]
    .sort((a, b) => (ordered ? (a < b ? 1 : -1) : sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1)))
    .slice(0, 12);
  // Who has no purchase left is told by what was placed, but for the size, which is a third of purchases.
  const undone = (name: string): boolean => by !== 'first-size' && !by.startsWith('member-') && daysOf(purchases, name).length === 0;
  const told = placed(shop.orders, view);
  return valuesOn(at)
    .map((value, i) => (undone(names[i]!) ? valueOf(shop, told, names[i]!, by, at, until) : value))
    .map((value) => (value === null ? 'unknown' : alone.includes(value) ? value : 'other'));
}

type Purchase = OrderLiteral & { at: number };

function bought(orders: readonly OrderLiteral[], view: View): Purchase[] {
  return orders
    .map((order) => ({ ...order, net: order.net - (order.refunded ?? 0), at: dayFromIso(order.day)! }))
    .filter((order) => order.net > 0 && order.at <= view.asOf);
}

function placed(orders: readonly OrderLiteral[], view: View): Purchase[] {
  return orders.map((order) => ({ ...order, at: dayFromIso(order.day)! })).filter((order) => order.at <= view.asOf);
}

const daysOf = (purchases: readonly Purchase[], name: string): number[] => purchases.filter((o) => o.customer === name).map((o) => o.at);

function valueOf(shop: ShopLiterals, all: readonly Purchase[], name: string, by: SegmentBy, at: Day, until: Day): string | null {
  if (by.startsWith('member-')) return ofMember(shop.records?.customers ?? [], name, by);
  const own = all.filter((order) => order.customer === name).sort((a, b) => a.at - b.at);
  const [first] = own;
  if (!first) return null;
  const text = (value: string | undefined): string | null => (value === undefined ? null : `=${value}`);
  if (by === 'country' || by === 'channel') {
    if (first.at >= at) return text(first[by]);
    return text(own.findLast((order) => order.at < at && order[by] !== undefined)?.[by]);
  }
  if (by === 'first-discount') {
    if (shop.orders.every((order) => order.discount === undefined)) return null;
    return (first.discount ?? 0) > 0 ? 'discounted' : 'full-price';
  }
  if (by === 'first-month') return first.day.slice(0, 7);
  if (by === 'first-size') return third(firstsBefore(all, until), first.net);
  return text(first[by === 'first-category' ? 'category' : by === 'first-product' ? 'product' : 'channel']);
}

function ofMember(members: readonly RecordLiteral[], name: string, by: SegmentBy): string | null {
  const role = by.slice('member-'.length) as 'tier';
  const value = members.findLast((row) => row.person === name && row[role] !== undefined)?.[role];
  return value === undefined ? null : `=${String(value)}`;
}

/** What first purchases before a day were worth, ascending. */
function firstsBefore(all: readonly Purchase[], until: Day): number[] {
  const names = [...new Set(all.map((order) => order.customer))];
  const firsts = names.map((name) => all.filter((o) => o.customer === name).sort((a, b) => a.at - b.at)[0]!);
  return firsts
    .filter((order) => order.at < until)
    .map((order) => order.net)
    .sort((a, b) => a - b);
}

function third(sorted: number[], net: number): string {
  const atMost = (share: number) => sorted.find((_, i) => (i + 1) * 3 >= sorted.length * share) ?? Infinity;
  return net <= atMost(1) ? 'small' : net <= atMost(2) ? 'middle' : 'large';
}
