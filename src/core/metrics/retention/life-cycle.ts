import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type CellAddress, type TableMetric } from '../define';
import { absent, counted, countFigure, measured } from '../figure';
import { lifeCycleCounts } from './life-cycle-counts';
import { periodCustomers } from '../period-customers';
import { daysOf, isFirstOfFile, periodsOf } from '../periods';
import { salesBetween, salesByPeriod } from '../sales';

type Params = Record<string, never>;

/**
 * Who bought in each period of the view, by where they come from, and who did not come back.
 *
 * new + retained + reactivated = active, always; active of the period before = retained + lapsed, where that period lies in the view as a
 * whole (else `retained` and `lapsed` still rest on all of its buyers). "New" is the first order in the file. In the file's first period
 * everyone is new, and `lapsed` is null (`no-earlier-period`). Cost: two passes over orders; a cell three.
 */
export const lifeCycle = defineMetric<Params, TableMetric<Params>>({
  id: 'life-cycle',
  family: 'retention',
  unit: 'customers',
  shape: 'table',
  formula: 'Bₜ = new ∪ (Bₜ ∩ Bₜ₋₁) ∪ reactivated; lapsed = Bₜ₋₁ \\ Bₜ; Bₜ = bought in period t',
  source: {
    title: 'Product Analytics: Growth Accounting Walkthrough',
    author: 'B. Bregman',
    year: 2019,
    where: 'https://benbregman.medium.com/growth-accounting-walkthrough-cbeac63009a3',
  },
  defaults: {},
  sql: `WITH step AS (
  SELECT CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS step
), known AS (
  SELECT customer, day, net, CAST(date_trunc($grain, day) AS DATE) AS period FROM orders WHERE day <= $as_of
), file AS (
  SELECT min(day) AS first_day, min(period) AS first_period FROM known
), periods AS (
  SELECT CAST(unnest(generate_series(
    CAST(date_trunc($grain, greatest(CAST($from AS DATE), first_day)) AS TIMESTAMP),
    CAST(least(CAST($to AS DATE) - 1, CAST($as_of AS DATE)) AS TIMESTAMP), step)) AS DATE) AS period
  FROM file, step WHERE first_day IS NOT NULL
    AND greatest(CAST($from AS DATE), first_day) <= least(CAST($to AS DATE) - 1, CAST($as_of AS DATE))
), bought AS (
  SELECT DISTINCT customer, period, CAST(period + step AS DATE) AS following, min(period) OVER (PARTITION BY customer) AS first_period
  FROM known, step
), active AS (
  SELECT customer, period, count(*) AS orders, sum(net) AS net_revenue FROM known WHERE day >= $from AND day < $to GROUP BY ALL
), kinds AS (
  SELECT active.*, bought.first_period = active.period AS is_new, earlier.customer IS NOT NULL AS is_retained
  FROM active JOIN bought ON bought.customer = active.customer AND bought.period = active.period
  LEFT JOIN bought AS earlier ON earlier.customer = active.customer AND earlier.following = active.period
), base AS (
  SELECT following AS period, count(*) AS customers FROM bought GROUP BY following
), given_back AS (
  SELECT CAST(date_trunc($grain, day) AS DATE) AS period, sum(amount) AS refunds
  FROM refunds WHERE day >= $from AND day < $to AND day <= $as_of GROUP BY 1
)
SELECT periods.period,
  CAST(periods.period + any_value(step) AS DATE) <= CAST($as_of AS DATE) + 1 AND CAST(periods.period + any_value(step) AS DATE) <= $to
    AND (periods.period >= $from OR any_value(file.first_day) >= $from) AS complete,
  count(customer) AS active, count(*) FILTER (is_new) AS new, count(*) FILTER (is_retained) AS retained,
  count(customer) FILTER (NOT is_new AND NOT is_retained) AS reactivated,
  CASE WHEN periods.period > any_value(file.first_period)
    THEN coalesce(any_value(base.customers), 0) - count(*) FILTER (is_retained) END AS lapsed,
  coalesce(sum(kinds.orders), 0) AS orders, coalesce(sum(kinds.net_revenue), 0) - coalesce(any_value(given_back.refunds), 0) AS net_revenue
FROM periods CROSS JOIN file CROSS JOIN step
LEFT JOIN kinds ON kinds.period = periods.period LEFT JOIN base ON base.period = periods.period
LEFT JOIN given_back ON given_back.period = periods.period
GROUP BY periods.period ORDER BY periods.period`,
  compute({ orders }, view) {
    return {
      columns: [
        { key: 'period', unit: 'period' },
        { key: 'complete', unit: 'flag' },
        { key: 'active', unit: 'customers' },
        { key: 'new', unit: 'customers' },
        { key: 'retained', unit: 'customers' },
        { key: 'reactivated', unit: 'customers' },
        { key: 'lapsed', unit: 'customers' },
        { key: 'orders', unit: 'orders' },
        { key: 'net-revenue', unit: 'money' },
      ],
      rows: rowsOf(orders, view),
    };
  },
  cell({ orders }, view, _params, at) {
    const period = periodsOf(orders, view).find((p) => isoFromDay(p.start) === at.row);
    if (!period) return absent('no-orders');
    if (at.column === 'lapsed' && isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const days = daysOf(period, view);
    const figure =
      at.column === 'orders' || at.column === 'net-revenue'
        ? salesFigure(orders, days, at.column)
        : kindFigure(periodCustomers(orders, view, period), at.column);
    return figure.value === null || period.complete ? figure : { ...figure, note: 'period-not-over' };
  },
  vectors: [
    {
      name: 'a customer is new once, then retained, lapsed and reactivated',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 200 },
        { customer: 'a', day: '2024-02-05', net: 300 },
        { customer: 'c', day: '2024-02-06', net: 400 },
        { customer: 'b', day: '2024-03-06', net: 500 },
        { customer: 'b', day: '2024-03-31', net: 600 },
      ],
      view: {},
      expected: [
        ['2024-01-01', 1, 2, 2, 0, 0, null, 2, 300],
        ['2024-02-01', 1, 2, 1, 1, 0, 1, 2, 700],
        ['2024-03-01', 1, 1, 0, 0, 1, 2, 2, 1100],
      ],
    },
    {
      name: 'a month without an order has a row, and the month that is not over says so',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-03-06', net: 500 },
      ],
      view: {},
      expected: [
        ['2024-01-01', 1, 1, 1, 0, 0, null, 1, 100],
        ['2024-02-01', 1, 0, 0, 0, 0, 1, 0, 0],
        ['2024-03-01', 0, 1, 0, 0, 1, 0, 1, 500],
      ],
    },
    {
      name: 'a view that begins inside the file knows who bought before it',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'b', day: '2024-02-06', net: 500 },
        { customer: 'a', day: '2024-03-06', net: 500 },
        { customer: 'b', day: '2024-03-06', net: 500 },
      ],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 4, 1), asOf: dayFromYmd(2024, 4, 10) },
      expected: [
        ['2024-02-01', 1, 1, 1, 0, 0, 1, 1, 500],
        ['2024-03-01', 1, 2, 0, 1, 1, 0, 2, 1000],
      ],
    },
    { name: 'without orders there are no rows', orders: [], view: {}, expected: [] },
  ],
});

