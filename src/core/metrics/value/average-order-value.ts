import type { Scalar } from '../../../terms/answer';
import { dayFromYmd, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { quantile } from '../../stats/quantile';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';

type Params = Record<string, never>;

/**
 * Net revenue per order, minor units; the variant `median` is the middle order, which a few large orders cannot move.
 *
 * Absent `no-orders`. Cost: linear in orders, the median by selection.
 */
export const averageOrderValue = defineMetric<Params, ScalarMetric<Params>>({
  id: 'average-order-value',
  family: 'value',
  unit: 'money',
  shape: 'scalar',
  fraction: ['net-revenue', 'orders'],
  formula: 'net revenue / orders',
  source: {
    title: 'Orders: AOV (Net)',
    author: 'Peel Insights',
    year: 2026,
    where: 'https://help.peelinsights.com/docs/orders (undated, read in 2026)',
  },
  defaults: {},
  sql: `WITH sales AS (
  SELECT sum(net) AS sales, count(*) AS n, quantile_cont(net, 0.5) AS median
  FROM orders WHERE day >= $from AND day < $to AND day <= $as_of
), given_back AS (
  SELECT coalesce(sum(amount), 0) AS refunds FROM refunds WHERE day >= $from AND day < $to AND day <= $as_of
)
SELECT (sales - refunds) / nullif(n, 0) AS value, n, median FROM sales, given_back`,
  compute({ orders: table }, view) {
    const to = horizon(view);
    const sales = salesBetween(table, view.from, to);
    if (sales.orders === 0) return absent('no-orders');
    const inputs = [
      measured('net-revenue', sales.netMinor, 'money'),
      measured('orders', sales.orders, 'orders'),
      counted('customers', buyersBetween(table, view.from, to)),
    ];
    const median = medianOrder(table, view.from, to, sales.orders);
    return { value: sales.netMinor / sales.orders, n: sales.orders, inputs, variants: { median } };
  },
  vectors: [
    {
      name: 'the mean is over orders, not over customers',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-03', net: 2000 },
        { customer: 'b', day: '2024-02-11', net: 6000 },
      ],
      view: {},
      expected: 3000,
    },
    {
      name: 'orders outside the view do not enter',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'b', day: '2024-01-31', net: 2000 },
        { customer: 'b', day: '2024-02-01', net: 90000 },
      ],
      view: { to: dayFromYmd(2024, 2, 1) },
      expected: 1500,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

function medianOrder(table: OrderTable, from: Day, to: Day, orders: number): Scalar {
  const values = new Float64Array(orders);
  let n = 0;
  for (let i = 0; i < table.orders; i++) if (table.day[i]! >= from && table.day[i]! < to) values[n++] = table.net[i]!;
  return { value: quantile(values, 0.5), n: orders, inputs: [measured('orders', orders, 'orders')] };
}
