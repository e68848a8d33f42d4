import type { Day } from '../../../terms/day';
import type { Minor } from '../../../terms/money';
import type { OrderTable } from '../../columns/order-table';

/** What each customer of some days brought. */
export interface CustomerSpend {
  /** Customers with an order in these days, ascending. */
  who: Uint32Array;
  /** Net value of each in the order of `who`, less refunds paid to them in the same days; these can bring it below 0. */
  spend: Float64Array;
  total: Minor;
}

/** Spend of the days [from, to) by customer. Cost: one pass over orders and refunds. */
export function spendByCustomer({ customers, first, day, net, refunds }: OrderTable, from: Day, to: Day): CustomerSpend {
  const who = new Uint32Array(customers);
  const spend = new Float64Array(customers);
  let n = 0;
  let r = 0;
  let total = 0;
  for (let c = 0; c < customers; c++) {
    let sum = 0;
    let orders = 0;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! < from || day[i]! >= to) continue;
      orders++;
      sum += net[i]!;
    }
    for (; r < refunds.customer.length && refunds.customer[r]! <= c; r++)
      if (refunds.customer[r] === c && refunds.day[r]! >= from && refunds.day[r]! < to) sum -= refunds.amountMinor[r]!;
    if (orders === 0) continue;
    who[n] = c;
    spend[n++] = sum;
    total += sum;
  }
  return { who: who.slice(0, n), spend: spend.slice(0, n), total };
}
