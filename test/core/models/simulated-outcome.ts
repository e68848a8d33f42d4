import type { OrderTable } from '../../../src/core/columns/order-table';
import { gamma, simulatedTimes, warm, type Simulated } from './simulate';
import { orderTableFromDays } from './shop-from-days';

/** Customers who order as a lifetime model says and spend as the Gamma-Gamma says, watched beyond the day on which they are predicted. */
export interface SimulatedOutcome extends Simulated {
  /** p, q, γ in minor units. */
  spend: ArrayLike<number>;
  /** Share of order-days that bring nothing. */
  free?: number;
}

/** The order table, an order a day; its record reaches beyond the day of prediction, so that what came about can be counted. */
export function simulatedSales({ spend, free = 0, ...shop }: SimulatedOutcome): OrderTable {
  const table = orderTableFromDays(simulatedTimes(shop).map((own) => own.map(Math.floor)));
  const dice = warm(shop.seed + 7919);
  for (let c = 0; c < table.customers; c++) {
    const rate = gamma(spend[1]!, dice) / spend[2]!;
    for (let i = table.first[c]!; i < table.first[c + 1]!; i++) table.net[i] = dice() < free ? 0 : gamma(spend[0]!, dice) / rate;
  }
  return table;
}

/** What came about in the days after one day: order-days and sales, and customers with any order later in the whole record. */
export function cameAbout({ customers, first, day, net }: OrderTable, after: number, days: number) {
  let [orders, sales, still] = [0, 0, 0];
  for (let c = 0; c < customers; c++) {
    if (day[first[c]!]! > after) continue;
    let isLater = false;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! <= after) continue;
      isLater = true;
      if (day[i]! > after + days) break;
      if (day[i]! > day[i - 1]!) orders++;
      sales += net[i]!;
    }
    if (isLater) still++;
  }
  return { ordersAhead: orders, value: sales, alive: still };
}
