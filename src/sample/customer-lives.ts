import type { Day } from '../terms/day';
import { SPRING_OFFER } from './assortment';
import type { Basket } from './lives';
import type { Row } from './rows';

/** One order of a customer. */
export interface Purchase {
  /** Number of the order, 0 first, by time. */
  order: number;
  day: Day;
  second: number;
  /** What was paid, before anything was given back. */
  netMinor: number;
  /** Day on which some of it was given back; null for most. */
  refunded: Day | null;
}

/** What the shop knows of a customer from the orders. */
export interface Life {
  customer: number;
  country: number;
  /** Won by the offer of the first spring. */
  offer: boolean;
  /** By time; at least one. */
  purchases: Purchase[];
}

/** The life of each customer, by number. Orders that were called off or that the till could not tell are not among them. */
export function customerLives(baskets: readonly Basket[], rows: readonly Row[]): Life[] {
  const purchases = new Map<number, Purchase>();
  for (const row of rows) {
    if (row.reason !== null) continue;
    const known = purchases.get(row.order);
    if (row.refund) known!.refunded = row.day;
    else if (known) known.netMinor += row.amountMinor;
    else {
      const { day, second } = row.basket;
      purchases.set(row.order, { order: row.order, day, second, netMinor: row.amountMinor, refunded: null });
    }
  }
  const lives: Life[] = [];
  baskets.forEach(({ customer, country, channel }, order) => {
    const purchase = purchases.get(order);
    if (!purchase) return;
    const life = (lives[customer] ??= { customer, country, offer: false, purchases: [] });
    life.offer ||= channel === SPRING_OFFER;
    life.purchases.push(purchase);
  });
  return lives;
}

/** Orders up to a day, that day included. */
export function boughtBy(life: Life, day: Day): Purchase[] {
  return life.purchases.filter((purchase) => purchase.day <= day);
}

/** Customer numbers are nobody's: T- and five digits, by first order. */
export function customerKey(customer: number): string {
  return `T-${String(customer + 1).padStart(5, '0')}`;
}

export function orderKey(order: number): string {
  return `L-${100_001 + order}`;
}
