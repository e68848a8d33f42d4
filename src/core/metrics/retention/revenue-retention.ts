import type { Absent, Cell, Input, Period, Table } from '../../../terms/answer';
import { isoFromDay, periodOf, periodStart } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { absent, counted, measured } from '../figure';
import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { chosenPeriod, daysOf, hasOrders, periodsOf } from '../periods';
import { pairsWhere, revenuePairs, type RevenuePairs } from './revenue-pairs';
import { revenueTrend, type RevenueTrend } from './revenue-trend';

/*
 * What net and gross revenue retention have in common: the base of customers, what became of their money, the trend.
 */

export interface RevenueParams {
  /** ISO date of a day in the period, usually its first; without it the last complete period in view. */
  period?: string;
  /** What the period is held against: the one before it, or the same one a year (52 weeks) earlier, which takes the season out. */
  comparison: 'previous' | 'last-year';
}

/** The money of the base customers in both periods. */
export interface RevenueBase {
  period: Period;
  /** Customers with net revenue above 0 in the earlier period. */
  pairs: RevenuePairs;
  /** Everything that went in: sums of money first, then who is behind them. */
  inputs: Input[];
}

/** How many periods lie between the two that are held against each other. */
export function lagOf(comparison: RevenueParams['comparison'], { grain }: View): number {
  return comparison === 'previous' ? 1 : { week: 52, month: 12, quarter: 4 }[grain];
}

/** The base of one period, or why there is none. Cost: one pass over orders. */
export function revenueBase(orders: OrderTable, view: View, params: RevenueParams): RevenueBase | Absent {
  if (!hasOrders(orders, view)) return absent('no-orders');
  const period = chosenPeriod(orders, view, params.period);
  if (!period) return absent('no-complete-period');
  const earlier = period.ordinal - lagOf(params.comparison, view);
  if (earlier < periodOf(orders.firstDay, view.grain, view.calendar)) return absent('no-earlier-period');
  const days = { from: periodStart(earlier, view.grain, view.calendar), to: periodStart(earlier + 1, view.grain, view.calendar) };
  const all = revenuePairs(orders, days, daysOf(period, view));
  const pairs = pairsWhere(all, (i) => all.before[i]! > 0);
  if (pairs.who.length === 0) return absent('no-customers');
  return { period, pairs, inputs: inputsOf(pairs) };
}

/** base = kept + contracted + churned; now = kept + expanded. */
function inputsOf({ who, before, now }: RevenuePairs): Input[] {
  const money = (amount: (at: number) => number) => who.reduce((total, _, i) => total + amount(i), 0);
  const those = (test: (at: number) => boolean) => who.filter((_, i) => test(i));
  const isGone = (i: number) => now[i]! <= 0;
  const isLess = (i: number) => !isGone(i) && now[i]! < before[i]!;
  return [
    measured(
      'base-revenue',
      money((i) => before[i]!),
      'money',
    ),
    measured(
      'kept-revenue',
      money((i) => Math.min(before[i]!, now[i]!)),
      'money',
    ),
    measured(
      'expanded-revenue',
      money((i) => Math.max(0, now[i]! - before[i]!)),
      'money',
    ),
    measured(
      'contracted-revenue',
      money((i) => (isLess(i) ? before[i]! - now[i]! : 0)),
      'money',
    ),
    measured(
      'churned-revenue',
      money((i) => (isGone(i) ? before[i]! - now[i]! : 0)),
      'money',
    ),
    measured(
      'now-revenue',
      money((i) => now[i]!),
      'money',
    ),
    counted('earlier-buyers', who),
    counted(
      'expanded',
      those((i) => now[i]! > before[i]!),
    ),
    counted(
      'level',
      those((i) => now[i] === before[i]),
    ),
    counted('contracted', those(isLess)),
    counted('churned', those(isGone)),
  ];
}

/** The figure of each period in view that has one to be held against; null where the base spent nothing then. */
export function revenueTrendTable(
  orders: OrderTable,
  view: View,
  comparison: RevenueParams['comparison'],
  part: keyof Pick<RevenueTrend, 'now' | 'kept'>,
): Table {
  const lag = lagOf(comparison, view);
  const money = revenueTrend(orders, view, lag);
  const rowOf = (period: Period): Cell[] => {
    const at = period.ordinal - money.firstOrdinal;
    const [base, over] = [money.base[at]!, money[part][at]!];
    return [isoFromDay(period.start), money.customers[at]!, base, over, base > 0 ? over / base : null, period.complete ? 1 : 0];
  };
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'base', unit: 'customers' },
      { key: 'base-revenue', unit: 'money' },
      { key: `${part}-revenue`, unit: 'money' },
      { key: 'rate', unit: 'ratio' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periodsOf(orders, view)
      .filter((period) => period.ordinal - lag >= money.firstOrdinal)
      .map(rowOf),
  };
}

/** SQL up to `pairs`: customers with revenue above 0 in the earlier period, with `rev0` and `rev1`. */
export const REVENUE_PAIRS_SQL = `${PERIOD_BOUNDS_SQL}, earlier AS (
  SELECT counted_from, counted_to,
    CASE WHEN $comparison = 'previous' THEN previous WHEN $grain = 'week' THEN start - INTERVAL 364 DAY ELSE start - INTERVAL 12 MONTH END AS begun,
    CASE WHEN $comparison = 'previous' THEN start WHEN $grain = 'week' THEN next - INTERVAL 364 DAY ELSE next - INTERVAL 12 MONTH END AS ended
  FROM bounds
), money AS (
  SELECT customer, day, net FROM orders UNION ALL SELECT customer, day, -amount FROM refunds
), pairs AS (
  SELECT customer, sum(net) FILTER (day >= begun AND day < ended) AS rev0,
    coalesce(sum(net) FILTER (day >= counted_from AND day < counted_to), 0) AS rev1
  FROM money, earlier WHERE day <= $as_of GROUP BY customer
  HAVING sum(net) FILTER (day >= begun AND day < ended) > 0
)`;
