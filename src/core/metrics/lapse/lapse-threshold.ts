import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { quantile } from '../../stats/quantile';
import { defineMetric, type TableMetric } from '../define';
import { errorCurve } from './error-curve';
import { absent, counted, measured, shareFigure } from '../figure';
import { lapseCensus, type LapseCensus } from './lapse-rules';
import { ERROR_CURVE_SQL, ORDER_DAYS_SQL, OWN_LIMITS_SQL, PERCENTILE_SQL } from './lapse-sql';
import { lapseWindow } from './lapse-window';
import { gapCounts } from './gaps';
import { hasOrders } from '../periods';

interface Params {
  /** The number of days of the fixed rule. */
  fixedDays: number;
  /** A lapsed customer who orders within so many days is one who came back. */
  withinDays: number;
  /** Days looked at after the test day of the error curve, at most half of the file. */
  followDays: number;
}

const RULES = ['fixed', 'percentile', 'own-gaps', 'error-curve'] as const;
type Rule = (typeof RULES)[number];

/**
 * Four rules for when silence counts as a lapse, side by side: the days they say, whom they call lapsed, and how many of those come back.
 *
 * `fixed`: the parameter. `percentile`: the days by which 90 % of the waits have ended, open ones censored (see `lapseWindow`, whatever the
 * view says). `own-gaps`: beyond the 90th percentile of the customer's own gaps, with four gaps or more, else as `percentile`; its `days` are
 * the median over customers. `error-curve`: the days with the least error (see `errorCurve`); null where there is no such curve. `silent` is
 * counted as of the as-of day among `customers`, `back-share` is `back-in-time` of `lapsed-before`: customers whose first lapse by the rule is
 * `withinDays` ago or longer; null without any. `waits-ended` counts the waits that have ended: what the rules but the first are taken from.
 * The view's beginning and end play no part. No rows without orders. Cost: a pass over orders for each rule, and three more.
 */
export const lapseThreshold = defineMetric<Params, TableMetric<Params>>({
  id: 'lapse-threshold',
  family: 'churn',
  unit: 'days',
  shape: 'table',
  formula:
    'fixed: d; percentile: min {d : F(d) ≥ 0.9}, F by Kaplan–Meier; own-gaps: 90th percentile of the own gaps, if ≥ 4; error-curve: argmin error(d)',
  source: {
    title: 'D-Curve: An Improved Method for Defining Non-Contractual Churn with Type I and Type II Errors',
    author: 'Indeed Engineering',
    year: 2020,
    where: 'https://engineering.indeedblog.com/blog/2020/01/defining-churn/',
  },
  defaults: { fixedDays: 90, withinDays: 90, followDays: 180 },
  sql: `WITH ${ORDER_DAYS_SQL}, ${OWN_LIMITS_SQL}, ${PERCENTILE_SQL}, ${ERROR_CURVE_SQL}, rules AS (
  SELECT 1 AS place, 'fixed' AS rule, CAST($fixed_days AS INTEGER) AS days
  UNION ALL SELECT 2, 'percentile', (SELECT days FROM percentile)
  UNION ALL SELECT 3, 'own-gaps', (SELECT days FROM percentile)
  UNION ALL SELECT 4, 'error-curve', (SELECT days FROM best)
), limits AS (
  SELECT rule, customer, day, next, CAST(CASE WHEN rule = 'own-gaps' THEN coalesce(own_days, days) ELSE days END AS INTEGER) AS limit_days
  FROM own_limits CROSS JOIN rules WHERE days IS NOT NULL
), lapses AS (
  SELECT rule, customer, next, day + limit_days AS lapsed_on, row_number() OVER (PARTITION BY rule, customer ORDER BY day) AS nth
  FROM limits WHERE coalesce(next, CAST($as_of AS DATE) + 1) > day + limit_days
), said AS (
  SELECT rule, quantile_cont(limit_days, 0.5) AS days, count(*) AS everyone FROM limits WHERE next IS NULL GROUP BY rule
), silent AS (
  SELECT rule, count(*) AS silent FROM lapses WHERE next IS NULL GROUP BY rule
), followed AS (
  SELECT rule, count(*) AS lapsed_before, count(*) FILTER (next <= lapsed_on + CAST($within_days AS INTEGER)) AS back_in_time
  FROM lapses WHERE nth = 1 AND lapsed_on + CAST($within_days AS INTEGER) <= $as_of GROUP BY rule
)
SELECT rules.rule, said.days, CASE WHEN said.days IS NOT NULL THEN coalesce(silent, 0) END AS silent,
  CASE WHEN said.days IS NOT NULL THEN coalesce(silent, 0) / everyone END AS share, back_in_time / lapsed_before AS back_share,
  everyone AS customers, CASE WHEN said.days IS NOT NULL THEN coalesce(lapsed_before, 0) END AS lapsed_before,
  CASE WHEN said.days IS NOT NULL THEN coalesce(back_in_time, 0) END AS back_in_time, (SELECT count(next) FROM order_days) AS waits_ended
FROM rules LEFT JOIN said ON said.rule = rules.rule LEFT JOIN silent ON silent.rule = rules.rule LEFT JOIN followed ON followed.rule = rules.rule
WHERE (SELECT count(*) FROM order_days) > 0 ORDER BY place`,
  compute({ orders }, view, params) {
    return {
      columns: [
        { key: 'rule', unit: 'text' },
        { key: 'days', unit: 'days' },
        { key: 'silent', unit: 'customers' },
        { key: 'share', unit: 'ratio' },
        { key: 'back-share', unit: 'ratio' },
        { key: 'customers', unit: 'customers' },
        { key: 'lapsed-before', unit: 'customers' },
        { key: 'back-in-time', unit: 'customers' },
        { key: 'waits-ended', unit: 'gaps' },
      ],
      rows: hasOrders(orders, view) ? rowsOf(orders, view, params) : [],
    };
  },
  cell({ orders }, view, params, at) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    if (at.column === 'waits-ended') {
      const ended = measured('gaps', endedWaits(orders, view), 'gaps');
      return { value: ended.value, n: ended.value, inputs: [ended] };
    }
    const census = censusBy(at.row as Rule, orders, view, params);
    if (!census) return absent('file-too-short');
    return figureAt(census, at.column, params);
  },
  vectors: [
    {
      // Gaps of a: 5, 5, 5, 5 and an open wait of 20 days; b orders on one day, 40 days before the end. Half of the 41 days is 20.
      // Waits: four ended after 5 days, open ones of 20 and 40: F(5) = 4/6, so 60 % is reached at 5 days and 70 % never.
      // a has four gaps of 5 and b none: own limits 5 and 5. By 15 days a lapsed on day 35 of 40, b on day 15; by 5 on days 25 and 5.
      // Test day 30 (of 40): both gone, so there is no error curve.
      name: 'a regular of every fifth day and one who came once',
      orders: [
        ...['01', '06', '11', '16', '21'].map((d) => ({ customer: 'a', day: `2024-01-${d}`, net: 100 })),
        { customer: 'b', day: '2024-01-01', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 2, 10) },
      params: { fixedDays: 15, withinDays: 10, followDays: 10 },
      expected: [
        ['fixed', 15, 2, 1, 0, 2, 1, 0, 4],
        ['percentile', 5, 2, 1, 0, 2, 2, 0, 4],
        ['own-gaps', 5, 2, 1, 0, 2, 2, 0, 4],
        ['error-curve', null, null, null, null, null, null, null, 4],
      ],
    },
    {
      // a lapses by 7 days on day 8 (counted from 1 January = day 1) and is back on day 11; b lapses on day 8 and is not back by day 18.
      name: 'of two who lapsed one was back within ten days',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-11', net: 100 },
        { customer: 'a', day: '2024-01-20', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 20) },
      params: { fixedDays: 7, withinDays: 10, followDays: 8 },
      // Waits: ended after 10 and 9, open after 19 and 0. F(9) = 1/3, F(10) = 2/3: 60 % within half of 20 days; by 10 days b lapses on day 11 and has not been
      // followed for ten days. Test day 12 January:
      // a silent for 1 day and back, b for 11 and gone, so 2 days are the first candidate without an error.
      expected: [
        ['fixed', 7, 1, 0.5, 0.5, 2, 2, 1, 2],
        ['percentile', 10, 1, 0.5, null, 2, 0, 0, 2],
        ['own-gaps', 10, 1, 0.5, null, 2, 0, 0, 2],
        ['error-curve', 2, 1, 0.5, 0.5, 2, 2, 1, 2],
      ],
    },
    { name: 'without orders there is nothing to judge', orders: [], view: {}, expected: [] },
  ],
});

