import { dayFromYmd } from '../../../terms/day';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, countFigure } from '../figure';
import { horizon } from '../periods';

type Params = Record<string, never>;

/**
 * Customers with at least one order in the view.
 *
 * Absent `no-orders` when nothing was bought. Cost: one pass over orders.
 */
export const customers = defineMetric<Params, ScalarMetric<Params>>({
  id: 'customers',
  family: 'size',
  unit: 'customers',
  shape: 'scalar',
  formula: '|{c : c has an order in [from, to), day ≤ asOf}|',
  source: {
    title: 'Marketing Metrics, 3rd edition: Customers, Recency and Retention',
    author: 'N. T. Bendle, P. W. Farris, P. E. Pfeifer, D. J. Reibstein',
    year: 2016,
    where: 'Pearson, chapter 5',
  },
  defaults: {},
  sql: `SELECT nullif(count(DISTINCT customer), 0) AS value, count(DISTINCT customer) AS n
FROM orders
WHERE day >= $from AND day < $to AND day <= $as_of`,
  compute({ orders }, view) {
    const who = buyersBetween(orders, view.from, horizon(view));
    return who.length === 0 ? absent('no-orders') : countFigure('customers', who);
  },
  vectors: [
    {
      name: 'a customer with three orders is one customer',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-02', net: 500 },
        { customer: 'a', day: '2024-02-10', net: 700 },
        { customer: 'b', day: '2024-02-11', net: 900 },
      ],
      view: {},
      expected: 2,
    },
    {
      name: 'an order on the first day counts, an order on `to` does not',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-31', net: 1000 },
        { customer: 'c', day: '2024-02-01', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 1, 1), to: dayFromYmd(2024, 2, 1) },
      expected: 2,
    },
    {
      name: 'orders after the as-of day do not exist',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-05', net: 1000 },
        { customer: 'c', day: '2024-01-06', net: 1000 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 5), to: dayFromYmd(2024, 3, 1) },
      expected: 2,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});
