import { dayFromIso } from '../../terms/day';
import type { OrderTable } from './order-table';

/** An order written out for a test or a worked example. `net` is in minor units; orders of 0 or less are not purchases. */
export interface OrderLiteral {
  customer: string;
  /** ISO date. */
  day: string;
  net: number;
  /** Given back for it, and taken off its price, in minor units. */
  refunded?: number;
  discount?: number;
  category?: string;
  country?: string;
  channel?: string;
  product?: string;
  /** The products of several lines, with ` + ` between them. */
  goods?: string;
  /** When it was to arrive and when it did: ISO dates, with a time of day after a `T` where there is one. */
  promised?: string;
  delivered?: string;
}

/** The order table of a few literal orders. Customers are numbered by first appearance. */
export function orderTableOf(literals: readonly OrderLiteral[], asOf = Infinity): OrderTable & { names: string[] } {
  const names = [...new Set(literals.map((o) => o.customer))];
  const rows = literals
    .map((o, i) => ({ customer: names.indexOf(o.customer), day: dayOrThrow(o.day), net: o.net, i }))
    .filter((o) => o.day <= asOf && o.net > 0)
    .sort((a, b) => a.customer - b.customer || a.day - b.day || a.i - b.i);
  const first = new Uint32Array(names.length + 1);
  for (const row of rows) first[row.customer + 1]!++;
  for (let c = 0; c < names.length; c++) first[c + 1]! += first[c]!;
  const days = rows.map((r) => r.day);
  return {
    names,
    customers: names.length,
    orders: rows.length,
    first,
    day: Int32Array.from(days),
    net: Float64Array.from(rows, (r) => r.net),
    ledgerOrder: Uint32Array.from(rows, (r) => r.i),
    firstDay: rows.length ? Math.min(...days) : 0,
    lastDay: rows.length ? Math.max(...days) : -1,
    refunds: { customer: new Uint32Array(0), day: new Int32Array(0), amountMinor: new Float64Array(0) },
    effect: { refunds: 0, refundedMinor: 0, matchedMinor: 0, ordersUndone: 0, customersUndone: 0 },
  };
}

function dayOrThrow(iso: string): number {
  const day = dayFromIso(iso);
  if (day === null) throw new Error(`not an ISO date: ${iso}`);
  return day;
}
