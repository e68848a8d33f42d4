import type { Day } from '../../terms/day';
import type { Minor } from '../../terms/money';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import { periodIndex, refundPeriod } from './periods';

/** What was sold in some days: orders, who placed them, their value and the refunds paid. */
export interface Sales {
  orders: number;
  customers: number;
  /** Sum of the orders' net values. */
  salesMinor: Minor;
  /** Refunds paid on these days: above 0 in the accounting view only, elsewhere they are in the orders already. */
  refundsMinor: Minor;
  /** `salesMinor` less `refundsMinor`. */
  netMinor: Minor;
}

/** Sales of the days [from, to). Cost: one pass over orders and refunds. */
export function salesBetween(orders: OrderTable, from: Day, to: Day): Sales {
  const { first, day, net } = orders;
  let count = 0;
  let customers = 0;
  let salesMinor = 0;
  for (let c = 0; c < orders.customers; c++) {
    const before = count;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! < from || day[i]! >= to) continue;
      count++;
      salesMinor += net[i]!;
    }
    if (count > before) customers++;
  }
  const refundsMinor = refundsBetween(orders, from, to);
  return { orders: count, customers, salesMinor, refundsMinor, netMinor: salesMinor - refundsMinor };
}

function refundsBetween({ refunds }: OrderTable, from: Day, to: Day): Minor {
  let sum = 0;
  for (let i = 0; i < refunds.day.length; i++) if (refunds.day[i]! >= from && refunds.day[i]! < to) sum += refunds.amountMinor[i]!;
  return sum;
}

/** Orders and their net value by period of the file (0 holds its first day), counted within the view only. `size` periods. Cost: one pass. */
export function salesByPeriod(table: OrderTable, view: View, size: number): { orders: Uint32Array; netMinor: Float64Array } {
  const periods = periodIndex(table, view);
  const { base, index } = periods;
  const orders = new Uint32Array(size);
  const netMinor = new Float64Array(size);
  const { from, to } = view;
  for (let i = 0; i < table.orders; i++) {
    const day = table.day[i]!;
    const period = index[day - base]!;
    if (period < 0 || day < from || day >= to) continue;
    orders[period]!++;
    netMinor[period]! += table.net[i]!;
  }
  const { refunds } = table;
  for (let i = 0; i < refunds.day.length; i++) {
    const day = refunds.day[i]!;
    const period = refundPeriod(periods, day, view);
    if (period >= 0 && day >= from && day < to) netMinor[period]! -= refunds.amountMinor[i]!;
  }
  return { orders, netMinor };
}
