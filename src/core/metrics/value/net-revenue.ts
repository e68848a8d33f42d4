import { dayFromYmd } from '../../../terms/day';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { salesBetween } from '../sales';

type Params = Record<string, never>;

/**
 * Value of the orders of the view in minor units, after refunds as the refund view counts them.
 *
 * In the accounting view refunds are taken off on the day they were paid, so a period with refunds only is below 0.
 * Absent `no-orders` when there is neither an order nor a refund. Cost: one pass over orders and refunds.
 */
export const netRevenue = defineMetric<Params, ScalarMetric<Params>>({
  id: 'net-revenue',
  family: 'value',
  unit: 'money',
  shape: 'scalar',
  formula: 'Σ net(o) − Σ refunds paid, both with day in [from, to) and ≤ asOf',
  source: {
    title: 'How do you attribute refunds?',
    author: 'Peel Insights',
    year: 2026,
    where: 'https://help.peelinsights.com/docs/how-do-you-attribute-refunds-1 (undated, read in 2026)',
  },
  defaults: {},
  sql: `WITH sales AS (
  SELECT sum(net) AS sales, count(*) AS n FROM orders WHERE day >= $from AND day < $to AND day <= $as_of
), given_back AS (
  SELECT sum(amount) AS refunds FROM refunds WHERE day >= $from AND day < $to AND day <= $as_of
)
SELECT CASE WHEN n > 0 OR refunds > 0 THEN coalesce(sales, 0) - coalesce(refunds, 0) END AS value, n FROM sales, given_back`,
  compute({ orders: table }, view) {
    const sales = salesBetween(table, view.from, horizon(view));
    if (sales.orders === 0 && sales.refundsMinor === 0) return absent('no-orders');
    const who = buyersBetween(table, view.from, horizon(view));
    const inputs = [
      measured('sales', sales.salesMinor, 'money'),
      measured('refunds', sales.refundsMinor, 'money'),
      measured('orders', sales.orders, 'orders'),
      counted('customers', who),
    ];
    return { value: sales.netMinor, n: sales.orders, inputs };
  },
  vectors: [
    {
      name: 'the values of the orders add up',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1005 },
        { customer: 'a', day: '2024-01-03', net: 500 },
        { customer: 'b', day: '2024-02-11', net: 1 },
      ],
      view: {},
      expected: 1506,
    },
    {
      name: 'orders outside the view add nothing',
      orders: [
        { customer: 'a', day: '2023-12-31', net: 400 },
        { customer: 'a', day: '2024-01-15', net: 250 },
        { customer: 'b', day: '2024-02-01', net: 800 },
      ],
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1) },
      expected: 250,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});
