import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { horizon } from '../periods';
import { spendByCustomer, type CustomerSpend } from './spend-by-customer';

/** What customers brought in the 365 days that end with the view; null when the file does not reach back so far. Cost: one pass over orders. */
export function yearlySpend(orders: OrderTable, view: View): CustomerSpend | null {
  const to = horizon(view);
  return orders.orders === 0 || orders.firstDay > to - 365 ? null : spendByCustomer(orders, to - 365, to);
}