function rowsOf(orders: OrderTable, view: View): Cell[][] {
  const counts = lifeCycleCounts(orders, view);
  const sales = salesByPeriod(orders, view, counts.active.length);
  return periodsOf(orders, view).map((period) => {
    const at = period.ordinal - counts.firstOrdinal;
    const retained = counts.retained[at]!;
    return [
      isoFromDay(period.start),
      period.complete ? 1 : 0,
      counts.active[at]!,
      counts.newcomers[at]!,
      retained,
      counts.reactivated[at]!,
      at > 0 ? counts.whole[at - 1]! - retained : null,
      sales.orders[at]!,
      sales.netMinor[at]!,
    ];
  });
}

function kindFigure(customers: ReturnType<typeof periodCustomers>, column: CellAddress['column']): Scalar | Absent {
  if (column === 'active') return countFigure('active', customers.active);
  if (column === 'new') return countFigure('new', customers.newcomers);
  if (column === 'retained') return countFigure('retained', customers.returned);
  if (column === 'reactivated') return countFigure('reactivated', customers.reactivated);
  if (column === 'lapsed') return countFigure('lapsed', customers.lapsed);
  return absent('no-orders');
}

function salesFigure(orders: OrderTable, days: { from: number; to: number }, column: 'orders' | 'net-revenue'): Scalar {
  const sales = salesBetween(orders, days.from, days.to);
  const who = buyersBetween(orders, days.from, days.to);
  const value = column === 'orders' ? sales.orders : sales.netMinor;
  const inputs = [measured('orders', sales.orders, 'orders'), counted('customers', who)];
  if (column === 'net-revenue')
    inputs.unshift(measured('sales', sales.salesMinor, 'money'), measured('refunds', sales.refundsMinor, 'money'));
  return { value, n: sales.orders, inputs };
}
