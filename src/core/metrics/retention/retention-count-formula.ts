import type { Cell, Period, Table } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { lifeCycleCounts } from './life-cycle-counts';
import { periodCustomers } from '../period-customers';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, hasOrders, isFirstOfFile, periodsWithEarlier } from '../periods';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
}

/**
 * The shortcut (end − new) / start, for the same customers as `customer-retention-rate`, which is the variant `set-based`.
 *
 * With "active" meaning "bought in the period", E = returned + new + reactivated, so (E − N)/S = returned/S + reactivated/S: it is too high
 * by the customers who came back after a gap (note `count-formula-reactivated`), and may exceed 1. New customers who leave within the
 * period, the other known fault of the shortcut, do not exist under this rule. No interval: it is not a share of anything.
 * Absent as `customer-retention-rate` is. Cost: three passes over orders.
 */
export const retentionCountFormula = defineMetric<Params, ScalarMetric<Params>>({
  id: 'retention-count-formula',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  formula: '(E − N) / S = |S ∩ B| / |S| + R / |S|; E = bought in the period, N = new, S = bought in the period before, R = reactivated',
  source: {
    title: 'Customer retention rate',
    author: 'Piwik PRO glossary',
    year: 2026,
    where: 'https://piwik.pro/glossary/customer-retention-rate/ (undated, read in 2026)',
  },
  defaults: {},
  sql: `${PERIOD_BOUNDS_SQL}, base AS (
  SELECT count(DISTINCT customer) AS s FROM orders, bounds WHERE day >= previous AND day < start AND day <= $as_of
), active AS (
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day >= counted_from AND day < counted_to AND day <= $as_of
), firsts AS (
  SELECT customer, min(day) AS first_day FROM orders GROUP BY customer
), ended AS (
  SELECT count(*) AS e, count(*) FILTER (WHERE first_day >= start) AS n
  FROM active JOIN firsts ON firsts.customer = active.customer CROSS JOIN bounds
)
SELECT (e - ended.n) / nullif(s, 0) AS value, s AS n FROM base, ended`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    if (isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const { base, returned, newcomers, reactivated, lapsed, active } = periodCustomers(orders, view, period);
    if (base.length === 0) return absent('no-customers');
    const inputs = [
      counted('active', active),
      counted('new', newcomers),
      counted('base', base),
      counted('reactivated', reactivated),
      counted('returned', returned),
      counted('lapsed', lapsed),
    ];
    const setBased = shareFigure(counted('returned', returned), counted('base', base));
    const note = reactivated.length > 0 ? 'count-formula-reactivated' : period.complete ? null : 'period-not-over';
    return {
      value: (active.length - newcomers.length) / base.length,
      n: base.length,
      inputs,
      variants: { 'set-based': setBased },
      trend: trendOf(orders, view),
      ...(note ? { note } : {}),
    };
  },
  vectors: [
    {
      name: 'with nobody coming back after a gap it is the retention rate',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-15', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'd', day: '2024-02-29', net: 1000 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'customers who come back after a gap push it above 1, while nobody at all was kept',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-15', net: 1000 },
        { customer: 'c', day: '2024-02-05', net: 1000 },
        { customer: 'a', day: '2024-03-05', net: 1000 },
        { customer: 'b', day: '2024-03-31', net: 1000 },
      ],
      view: {},
      expected: 2,
    },
    {
      name: 'a chosen period is answered, over or not',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-15', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
      ],
      view: {},
      params: { period: '2024-02-01' },
      expected: 0.5,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 1000 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});

/** The formula beside the set-based rate for each period in view that has an earlier one; ratios are null where S is empty. */
function trendOf(orders: OrderTable, view: View): Table {
  const counts = lifeCycleCounts(orders, view);
  const rowOf = (period: Period): Cell[] => {
    const at = period.ordinal - counts.firstOrdinal;
    const [base, active, fresh, returned] = [counts.whole[at - 1]!, counts.active[at]!, counts.newcomers[at]!, counts.retained[at]!];
    const ratio = (part: number) => (base > 0 ? part / base : null);
    return [
      isoFromDay(period.start),
      base,
      active,
      fresh,
      counts.reactivated[at]!,
      ratio(active - fresh),
      ratio(returned),
      period.complete ? 1 : 0,
    ];
  };
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'base', unit: 'customers' },
      { key: 'active', unit: 'customers' },
      { key: 'new', unit: 'customers' },
      { key: 'reactivated', unit: 'customers' },
      { key: 'rate', unit: 'ratio' },
      { key: 'set-based', unit: 'ratio' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periodsWithEarlier(orders, view).map(rowOf),
  };
}
