import type { Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { lifeCycleCounts } from './life-cycle-counts';
import { union } from '../customer-sets';
import { periodCustomers } from '../period-customers';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, hasOrders, isFirstOfFile, periodsWithEarlier } from '../periods';
import { shareTrend } from '../share-trend';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
}

/**
 * Kept share of everyone served: of the customers of the period before and the new ones of this period, those who bought in this one.
 *
 * The consistent form E/(S + N) of the formula that is printed as (E − N)/(S + N): who stands below the line may stand above it. E counts
 * those of S ∪ N only, so it is a share; by counts alone, with customers back after a gap in E, it is the variant `served-by-counts`, and the
 * printed form, which puts new customers below the line and takes their survivors off above it, is `served-as-printed`. Under the rule
 * "bought in the period" every new customer counts as kept, so the figure lies above the retention rate (`set-based`) wherever somebody new
 * came; the note says so. Absent as `customer-retention-rate` is, `no-customers` where S ∪ N is empty. Cost: three passes over orders.
 */
export const retentionServedBase = defineMetric<Params, ScalarMetric<Params>>({
  id: 'retention-served-base',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['kept-or-new', 'served'],
  formula: '|B ∩ (S ∪ N)| / |S ∪ N|; S = bought in the period before, N = new in the period, B = bought in the period',
  source: {
    title: 'Retention rate (after Farris, Bendle, Pfeifer, Reibstein: Marketing Metrics, 2nd edition, 2010)',
    author: 'Marketing Accountability Standards Board, Universal Marketing Dictionary',
    year: 2026,
    where: 'https://marketing-dictionary.org/r/retention-rate/ (undated, read in 2026)',
  },
  defaults: {},
  sql: `${PERIOD_BOUNDS_SQL}, base AS (
  SELECT DISTINCT customer FROM orders, bounds WHERE day >= previous AND day < start AND day <= $as_of
), active AS (
  SELECT DISTINCT customer, (SELECT min(o.day) FROM orders AS o WHERE o.customer = orders.customer) >= start AS is_new
  FROM orders, bounds WHERE day >= counted_from AND day < counted_to AND day <= $as_of
), served AS (
  SELECT customer FROM (SELECT customer FROM base UNION SELECT customer FROM active WHERE is_new) AS everyone, bounds
  WHERE (SELECT min(day) FROM orders) < start
), counts AS (
  SELECT (SELECT count(*) FROM base) AS s, (SELECT count(*) FROM active) AS e, (SELECT count(*) FROM active WHERE is_new) AS n_new
)
SELECT count(active.customer) / nullif(count(*), 0) AS value, count(*) AS n,
  any_value(e) / nullif(any_value(s) + any_value(n_new), 0) AS "served-by-counts",
  (any_value(e) - any_value(n_new)) / nullif(any_value(s) + any_value(n_new), 0) AS "served-as-printed"
FROM counts CROSS JOIN served LEFT JOIN active ON active.customer = served.customer`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    if (isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const { base, returned, newcomers, reactivated, active } = periodCustomers(orders, view, period);
    const [served, kept] = [union(base, newcomers), union(returned, newcomers)];
    if (served.length === 0) return absent('no-customers');
    const counts = [counted('base', base), counted('new', newcomers), counted('active', active), counted('reactivated', reactivated)];
    const byCounts = (over: number) => ({ value: over / served.length, n: served.length, inputs: counts });
    return {
      ...shareFigure(counted('kept-or-new', kept), counted('served', served), [counted('retained', returned), ...counts]),
      variants: {
        'set-based': base.length > 0 ? shareFigure(counted('returned', returned), counted('base', base)) : absent('no-customers'),
        'served-by-counts': byCounts(active.length),
        'served-as-printed': byCounts(active.length - newcomers.length),
      },
      trend: trendOf(orders, view),
      note: period.complete ? 'served-new-count-as-kept' : 'period-not-over',
    };
  },
  vectors: [
    {
      // 1000, 200 and 1100 of the article, a hundredth of it: E/(S + N) = 11/12, where (E − N)/(S + N) would be 9/12.
      name: 'ten customers, two new, eleven active at the end: eleven of twelve',
      orders: [
        ...[...'abcdefghij'].map((customer) => ({ customer, day: '2024-01-10', net: 100 })),
        ...[...'abcdefghi', 'x', 'y'].map((customer) => ({ customer, day: '2024-02-10', net: 100 })),
      ],
      view: {},
      params: { period: '2024-02-01' },
      expected: 11 / 12,
    },
    {
      name: 'a customer back after a gap was not among those served, and stands neither above nor below the line',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-02-10', net: 100 },
        { customer: 'c', day: '2024-02-10', net: 100 },
        { customer: 'a', day: '2024-03-10', net: 100 },
        { customer: 'b', day: '2024-03-31', net: 100 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'with nobody new it is the retention rate',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 100 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});

/** The share of each period in view that has an earlier one; null where nobody was served. */
function trendOf(orders: OrderTable, view: View): Table {
  const counts = lifeCycleCounts(orders, view);
  const periods = periodsWithEarlier(orders, view);
  const shares = periods.map((period) => {
    const at = period.ordinal - counts.firstOrdinal;
    const fresh = counts.newcomers[at]!;
    return { period, whole: counts.whole[at - 1]! + fresh, part: counts.retained[at]! + fresh, complete: period.complete };
  });
  return shareTrend(['served', 'kept-or-new'], 'customers', shares);
}
