import { dayFromYmd } from '../../../terms/day';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';

type Params = Record<string, never>;

/**
 * Orders per customer of the view. It grows with the length of the view, so compare equal lengths only.
 *
 * Absent `no-orders`. Cost: two passes over orders.
 */
export const purchaseFrequency = defineMetric<Params, ScalarMetric<Params>>({
  id: 'purchase-frequency',
  family: 'repeat',
  unit: 'orders-per-customer',
  shape: 'scalar',
  fraction: ['orders', 'customers'],
  formula: 'orders / customers',
  source: {
    title: 'Order metrics explained: Purchase Frequency',
    author: 'Datma (M. Iova)',
    year: 2026,
    where: 'https://help.datma.io/en/articles/8857874-order-metrics-explained (undated, read in 2026)',
  },
  defaults: {},
  sql: `SELECT count(*) / nullif(count(DISTINCT customer), 0) AS value, count(DISTINCT customer) AS n
FROM orders
WHERE day >= $from AND day < $to AND day <= $as_of`,
  compute({ orders: table }, view) {
    const to = horizon(view);
    const sales = salesBetween(table, view.from, to);
    if (sales.orders === 0) return absent('no-orders');
    const customers = counted('customers', buyersBetween(table, view.from, to));
    return { value: sales.orders / customers.value, n: customers.value, inputs: [measured('orders', sales.orders, 'orders'), customers] };
  },
  vectors: [
    {
      name: 'three orders of two customers: one and a half each',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-03', net: 2000 },
        { customer: 'b', day: '2024-02-11', net: 6000 },
      ],
      view: {},
      expected: 1.5,
    },
    {
      name: 'customers who did not order in the view are not counted',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'b', day: '2024-02-03', net: 2000 },
        { customer: 'b', day: '2024-02-03', net: 2000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      expected: 2,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});
