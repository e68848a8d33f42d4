import type { Cell, Period, Table } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { ratioInterval } from '../../stats/ratio-interval';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, daysOf, hasOrders, isFirstOfFile, periodBefore, periodsWithEarlier } from '../periods';
import { pairsWhere, revenuePairs } from './revenue-pairs';
import { revenueTrend } from './revenue-trend';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
  /** What a customer weighs: the net revenue of the period before, or 1 each. */
  weight: 'net-revenue' | 'one';
}

/**
 * Retention with customers weighed by what they spent in the period before: of that money, the share that comes from customers who came back.
 *
 * The weights are fixed before the period begins, so nobody weighs more because of having stayed; who got back more than was spent weighs 0.
 * With weights of 1 it is the retention rate, which is the variant `by-customers`. `trend` has no interval: one for each period would cost a
 * resampling each. Absent as `customer-retention-rate` is, and `no-customers` where all weights are 0. Cost: two passes over orders and the
 * resampling of `ratioInterval`.
 */
export const weightedRetentionRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'weighted-retention-rate',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['returned-weight', 'base-weight'],
  formula: 'Σ wᵢ, i ∈ S ∩ B / Σ wᵢ, i ∈ S; S = bought in the period before, B = bought in the period, w = net revenue of the period before',
  source: {
    title: 'flipStartup: Retention (retention.volume)',
    author: 'Displayr',
    year: 2026,
    where: 'https://rdrr.io/github/Displayr/flipStartup/src/R/retention.R (undated, read in 2026)',
  },
  defaults: { weight: 'net-revenue' },
  sql: `${PERIOD_BOUNDS_SQL}, money AS (
  SELECT customer, day, net, 1 AS bought FROM orders UNION ALL SELECT customer, day, -amount, 0 FROM refunds
), base AS (
  SELECT customer, CASE WHEN $weight = 'one' THEN 1 ELSE greatest(sum(net), 0) END AS weight FROM money, bounds
  WHERE day >= previous AND day < start AND day <= $as_of GROUP BY customer HAVING max(bought) = 1
), active AS (
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day >= counted_from AND day < counted_to AND day <= $as_of
)
SELECT coalesce(sum(weight) FILTER (active.customer IS NOT NULL), 0) / nullif(sum(weight), 0) AS value, count(*) AS n,
  count(active.customer) / nullif(count(*), 0) AS "by-customers"
FROM base LEFT JOIN active ON active.customer = base.customer`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    if (isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const { start, end } = periodBefore(period, view);
    const all = revenuePairs(orders, { from: start, to: end }, daysOf(period, view));
    const base = pairsWhere(all, (i) => all.boughtBefore[i] === 1);
    const weights = base.before.map((spent) => (params.weight === 'one' ? 1 : Math.max(spent, 0)));
    const keptWeights = weights.map((weight, i) => (base.boughtNow[i] ? weight : 0));
    const [whole, kept] = [sum(weights), sum(keptWeights)];
    if (!(whole > 0)) return absent('no-customers');
    const returned = base.who.filter((_, i) => base.boughtNow[i] === 1);
    const byCustomers = shareFigure(counted('returned', returned), counted('base', base.who));
    const unit = params.weight === 'one' ? 'number' : 'money';
    return {
      value: kept / whole,
      n: base.who.length,
      interval: ratioInterval(keptWeights, weights, { least: 0, most: 1 }),
      inputs: [measured('base-weight', whole, unit), measured('returned-weight', kept, unit), ...byCustomers.inputs],
      variants: { 'by-customers': byCustomers },
      ...(params.weight === 'one' ? {} : { trend: trendOf(orders, view) }),
      ...(period.complete ? {} : { note: 'period-not-over' }),
    };
  },
  vectors: [
    {
      name: 'two of three customers went, yet they had spent a tenth of the money',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 900 },
        { customer: 'b', day: '2024-01-06', net: 60 },
        { customer: 'c', day: '2024-01-07', net: 40 },
        { customer: 'a', day: '2024-02-29', net: 1 },
      ],
      view: {},
      expected: 0.9,
    },
    {
      name: 'with weights of one it is the retention rate',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 900 },
        { customer: 'b', day: '2024-01-06', net: 60 },
        { customer: 'c', day: '2024-01-07', net: 40 },
        { customer: 'a', day: '2024-02-29', net: 1 },
      ],
      view: {},
      params: { weight: 'one' },
      expected: 1 / 3,
    },
    {
      name: 'what is spent in the period itself changes no weight',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-25', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 300 },
        { customer: 'b', day: '2024-02-03', net: 99_999 },
        { customer: 'c', day: '2024-02-29', net: 500 },
      ],
      view: {},
      params: { period: '2024-02-01' },
      expected: 0.6,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});

/** Weighted retention of each period in view that has an earlier one; null where nothing was spent in that. */
function trendOf(orders: OrderTable, view: View): Table {
  const money = revenueTrend(orders, view, 1);
  const rowOf = (period: Period): Cell[] => {
    const at = period.ordinal - money.firstOrdinal;
    const [base, returned] = [money.base[at]!, money.returned[at]!];
    return [isoFromDay(period.start), base, returned, base > 0 ? returned / base : null, period.complete ? 1 : 0];
  };
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'base-weight', unit: 'money' },
      { key: 'returned-weight', unit: 'money' },
      { key: 'rate', unit: 'ratio' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periodsWithEarlier(orders, view).map(rowOf),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
