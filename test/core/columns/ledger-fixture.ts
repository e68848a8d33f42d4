import { NONE, REFUND, SALE, type Batch } from '../../../src/core/columns/batch';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { dayFromIso } from '../../../src/terms/day';

/** A row written out for a test. Money in minor units. */
export interface RowLiteral {
  customer: string | null;
  order?: string;
  day: string;
  second?: number;
  amount: number;
  refund?: boolean;
  /** Money that the row itself says was given back. */
  givenBack?: number;
  product?: string;
  quantity?: number;
  country?: string;
}

/** An import of literal rows; rows without an order number are orders of their own. */
export function batchOf(rows: readonly RowLiteral[], importId = 1): Batch {
  const orders = new Dictionary();
  const customers = new Dictionary();
  const products = new Dictionary();
  const countries = new Dictionary();
  for (const row of rows) if (row.order !== undefined) orders.add(row.order);
  let unnumbered = orders.size;
  const order = rows.map((row) => (row.order === undefined ? unnumbered++ : orders.add(row.order)));
  return {
    importId,
    currency: { code: 'GBP', digits: 2 },
    lines: {
      rows: rows.length,
      line: Uint32Array.from(rows, (_, i) => i + 2),
      order: Uint32Array.from(order),
      customer: Uint32Array.from(rows, (row) => (row.customer === null ? NONE : customers.add(row.customer))),
      day: Int32Array.from(rows, (row) => dayFromIso(row.day)!),
      second: Int32Array.from(rows, (row) => row.second ?? -1),
      kind: Uint8Array.from(rows, (row) => (row.refund ? REFUND : SALE)),
      amountMinor: Float64Array.from(rows, (row) => row.amount),
      refundMinor: Float64Array.from(rows, (row) => row.givenBack ?? 0),
      quantity: Float64Array.from(rows, (row) => row.quantity ?? NaN),
      product: Uint32Array.from(rows, (row) => (row.product === undefined ? NONE : products.add(row.product))),
      attributes: { country: Uint32Array.from(rows, (row) => (row.country === undefined ? NONE : countries.add(row.country))) },
    },
    orders: orders.pack(),
    customers: customers.pack(),
    products: products.pack(),
    attributes: { country: countries.pack() },
  };
}

/** A day of 2024. */
export const d = (monthDay: string): number => dayFromIso(`2024-${monthDay}`)!;
