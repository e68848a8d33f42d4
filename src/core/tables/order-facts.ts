import type { OrderTable } from '../columns/order-table';
import type { ItemKind, OrderItems } from './order-items';

/** What an order can be told apart by, besides its day and worth. */
export type OrderAttribute = 'category' | 'country' | 'channel' | 'product';

/** A text of every order: `texts[codes[order]]`, NONE where none of its lines says it. */
export interface OrderTexts {
  codes: Uint32Array;
  texts: readonly string[];
}

/** Day and second per order: NO_DAY and -1 where the file says none. */
export interface OrderTimes {
  day: Int32Array;
  second: Int32Array;
}

/**
 * Facts about every order of the ledger as known on one day, whatever the refund view; indices are `ledgerOrder` of an order table. What
 * no file says is null.
 */
export interface OrderFacts {
  /** Value of the order's lines before refunds, minor units. */
  gross: Float64Array;
  /** Given back for it up to the as-of day, minor units. */
  refunded: Float64Array;
  /** Taken off its price, minor units, 0 for none. */
  discount: Float64Array | null;
  /** When it was to arrive and when it did. */
  promised: OrderTimes | null;
  delivered: OrderTimes | null;
  /** The text of the line with the most money; among equals the first of the file. Cost: one pass over the lines, once. */
  attribute(name: OrderAttribute): OrderTexts | null;
  /** All that was bought with each order; null where no file says it. Cost: one pass over the lines, once. */
  items(kind: ItemKind): OrderItems | null;
  /** The order number of the file, '' for none. */
  number(order: number): string;
}

/** Facts of a table of which nothing more is known than its orders. */
export function plainFacts(orders: OrderTable): OrderFacts {
  const size = orders.ledgerOrder.reduce((most, o) => Math.max(most, o + 1), 0);
  const gross = new Float64Array(size);
  orders.ledgerOrder.forEach((o, i) => (gross[o] = orders.net[i]!));
  return {
    gross,
    refunded: new Float64Array(size),
    discount: null,
    promised: null,
    delivered: null,
    attribute: () => null,
    items: () => null,
    number: () => '',
  };
}
