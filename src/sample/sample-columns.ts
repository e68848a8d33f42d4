import { isoFromDay } from '../terms/day';
import { currencyOf } from '../terms/money';
import { REASONS } from '../terms/part';
import type { Role } from '../terms/role';
import { REFUND, SALE, type Batch, type LeftOut } from '../core/columns/batch';
import { Dictionary } from '../core/columns/dictionary';
import { pack } from '../core/columns/packed-strings';
import { ASSORTMENT, CHANNELS, COUNTRIES } from './assortment';
import type { Row } from './rows';

/** The columns that the invented export has, with what they mean. */
export const SAMPLE_HEADER: readonly [name: string, role: Role][] = [
  ['order', 'order'],
  ['customer', 'customer'],
  ['date', 'date'],
  ['product', 'product'],
  ['product name', 'product-name'],
  ['category', 'category'],
  ['quantity', 'quantity'],
  ['amount', 'amount'],
  ['country', 'country'],
  ['channel', 'channel'],
  ['status', 'status'],
];

export const SAMPLE_CURRENCY = currencyOf('EUR');

/** The rows that can be used, as columns. */
export function sampleBatch(rows: readonly Row[]): Omit<Batch, 'importId'> {
  const used = rows.filter((row) => row.reason === null);
  const orders = new Dictionary(32_768);
  const customers = new Dictionary(8192);
  const categories = new Dictionary();
  const category = ASSORTMENT.map((product) => categories.add(product.category));
  const codes = (value: (row: Row) => number): Uint32Array => filled(new Uint32Array(used.length), used, value);
  const numbers = (value: (row: Row) => number): Float64Array => filled(new Float64Array(used.length), used, value);
  return {
    currency: SAMPLE_CURRENCY,
    lines: {
      rows: used.length,
      line: codes((row) => row.line),
      order: codes(codeOf(orders, (row) => row.order, orderId)),
      customer: codes(codeOf(customers, (row) => row.basket.customer, customerId)),
      day: filled(new Int32Array(used.length), used, (row) => row.day),
      second: filled(new Int32Array(used.length), used, (row) => row.second),
      kind: filled(new Uint8Array(used.length), used, (row) => (row.refund ? REFUND : SALE)),
      amountMinor: numbers((row) => Math.abs(row.amountMinor)),
      refundMinor: new Float64Array(used.length),
      quantity: numbers((row) => row.quantity),
      product: codes((row) => row.product),
      attributes: {
        'product-name': codes((row) => row.product),
        category: codes((row) => category[row.product]!),
        country: codes((row) => row.basket.country),
        channel: codes((row) => row.basket.channel),
      },
    },
    orders: orders.pack(),
    customers: customers.pack(),
    products: pack(ASSORTMENT.map((product) => product.code)),
    attributes: {
      'product-name': pack(ASSORTMENT.map((product) => product.name)),
      category: categories.pack(),
      country: pack(COUNTRIES.map(([name]) => name)),
      channel: pack(CHANNELS),
    },
  };
}

/** The rows that cannot be used, with their cells. */
export function sampleLeftOut(rows: readonly Row[]): LeftOut {
  const left = rows.filter((row) => row.reason !== null);
  return {
    rows: left.length,
    line: filled(new Uint32Array(left.length), left, (row) => row.line),
    reason: filled(new Uint8Array(left.length), left, (row) => REASONS.indexOf(row.reason!)),
    day: filled(new Int32Array(left.length), left, (row) => row.day),
    worthMinor: filled(new Float64Array(left.length), left, (row) => row.amountMinor),
    cells: pack(left.map(record)),
  };
}

/** Typed array's own `from` with a function is many times slower than this loop. */
function filled<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  column: T,
  rows: readonly Row[],
  value: (row: Row) => number,
): T {
  for (let i = 0; i < rows.length; i++) column[i] = value(rows[i]!);
  return column;
}

/** Code of a row's text, which is written out only once per number. */
function codeOf(dictionary: Dictionary, number: (row: Row) => number, text: (row: Row) => string): (row: Row) => number {
  const known: number[] = [];
  return (row) => (known[number(row)] ??= dictionary.add(text(row)));
}

function orderId(row: Row): string {
  return `L-${100_001 + row.order}`;
}

/** Customer numbers are nobody's: T- and five digits, by first order. Empty when the till does not know. */
function customerId({ basket }: Row): string {
  return basket.customer < 0 ? '' : `T-${String(basket.customer + 1).padStart(5, '0')}`;
}

/** The row as one record of the file. */
function record(row: Row): string {
  const { code, name, category } = ASSORTMENT[row.product]!;
  const time = `${String(Math.floor(row.second / 3600)).padStart(2, '0')}:${String(Math.floor(row.second / 60) % 60).padStart(2, '0')}`;
  const status = row.basket.cancelled ? 'cancelled' : row.refund ? 'refunded' : 'paid';
  const cells = [orderId(row), customerId(row), `${isoFromDay(row.day)} ${time}`, code, `"${name}"`, category, row.quantity];
  return [...cells, (row.amountMinor / 100).toFixed(2), COUNTRIES[row.basket.country]![0], CHANNELS[row.basket.channel], status].join(',');
}