function censusBy(rule: Rule, orders: OrderTable, view: View, params: Params): LapseCensus | null {
  const days = rule === 'fixed' ? params.fixedDays : daysOf(rule, orders, view, params);
  return days === null ? null : lapseCensus(orders, view, { days, isOwn: rule === 'own-gaps' }, params.withinDays);
}

function daysOf(rule: Rule, orders: OrderTable, view: View, { followDays }: Params): number | null {
  if (rule === 'error-curve') return errorCurve(orders, view, followDays)?.best.days ?? null;
  return lapseWindow(orders, { ...view, lapseDays: null }).days;
}

/** Waits that have ended with another order up to the as-of day. */
function endedWaits(orders: OrderTable, view: View): number {
  return gapCounts(orders, orders.firstDay, view.asOf + 1).closedTotal;
}

function rowsOf(orders: OrderTable, view: View, params: Params): Cell[][] {
  const ended = endedWaits(orders, view);
  return RULES.map((rule) => [...rowOf(rule, censusBy(rule, orders, view, params)), ended]);
}

function rowOf(rule: Rule, census: LapseCensus | null): Cell[] {
  if (!census) return [rule, null, null, null, null, null, null, null];
  const { everyone, silent, followed, back } = census;
  const backShare = followed.length > 0 ? back.length / followed.length : null;
  const counts = [everyone.length, followed.length, back.length];
  return [rule, medianOf(census), silent.length, silent.length / everyone.length, backShare, ...counts];
}

function medianOf({ limits }: LapseCensus): number {
  return quantile(limits.slice(), 0.5);
}

function figureAt(census: LapseCensus, column: string, { withinDays }: Params): Scalar | Absent {
  const [everyone, silent, own] = [
    counted('customers', census.everyone),
    counted('silent', census.silent),
    counted('own-limit', census.own),
  ];
  const days = measured('lapse-days', medianOf(census), 'days');
  if (column === 'days') return { value: days.value, n: everyone.value, inputs: [everyone, own] };
  if (column === 'silent') return { value: silent.value, n: everyone.value, inputs: [silent, everyone, days] };
  if (column === 'customers') return { value: everyone.value, n: everyone.value, inputs: [everyone] };
  const [before, back] = [counted('lapsed-before', census.followed), counted('back-in-time', census.back)];
  if (column === 'lapsed-before') return { value: before.value, n: before.value, inputs: [before, days] };
  if (column === 'back-in-time') return { value: back.value, n: before.value, inputs: [back, before, days] };
  if (column === 'share') return shareFigure(silent, everyone, [days, own]);
  if (census.followed.length === 0) return absent('not-followed');
  return shareFigure(back, before, [days, measured('back-days', withinDays, 'days')]);
}
