import { isoFromDay, type Day } from '../terms/day';
import { currencyOf } from '../terms/money';
import { REASONS } from '../terms/part';
import type { Role } from '../terms/role';
import { NO_DAY, REFUND, SALE, type Batch, type LeftOut } from '../core/columns/batch';
import { Dictionary } from '../core/columns/dictionary';
import { pack } from '../core/columns/packed-strings';
import { ASSORTMENT, CHANNELS, COUNTRIES, SPRING_OFFER } from './assortment';
import type { CouponOrders } from './campaigns';
import { customerKey, orderKey } from './customer-lives';
import type { Delivery } from './deliveries';
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
  ['discount', 'discount'],
  ['country', 'country'],
  ['channel', 'channel'],
  ['status', 'status'],
  ['promised', 'promised'],
  ['delivered', 'delivered'],
];

export const SAMPLE_CURRENCY = currencyOf('EUR');

/** What is known of the orders besides their rows. */
export interface AboutOrders {
  /** By number of the order. */
  came: readonly Delivery[];
  coupons: CouponOrders;
}

/** The rows that can be used, as columns. */
export function sampleBatch(rows: readonly Row[], about: AboutOrders): Omit<Batch, 'importId'> {
  const used = rows.filter((row) => row.reason === null);
  const orders = new Dictionary(32_768);
  const customers = new Dictionary(8192);
  const categories = new Dictionary();
  const category = ASSORTMENT.map((product) => categories.add(product.category));
  const codes = (value: (row: Row) => number): Uint32Array => filled(new Uint32Array(used.length), used, value);
  const days = (value: (row: Row) => Day): Int32Array => filled(new Int32Array(used.length), used, value);
  const numbers = (value: (row: Row) => number): Float64Array => filled(new Float64Array(used.length), used, value);
  return {
    currency: SAMPLE_CURRENCY,
    lines: {
      rows: used.length,
      line: codes((row) => row.line),
      order: codes(
        codeOf(
          orders,
          (row) => row.order,
          ({ order }) => orderKey(order),
        ),
      ),
      customer: codes(codeOf(customers, (row) => row.basket.customer, customerId)),
      day: days((row) => row.day),
      second: days((row) => row.second),
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
      discountMinor: numbers((row) => (row.refund ? 0 : discountOf(row, about))),
      promised: { values: days((row) => about.came[row.order]!.promised) },
      delivered: { values: days((row) => about.came[row.order]!.delivered ?? NO_DAY) },
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
export function sampleLeftOut(rows: readonly Row[], about: AboutOrders): LeftOut {
  const left = rows.filter((row) => row.reason !== null);
  return {
    rows: left.length,
    line: filled(new Uint32Array(left.length), left, (row) => row.line),
    reason: filled(new Uint8Array(left.length), left, (row) => REASONS.indexOf(row.reason!)),
    day: filled(new Int32Array(left.length), left, (row) => row.day),
    worthMinor: filled(new Float64Array(left.length), left, (row) => row.amountMinor),
    cells: pack(left.map((row) => record(row, about))),
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

/** Empty when the till does not know. */
function customerId({ basket }: Row): string {
  return basket.customer < 0 ? '' : customerKey(basket.customer);
}

/** Taken off the price of a row: by the offer of the first spring, or a tenth by a coupon. What was paid is what is left of the price. */
function discountOf({ basket, product, quantity, order, amountMinor }: Row, { coupons }: AboutOrders): number {
  if (basket.channel === SPRING_OFFER) return Math.max(0, ASSORTMENT[product]!.priceMinor * quantity - amountMinor);
  return coupons.has(order) ? Math.round(amountMinor / 9) : 0;
}

/** The row as one record of the file. */
function record(row: Row, about: AboutOrders): string {
  const { code, name, category } = ASSORTMENT[row.product]!;
  const { promised, delivered } = about.came[row.order]!;
  const time = `${String(Math.floor(row.second / 3600)).padStart(2, '0')}:${String(Math.floor(row.second / 60) % 60).padStart(2, '0')}`;
  const status = row.basket.cancelled ? 'cancelled' : row.refund ? 'refunded' : 'paid';
  // A free sample has no price that anything could be taken off.
  const discount = row.reason === 'zero-amount' ? 0 : discountOf(row, about);
  const cells = [orderKey(row.order), customerId(row), `${isoFromDay(row.day)} ${time}`, code, `"${name}"`, category, row.quantity];
  const sums = [row.amountMinor + discount, discount].map((minor) => (minor / 100).toFixed(2));
  const came = delivered === null ? '' : isoFromDay(delivered);
  return [...cells, ...sums, COUNTRIES[row.basket.country]![0], CHANNELS[row.basket.channel], status, isoFromDay(promised), came].join(',');
}
