import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { cameAgainInView } from '../retention/new-in-view';
import { typedNumber } from '../typed-number';

interface Params {
  /** What was spent in the days of the view to keep customers, minor units; null: not typed. */
  costMinor: number | null;
}

/**
 * What was spent to keep customers, per retained customer: one who placed an order in the view that was not the first.
 *
 * Not incremental: many of them would have come without it, which only a group left alone can tell. Absent `needs-cost`, `no-customers`.
 * Cost: one pass over orders.
 */
export const retentionCost = defineMetric<Params, ScalarMetric<Params>>({
  id: 'retention-cost',
  family: 'cost',
  unit: 'money',
  shape: 'scalar',
  fraction: ['retention-cost', 'retained-customers'],
  formula: 'cost of retention / |{c : an order in [from, to) that is not the first}|',
  source: {
    title: 'Into the rabbit hole of customer retention research',
    author: 'What’s New in Publishing',
    year: 2026,
    where: 'https://whatsnewinpublishing.com/into-the-rabbit-hole-of-customer-retention-research%E2%80%8B/ (undated, read in 2026)',
  },
  defaults: { costMinor: null },
  sql: `-- orders of one day are told apart by their number
WITH numbered AS (
  SELECT customer, day, row_number() OVER (PARTITION BY customer ORDER BY day, order_id) AS nth FROM orders WHERE day <= $as_of
)
SELECT CAST($cost_minor AS DOUBLE) / nullif(count(DISTINCT customer), 0) AS value, count(DISTINCT customer) AS n
FROM numbered WHERE nth >= 2 AND day >= $from AND day < $to`,
  compute({ orders }, view, params) {
    const cost = typedNumber(params.costMinor);
    if (cost === null) return absent('needs-cost');
    const who = cameAgainInView(orders, view);
    if (who.length === 0) return absent('no-customers');
    const inputs = [measured('retention-cost', cost, 'money'), counted('retained-customers', who)];
    return { value: cost / who.length, n: who.length, inputs, note: 'not-incremental' };
  },
  vectors: [
    {
      name: 'of three customers of February one was new: 60 spent are 30 for each of the other two',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-06', net: 1000 },
        { customer: 'd', day: '2024-01-06', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
        { customer: 'b', day: '2024-02-07', net: 1000 },
        { customer: 'c', day: '2024-02-29', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1) },
      params: { costMinor: 6000 },
      expected: 3000,
    },
    {
      name: 'a customer who is new and comes back within the days is retained, too',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-06', net: 1000 },
      ],
      view: {},
      params: { costMinor: 500 },
      expected: 500,
    },
    {
      name: 'nobody came again: no figure',
      orders: [{ customer: 'a', day: '2024-01-05', net: 1000 }],
      view: {},
      params: { costMinor: 500 },
      expected: null,
    },
  ],
});
