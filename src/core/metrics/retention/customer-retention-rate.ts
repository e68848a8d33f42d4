import type { Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { lifeCycleCounts } from './life-cycle-counts';
import { periodCustomers } from '../period-customers';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, hasOrders, isFirstOfFile, periodsWithEarlier } from '../periods';
import { shareTrend } from '../share-trend';

interface Params {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
}

/**
 * Share of those who bought in the period before who bought again in this one, customer by customer.
 *
 * `trend`: one row per period in view that has an earlier one in the file. A period that is not over is given with the note
 * `period-not-over`. Absent `no-orders`, `no-complete-period` (none in view), `no-earlier-period`, `no-customers` (nobody bought in the
 * period before). Cost: three passes over orders.
 */
export const customerRetentionRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'customer-retention-rate',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['returned', 'base'],
  formula: '|S ∩ B| / |S|; S = bought in the period before, B = bought in the period',
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
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day >= counted_from AND day < counted_to AND day <= $as_of
)
SELECT count(active.customer) / nullif(count(*), 0) AS value, count(*) AS n
FROM base LEFT JOIN active ON active.customer = base.customer`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const period = chosenPeriod(orders, view, params.period);
    if (!period) return absent('no-complete-period');
    if (isFirstOfFile(period, orders, view)) return absent('no-earlier-period');
    const { base, returned, newcomers, reactivated, active } = periodCustomers(orders, view, period);
    if (base.length === 0) return absent('no-customers');
    const further = [counted('new', newcomers), counted('reactivated', reactivated), counted('active', active)];
    const figure = shareFigure(counted('returned', returned), counted('base', base), further);
    return { ...figure, trend: trendOf(orders, view), ...(period.complete ? {} : { note: 'period-not-over' }) };
  },
  vectors: [
    {
      name: 'of three customers of January one bought in February: one third',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-01-15', net: 1000 },
        { customer: 'c', day: '2024-01-25', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'd', day: '2024-02-29', net: 1000 },
      ],
      view: {},
      params: { period: '2024-02-01' },
      expected: 1 / 3,
    },
    {
      name: 'a customer who skips a month is not retained when back',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'b', day: '2024-02-15', net: 1000 },
        { customer: 'c', day: '2024-02-16', net: 1000 },
        { customer: 'a', day: '2024-03-05', net: 1000 },
        { customer: 'b', day: '2024-03-31', net: 1000 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'without a chosen period it is the last one that is over',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
        { customer: 'b', day: '2024-03-05', net: 1000 },
      ],
      view: {},
      expected: 1,
    },
    {
      name: 'weeks begin on Monday',
      orders: [
        { customer: 'a', day: '2024-01-07', net: 1000 },
        { customer: 'a', day: '2024-01-08', net: 1000 },
        { customer: 'b', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-15', net: 1000 },
      ],
      view: { grain: 'week' },
      params: { period: '2024-01-08' },
      expected: 0.5,
    },
    {
      name: "the file's first period has no period before it",
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-01-31', net: 1000 },
      ],
      view: { to: dayFromYmd(2024, 2, 1) },
      expected: null,
    },
    {
      name: 'nobody bought in the period before: no share',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-03-31', net: 1000 },
      ],
      view: {},
      expected: null,
    },
  ],
});

/** Retention of each period in view, oldest first. `rate`, `low` and `high` are null where nobody bought in the period before. */
function trendOf(orders: OrderTable, view: View): Table {
  const counts = lifeCycleCounts(orders, view);
  const periods = periodsWithEarlier(orders, view);
  const shares = periods.map((period) => {
    const at = period.ordinal - counts.firstOrdinal;
    return { period, whole: counts.whole[at - 1]!, part: counts.retained[at]!, complete: period.complete };
  });
  return shareTrend(['base', 'returned'], 'customers', shares);
}
