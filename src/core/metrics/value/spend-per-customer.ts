import { dayFromYmd } from '../../../terms/day';
import { quantile } from '../../stats/quantile';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';
import { spendByCustomer } from './spend-by-customer';
import { spendSql } from './spend-sql';

type Params = Record<string, never>;

/**
 * Net revenue per customer of the view, minor units. It is purchase frequency times average order value; the variant `median` is what the
 * middle customer spent, which a few large ones cannot move.
 *
 * Absent `no-orders`. Cost: two passes over orders, the median by selection.
 */
export const spendPerCustomer = defineMetric<Params, ScalarMetric<Params>>({
  id: 'spend-per-customer',
  family: 'value',
  unit: 'money',
  shape: 'scalar',
  fraction: ['net-revenue', 'customers'],
  formula: 'net revenue / customers = purchase frequency × average order value',
  source: {
    title: 'Order metrics explained',
    author: 'Datma (M. Iova)',
    year: 2026,
    where: 'https://help.datma.io/en/articles/8857874-order-metrics-explained (undated, read in 2026): the product of its two definitions',
  },
  defaults: {},
  sql: `WITH ${spendSql('day >= $from AND day < $to AND day <= $as_of')}, all_given_back AS (
  SELECT coalesce(sum(amount), 0) AS refunds FROM refunds WHERE day >= $from AND day < $to AND day <= $as_of
), sales AS (
  SELECT sum(net) AS sales, count(*) AS n FROM bought
), middle AS (
  SELECT quantile_cont(spend, 0.5) AS median FROM spend
)
SELECT (sales - refunds) / nullif(n, 0) AS value, n, median FROM sales, all_given_back, middle`,
  compute({ orders: table }, view) {
    const to = horizon(view);
    const sales = salesBetween(table, view.from, to);
    if (sales.orders === 0) return absent('no-orders');
    const { who, spend } = spendByCustomer(table, view.from, to);
    const customers = counted('customers', who);
    const inputs = [measured('net-revenue', sales.netMinor, 'money'), customers, measured('orders', sales.orders, 'orders')];
    const median = { value: quantile(spend, 0.5), n: who.length, inputs: [customers] };
    return { value: sales.netMinor / customers.value, n: customers.value, inputs, variants: { median } };
  },
  vectors: [
    {
      name: 'the mean is over customers, not over orders',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-03', net: 2000 },
        { customer: 'b', day: '2024-02-11', net: 6000 },
      ],
      view: {},
      expected: 4500,
    },
    {
      name: 'only what was spent in the view counts',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-02-02', net: 5000 },
        { customer: 'b', day: '2024-02-11', net: 6000 },
      ],
      view: { to: dayFromYmd(2024, 2, 1) },
      expected: 1000,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});
