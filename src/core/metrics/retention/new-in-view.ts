import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { customersWhere } from '../customer-sets';
import { horizon } from '../periods';

/** Customers whose first order in the file lies in the view. */
export function newInView(orders: OrderTable, view: View): Uint32Array {
  const to = horizon(view);
  return customersWhere(orders, (c) => {
    const i = orders.first[c]!;
    return i < orders.first[c + 1]! && orders.day[i]! >= view.from && orders.day[i]! < to;
  });
}

/** Customers who placed an order in the view that was not their first in the file. Cost: one pass over orders at most. */
export function cameAgainInView({ first, day, ...orders }: OrderTable, view: View): Uint32Array {
  const to: Day = horizon(view);
  return customersWhere({ first, day, ...orders }, (c) => {
    let i = first[c]! + 1;
    while (i < first[c + 1]! && day[i]! < view.from) i++;
    return i < first[c + 1]! && day[i]! < to;
  });
}
