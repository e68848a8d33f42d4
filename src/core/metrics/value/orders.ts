import { dayFromYmd } from '../../../terms/day';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';

type Params = Record<string, never>;

/**
 * Orders placed in the view. An order that was refunded in full is none in the behaviour view.
 *
 * Absent `no-orders` when nothing was bought. Cost: one pass over orders.
 */
export const orders = defineMetric<Params, ScalarMetric<Params>>({
  id: 'orders',
  family: 'size',
  unit: 'orders',
  shape: 'scalar',
  formula: '|{o : day(o) ∈ [from, to), day(o) ≤ asOf}|',
  source: {
    title: 'Order metrics explained',
    author: 'Datma (M. Iova)',
    year: 2026,
    where: 'https://help.datma.io/en/articles/8857874-order-metrics-explained (undated, read in 2026)',
  },
  defaults: {},
  sql: `SELECT nullif(count(*), 0) AS value, count(*) AS n
FROM orders
WHERE day >= $from AND day < $to AND day <= $as_of`,
  compute({ orders: table }, view) {
    const sales = salesBetween(table, view.from, horizon(view));
    if (sales.orders === 0) return absent('no-orders');
    const who = buyersBetween(table, view.from, horizon(view));
    return { value: sales.orders, n: sales.orders, inputs: [measured('orders', sales.orders, 'orders'), counted('customers', who)] };
  },
  vectors: [
    {
      name: 'two orders of one customer on one day are two orders',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-02', net: 500 },
        { customer: 'b', day: '2024-02-11', net: 900 },
      ],
      view: {},
      expected: 3,
    },
    {
      name: 'the view begins with `from` and ends before `to`',
      orders: [
        { customer: 'a', day: '2023-12-31', net: 1000 },
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-02-01', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1) },
      expected: 1,
    },
    {
      name: 'a view in which nothing was bought has no figure',
      orders: [{ customer: 'a', day: '2024-01-01', net: 1000 }],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1), asOf: dayFromYmd(2024, 3, 1) },
      expected: null,
    },
  ],
});
