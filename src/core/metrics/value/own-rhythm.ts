import type { Day } from '../../../terms/day';
import type { Minor } from '../../../terms/money';
import type { OrderTable } from '../../columns/order-table';
import { customersWhere } from '../customer-sets';

/** What customers have done from their first order up to a day. */
export interface OwnRhythm {
  who: Uint32Array;
  orders: number;
  /** Net value of these orders, less refunds paid to these customers. */
  netMinor: Minor;
  /** Days from each customer's first order to the end, added up: at least one each. */
  days: number;
}

/** Orders, value and days known of the customers with `least` orders or more before `to`. Cost: two passes over orders. */
export function ownRhythm(table: OrderTable, to: Day, least: number): OwnRhythm {
  const { first, day, net, refunds } = table;
  const who = customersWhere(table, (c) => first[c]! + least <= first[c + 1]! && day[first[c]! + least - 1]! < to);
  const rhythm = { who, orders: 0, netMinor: 0, days: 0 };
  let r = 0;
  for (const c of who) {
    rhythm.days += to - day[first[c]!]!;
    for (let i = first[c]!; i < first[c + 1]! && day[i]! < to; i++) {
      rhythm.orders++;
      rhythm.netMinor += net[i]!;
    }
    for (; r < refunds.customer.length && refunds.customer[r]! <= c; r++)
      if (refunds.customer[r] === c && refunds.day[r]! < to) rhythm.netMinor -= refunds.amountMinor[r]!;
  }
  return rhythm;
}
