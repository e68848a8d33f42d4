import type { Cell, Period, Table } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { union } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted } from '../figure';
import { lifeCycleCounts } from './life-cycle-counts';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { periodCustomers } from '../period-customers';
import { chosenPeriod, hasOrders, isFirstOfFile, periodsWithEarlier } from '../periods';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
}

/**
 * Customers won for each one who did not come back: new and reactivated over lapsed. Above 1 the shop has more buyers than the period before.
 *
 * (new + reactivated) / lapsed > 1 exactly when more bought in this period than in the whole one before. No interval: it is a quotient of two
 * counts of different people. `n` is the number of lapsed. Absent `no-orders`, `no-complete-period`, `no-earlier-period`, and `no-customers`
 * when nobody lapsed. Cost: three passes over orders.
 */
export const quickRatio = defineMetric<Params, ScalarMetric<Params>>({
  id: 'quick-ratio',
  family: 'retention',
  unit: 'times',
  shape: 'scalar',
  fraction: ['gained', 'lapsed'],
  formula: '(|new| + |reactivated|) / |lapsed|; lapsed = Bₜ₋₁ \\ Bₜ; Bₜ = bought in period t',
  source: {
    title: 'Product Analytics: Growth Accounting Walkthrough',
    author: 'B. Bregman',
    year: 2019,
    where: 'https://benbregman.medium.com/growth-accounting-walkthrough-cbeac63009a3',
  },
  defaults: {},
  sql: `${PERIOD_BOUNDS_SQL}, base AS (
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day >= previous AND day < start AND day <= $as_of
), active AS (
  SELECT DISTINCT customer FROM orders, bounds WHERE day >= counted_from AND day < counted_to AND day <= $as_of
), counts AS (
  SELECT (SELECT count(*) FROM active WHERE customer NOT IN (SELECT customer FROM base)) AS gained,
    (SELECT count(*) FROM base WHERE customer NOT IN (SELECT customer FROM active)) AS lapsed
)
SELECT gained / nullif(lapsed, 0) AS value, lapsed AS n, gained, lapsed FROM counts`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    if (isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const { base, newcomers, reactivated, lapsed, active } = periodCustomers(orders, view, period);
    if (lapsed.length === 0) return absent('no-customers');
    const gained = union(newcomers, reactivated);
    const inputs = [
      counted('gained', gained),
      counted('lapsed', lapsed),
      counted('new', newcomers),
      counted('reactivated', reactivated),
      counted('base', base),
      counted('active', active),
    ];
    return {
      value: gained.length / lapsed.length,
      n: lapsed.length,
      inputs,
      trend: trendOf(orders, view),
      ...(period.complete ? {} : { note: 'period-not-over' }),
    };
  },
  vectors: [
    {
      name: 'two won and one gone: 2',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-02-05', net: 100 },
        { customer: 'c', day: '2024-02-05', net: 100 },
        { customer: 'a', day: '2024-03-05', net: 100 },
        { customer: 'b', day: '2024-03-06', net: 100 },
        { customer: 'd', day: '2024-03-31', net: 100 },
      ],
      view: {},
      expected: 2,
    },
    {
      name: 'nobody won and two gone: 0',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-05', net: 100 },
        { customer: 'c', day: '2024-01-05', net: 100 },
        { customer: 'c', day: '2024-02-29', net: 100 },
      ],
      view: {},
      expected: 0,
    },
    {
      name: 'with nobody gone there is no quotient',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-02-29', net: 100 },
        { customer: 'b', day: '2024-02-29', net: 100 },
      ],
      view: {},
      expected: null,
    },
    {
      name: "the file's first period has no period before it",
      orders: [{ customer: 'a', day: '2024-01-05', net: 100 }],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});

/** The quotient of each period in view that has an earlier one; null where nobody lapsed. */
function trendOf(orders: OrderTable, view: View): Table {
  const counts = lifeCycleCounts(orders, view);
  const rowOf = (period: Period): Cell[] => {
    const at = period.ordinal - counts.firstOrdinal;
    const [fresh, back] = [counts.newcomers[at]!, counts.reactivated[at]!];
    const lapsed = counts.whole[at - 1]! - counts.retained[at]!;
    return [isoFromDay(period.start), fresh, back, lapsed, lapsed > 0 ? (fresh + back) / lapsed : null, period.complete ? 1 : 0];
  };
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'new', unit: 'customers' },
      { key: 'reactivated', unit: 'customers' },
      { key: 'lapsed', unit: 'customers' },
      { key: 'rate', unit: 'times' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periodsWithEarlier(orders, view).map(rowOf),
  };
}
