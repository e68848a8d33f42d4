import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { spendByCustomer } from './spend-by-customer';
import { spendSql } from './spend-sql';
import { giniOf, rankedSpend } from './value-bands';

type Params = Record<string, never>;

/**
 * Gini coefficient of what the customers of the view spent: 0 when all brought the same, near 1 when one brought nearly everything.
 *
 * Above 1 only where customers were given back more than they paid in the view. Absent `no-orders`, also when they brought nothing
 * together. Cost: one pass over orders and a sort of customers.
 */
export const revenueGini = defineMetric<Params, ScalarMetric<Params>>({
  id: 'revenue-gini',
  family: 'value',
  unit: 'number',
  shape: 'scalar',
  formula: 'Σ (2i − n − 1) xᵢ / (n Σ xᵢ); x = net by customer, rising, i = 1 … n',
  source: {
    title: 'Gini Coefficient',
    author: 'MathWorld (after Damgaard, Weiner 2000)',
    year: 2026,
    where: 'https://mathworld.wolfram.com/GiniCoefficient.html (undated, read in 2026)',
  },
  defaults: {},
  sql: `WITH ${spendSql('day >= $from AND day < $to AND day <= $as_of')}, ranked AS (
  SELECT spend, row_number() OVER (ORDER BY spend) AS i, count(*) OVER () AS customers FROM spend
)
SELECT CASE WHEN sum(spend) > 0 THEN sum((2 * i - customers - 1) * spend) / (count(*) * sum(spend)) END AS value, count(*) AS n FROM ranked`,
  compute({ orders }, view) {
    const ranked = rankedSpend(spendByCustomer(orders, view.from, horizon(view)));
    const value = giniOf(ranked);
    if (value === null) return absent('no-orders');
    return { value, n: ranked.who.length, inputs: [counted('customers', ranked.who), measured('total-revenue', ranked.total, 'money')] };
  },
  vectors: [
    {
      name: 'one customer of four brings everything but 3: half of the mean difference over the mean is 0.72',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 97 },
        { customer: 'b', day: '2024-01-02', net: 1 },
        { customer: 'c', day: '2024-01-03', net: 1 },
        { customer: 'd', day: '2024-01-04', net: 1 },
      ],
      view: {},
      expected: 0.72,
    },
    {
      name: 'customers who bring the same are spread as evenly as can be',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 30 },
        { customer: 'a', day: '2024-01-02', net: 20 },
        { customer: 'b', day: '2024-01-03', net: 50 },
        { customer: 'b', day: '2024-02-03', net: 900 },
      ],
      view: { to: dayFromYmd(2024, 2, 1) },
      expected: 0,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});
