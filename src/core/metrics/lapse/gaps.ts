import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/** Waits between order-days by length in days. */
export interface GapCounts {
  /** `closed[d]`: waits of d days that ended with another order. `closed[0]` is 0. */
  closed: Uint32Array;
  /** `open[d]`: customers whose last order is d days before the end of what is known. */
  open: Uint32Array;
  closedTotal: number;
}

/** Gaps of orders with a day in [from, to); the last gap of each customer is open at `to − 1`. Cost: one pass over orders. */
export function gapCounts(orders: OrderTable, from: Day, to: Day): GapCounts {
  const { first, day } = orders;
  const start = Math.max(from, orders.firstDay);
  const size = Math.max(1, to - start);
  const closed = new Uint32Array(size);
  const open = new Uint32Array(size);
  let closedTotal = 0;
  for (let c = 0; c < orders.customers; c++) {
    let last = -1;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! < from || day[i]! >= to) continue;
      if (last >= 0 && day[i]! > day[last]!) {
        closed[day[i]! - day[last]!]!++;
        closedTotal++;
      }
      last = i;
    }
    if (last >= 0) open[to - 1 - day[last]!]!++;
  }
  return { closed, open, closedTotal };
}
