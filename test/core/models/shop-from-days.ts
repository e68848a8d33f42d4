import type { OrderTable } from '../../../src/core/columns/order-table';

/** An order table of customers who ordered on these days, one order a day for 10.00 each. */
export function orderTableFromDays(customers: readonly (readonly number[])[]): OrderTable {
  const days = customers.map((own) => [...own].sort((a, b) => a - b));
  const first = new Uint32Array(days.length + 1);
  days.forEach((own, c) => (first[c + 1] = first[c]! + own.length));
  const day = Int32Array.from(days.flat());
  return {
    customers: days.length,
    orders: day.length,
    first,
    day,
    net: new Float64Array(day.length).fill(1000),
    ledgerOrder: Uint32Array.from(day, (_, i) => i),
    firstDay: day.reduce((least, one) => Math.min(least, one), day[0] ?? 0),
    lastDay: day.reduce((most, one) => Math.max(most, one), day[0] ?? -1),
    refunds: { customer: new Uint32Array(0), day: new Int32Array(0), amountMinor: new Float64Array(0) },
    effect: { refunds: 0, refundedMinor: 0, matchedMinor: 0, ordersUndone: 0, customersUndone: 0 },
  };
}
