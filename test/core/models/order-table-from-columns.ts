import type { OrderTable } from '../../../src/core/columns/order-table';

/** An order table of orders whose customers are numbered already, many of them, orders of 0 included. */
export function orderTableFromColumns(orders: readonly { customer: number; day: number; net: number }[]): OrderTable {
  const rows = [...orders].sort((a, b) => a.customer - b.customer || a.day - b.day);
  const customers = rows.reduce((most, { customer }) => Math.max(most, customer + 1), 0);
  const first = new Uint32Array(customers + 1);
  for (const { customer } of rows) first[customer + 1]!++;
  for (let c = 0; c < customers; c++) first[c + 1]! += first[c]!;
  return {
    customers,
    orders: rows.length,
    first,
    day: Int32Array.from(rows, ({ day }) => day),
    net: Float64Array.from(rows, ({ net }) => net),
    ledgerOrder: Uint32Array.from(rows, (_, i) => i),
    firstDay: rows.reduce((least, { day }) => Math.min(least, day), rows[0]?.day ?? 0),
    lastDay: rows.reduce((most, { day }) => Math.max(most, day), -1),
    refunds: { customer: new Uint32Array(0), day: new Int32Array(0), amountMinor: new Float64Array(0) },
    effect: { refunds: 0, refundedMinor: 0, matchedMinor: 0, ordersUndone: 0, customersUndone: 0 },
  };
}
