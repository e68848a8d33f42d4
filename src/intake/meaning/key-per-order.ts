import { NONE } from '../../core/columns/batch';
import type { Readings } from '../cells/readings';

/**
 * How many orders have a customer key of their own when every order has one and no key has two; 0 when keys come back. Some systems
 * number the customer of each order anew. Cost: one pass, which ends with the first key that comes back.
 */
export function ordersWithOwnKey(readings: Readings, orderColumn: number, customerColumn: number): number {
  const orders = readings.keys(orderColumn, 'order');
  const customers = readings.keys(customerColumn, 'customer');
  const orderCodes = readings.table.columns[orderColumn]!.codes.view();
  const customerCodes = readings.table.columns[customerColumn]!.codes.view();
  const orderOf = new Int32Array(customers.keys.size).fill(-1);
  let count = 0;
  for (let row = 0; row < orderCodes.length; row++) {
    const who = customers.of[customerCodes[row]!]!;
    const what = orders.of[orderCodes[row]!]!;
    if (who === NONE || what === NONE) continue;
    if (orderOf[who]! < 0) count++;
    else if (orderOf[who] !== what) return 0;
    orderOf[who] = what;
  }
  return count;
}
