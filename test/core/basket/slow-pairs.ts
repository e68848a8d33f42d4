import type { View } from '../../../src/terms/view';
import { dayFromIso } from '../../../src/terms/day';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';

/** Goods of a basket, by whose it is. */
interface Basket {
  customer: string;
  day: number;
  goods: Set<string>;
}

/** Two items counted the plain way, over every basket that could hold them. */
export interface SlowPair {
  first: string;
  second: string;
  firsts: number;
  seconds: number;
  both: number;
  whole: number;
}

/** Baskets of a view, each a set of texts, customers one after the other. */
function slowBaskets(orders: readonly OrderLiteral[], view: View, unit: 'order' | 'order-day' | 'customer'): Basket[] {
  const baskets: (Basket & { key: string })[] = [];
  orders.forEach(({ customer, day: iso, net, goods }, i) => {
    const day = dayFromIso(iso)!;
    if (net <= 0 || day > view.asOf || day < view.from || day >= view.to) return;
    const key = unit === 'order' ? `${i}` : unit === 'order-day' ? `${customer}/${day}` : customer;
    let basket = baskets.find((one) => one.key === key);
    if (!basket) baskets.push((basket = { key, customer, day, goods: new Set() }));
    for (const item of goods?.split(' + ') ?? []) basket.goods.add(item);
  });
  return baskets;
}

/** Every pair of two items that were met in one basket, both ways round. */
export function slowTogether(orders: readonly OrderLiteral[], view: View, unit: 'order' | 'customer'): SlowPair[] {
  const known = slowBaskets(orders, view, unit).filter(({ goods }) => goods.size > 0);
  return pairsOf(known.map(({ goods }) => [goods, goods]));
}

/** Every pair of which the second item came on a customer's next order day. */
export function slowNext(orders: readonly OrderLiteral[], view: View): SlowPair[] {
  const baskets = slowBaskets(orders, view, 'order-day');
  const steps = baskets.flatMap((basket): [Set<string>, Set<string>][] => {
    const later = baskets.filter(({ customer, day }) => customer === basket.customer && day > basket.day);
    const next = later.sort((a, b) => a.day - b.day)[0];
    return next && basket.goods.size > 0 && next.goods.size > 0 ? [[basket.goods, next.goods]] : [];
  });
  return pairsOf(steps);
}

function pairsOf(steps: readonly (readonly [Set<string>, Set<string>])[]): SlowPair[] {
  const items = [...new Set(steps.flatMap(([a, b]) => [...a, ...b]))];
  const count = (test: (a: Set<string>, b: Set<string>) => boolean): number => steps.filter(([a, b]) => test(a, b)).length;
  return items.flatMap((first) =>
    items
      .filter((second) => second !== first)
      .map((second) => ({
        first,
        second,
        firsts: count((a) => a.has(first)),
        seconds: count((_, b) => b.has(second)),
        both: count((a, b) => a.has(first) && b.has(second)),
        whole: steps.length,
      })),
  );
}
