import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';
import type { OrderItems } from '../tables/order-items';

/** What is looked into as one: an order, all that a customer ordered on one day, or all that a customer ordered. */
export type BasketUnit = 'order' | 'order-day' | 'customer';

/**
 * What was bought together, clustered by customer, then day. Basket b holds the codes `items[first[b]]` up to, not with,
 * `items[first[b + 1]]`, each once; one of which no line says an item is empty.
 */
export interface Baskets {
  size: number;
  first: Uint32Array;
  items: Uint32Array;
  customer: Uint32Array;
  /** Day of its first order. */
  day: Int32Array;
}

/** The days that are looked at: [from, to). */
export interface Span {
  from: Day;
  to: Day;
}

/** The baskets of the purchases of some days. Cost: one pass over the orders and their items; 4 bytes an item. */
export function basketsOf(orders: OrderTable, goods: OrderItems, { from, to }: Span, unit: BasketUnit): Baskets {
  const first = new Uint32Array(orders.orders + 1);
  const customer = new Uint32Array(orders.orders);
  const day = new Int32Array(orders.orders);
  const items = new Uint32Array(goods.codes.length);
  // Basket + 1 that an item was last put into.
  const seen = new Uint32Array(goods.texts.length);
  let size = 0;
  let at = 0;
  for (let c = 0; c < orders.customers; c++) {
    const before = size;
    for (let i = orders.first[c]!; i < orders.first[c + 1]!; i++) {
      const d = orders.day[i]!;
      if (d < from || d >= to) continue;
      if (unit === 'order' || size === before || (unit === 'order-day' && day[size - 1] !== d)) {
        first[size] = at;
        customer[size] = c;
        day[size++] = d;
      }
      const order = orders.ledgerOrder[i]!;
      for (let k = goods.first[order]!; k < goods.first[order + 1]!; k++) {
        const item = goods.codes[k]!;
        if (seen[item] === size) continue;
        seen[item] = size;
        items[at++] = item;
      }
    }
  }
  first[size] = at;
  return { size, first: first.slice(0, size + 1), items: items.slice(0, at), customer: customer.slice(0, size), day: day.slice(0, size) };
}

/** Whether nothing is known of what a basket holds. */
export function isEmpty({ first }: Pick<Baskets, 'first'>, basket: number): boolean {
  return first[basket] === first[basket + 1];
}

/** Whether a basket is followed by another of the same customer. */
export function isFollowed({ size, customer }: Baskets, basket: number): boolean {
  return basket + 1 < size && customer[basket] === customer[basket + 1];
}
