import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { cameAgainInView, newInView } from '../retention/new-in-view';
import { typedNumber } from '../typed-number';

interface Params {
  /** What was spent in the days of the view to win customers and to keep them, minor units; null: not typed. */
  acquisitionMinor: number | null;
  retentionMinor: number | null;
}

/**
 * How many times as much a new customer cost as a retained one, from the shop's own costs and counts.
 *
 * There is no number that holds for every shop. Absent `needs-cost` (one of the two is not typed, or nothing was spent on keeping),
 * `no-customers` (nobody was new, or nobody came again). Cost: one pass over orders.
 */
export const acquisitionToRetentionCost = defineMetric<Params, ScalarMetric<Params>>({
  id: 'acquisition-to-retention-cost',
  family: 'cost',
  unit: 'times',
  shape: 'scalar',
  fraction: ['cost-per-new', 'cost-per-retained'],
  formula: '(cost of acquisition / new customers) / (cost of retention / retained customers)',
  source: {
    title: 'Debunking marketing myths: the cost of acquisition versus the cost of retention',
    author: 'Marketing ROI',
    year: 2007,
    where: 'https://marketingroi.wordpress.com/2007/08/01/debunking-marketing-myths-the-cost-of-acquisition-versus-the-cost-of-retention/',
  },
  defaults: { acquisitionMinor: null, retentionMinor: null },
  sql: `WITH numbered AS (
  SELECT customer, day, row_number() OVER (PARTITION BY customer ORDER BY day, order_id) AS nth FROM orders WHERE day <= $as_of
), counts AS (
  SELECT count(DISTINCT CASE WHEN nth = 1 THEN customer END) AS fresh, count(DISTINCT CASE WHEN nth >= 2 THEN customer END) AS retained
  FROM numbered WHERE day >= $from AND day < $to
)
SELECT (CAST($acquisition_minor AS DOUBLE) / nullif(fresh, 0)) / nullif(CAST($retention_minor AS DOUBLE) / nullif(retained, 0), 0) AS value,
  fresh + retained AS n
FROM counts`,
  compute({ orders }, view, params) {
    const [acquisition, retention] = [typedNumber(params.acquisitionMinor), typedNumber(params.retentionMinor)];
    if (acquisition === null || !retention) return absent('needs-cost');
    const [fresh, retained] = [newInView(orders, view), cameAgainInView(orders, view)];
    if (fresh.length === 0 || retained.length === 0) return absent('no-customers');
    const [perNew, perRetained] = [acquisition / fresh.length, retention / retained.length];
    const inputs = [
      measured('cost-per-new', perNew, 'money'),
      measured('cost-per-retained', perRetained, 'money'),
      counted('new-customers', fresh),
      counted('retained-customers', retained),
    ];
    return { value: perNew / perRetained, n: fresh.length + retained.length, inputs, note: 'not-incremental' };
  },
  vectors: [
    {
      name: 'one new customer for 30, two retained for 24 together: 2.5 times',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-06', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
        { customer: 'c', day: '2024-02-29', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1) },
      params: { acquisitionMinor: 3000, retentionMinor: 2400 },
      expected: 2.5,
    },
    {
      name: 'with one cost alone there is nothing to compare',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-01-06', net: 1000 },
      ],
      view: {},
      params: { acquisitionMinor: 3000 },
      expected: null,
    },
  ],
});
