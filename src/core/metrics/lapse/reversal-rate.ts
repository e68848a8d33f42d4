import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { lapseCensus } from './lapse-rules';
import { ORDER_DAYS_SQL, OWN_LIMITS_SQL } from './lapse-sql';
import { lapseWindow } from './lapse-window';
import { hasOrders } from '../periods';

interface Params {
  /** `window`: the days of the view, or the shop's own; `own-gaps`: the customer's own gaps, where there are four or more, else the window. */
  rule: 'window' | 'own-gaps';
  /** Days after the lapse in which an order makes it undone. */
  withinDays: number;
}

/**
 * Of the customers whom a rule has called lapsed, the share who ordered again within a set number of days after that.
 *
 * Each customer counts once, by the first lapse, and only when it is `withinDays` ago or longer, so that all have been followed equally. A rule
 * that is often undone calls customers lapsed too early. The view's beginning and end play no part; the note says where the window comes from.
 * Absent `no-orders`, or `not-followed` when nobody lapsed that long ago. Cost: two passes over orders.
 */
export const reversalRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'reversal-rate',
  family: 'churn',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['back-in-time', 'lapsed-before'],
  formula: '|{c : next order ≤ l + h}| / |{c : l + h ≤ asOf}|; l = day of the first lapse (s + d without an order since s), h = withinDays',
  source: {
    title: 'D-Curve: An Improved Method for Defining Non-Contractual Churn with Type I and Type II Errors',
    author: 'Indeed Engineering',
    year: 2020,
    where: 'https://engineering.indeedblog.com/blog/2020/01/defining-churn/',
  },
  defaults: { rule: 'window', withinDays: 90 },
  sql: `-- $lapse_days: silence after which a customer counts as lapsed; $rule: window or own-gaps
WITH ${ORDER_DAYS_SQL}, ${OWN_LIMITS_SQL}, limits AS (
  SELECT customer, day, next, CASE WHEN $rule = 'own-gaps' THEN coalesce(own_days, $lapse_days) ELSE $lapse_days END AS limit_days FROM own_limits
), lapses AS (
  SELECT customer, next, day + CAST(limit_days AS INTEGER) AS lapsed_on, row_number() OVER (PARTITION BY customer ORDER BY day) AS nth
  FROM limits WHERE coalesce(next, CAST($as_of AS DATE) + 1) > day + CAST(limit_days AS INTEGER)
)
SELECT count(*) FILTER (next <= lapsed_on + CAST($within_days AS INTEGER)) / nullif(count(*), 0) AS value, count(*) AS n
FROM lapses WHERE nth = 1 AND lapsed_on + CAST($within_days AS INTEGER) <= $as_of`,
  compute({ orders }, view, { rule, withinDays }) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const { days, note } = lapseWindow(orders, view);
    const { followed, back, silent } = lapseCensus(orders, view, { days, isOwn: rule === 'own-gaps' }, withinDays);
    if (followed.length === 0) return absent('not-followed');
    const further = [counted('silent', silent), measured('lapse-days', days, 'days'), measured('back-days', withinDays, 'days')];
    return { ...shareFigure(counted('back-in-time', back), counted('lapsed-before', followed), further), note };
  },
  vectors: [
    {
      name: 'an order on the last of the days undoes the lapse, a day later it does not',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-16', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-17', net: 100 },
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 31) },
      params: { withinDays: 5 },
      expected: 0.5,
    },
    {
      name: 'an order on the very day on which the silence would have become a lapse is none',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-11', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 16) },
      params: { withinDays: 5 },
      expected: 0,
    },
    {
      // Four gaps of two days: the own limit of a is 2 days, lapsed on 11 January, back on the 13th. b has no gap and lapses after 10 days.
      name: 'by the own gaps a customer of every other day has lapsed after two days',
      orders: [
        ...['01', '03', '05', '07', '09', '13'].map((d) => ({ customer: 'a', day: `2024-01-${d}`, net: 100 })),
        { customer: 'b', day: '2024-01-01', net: 100 },
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 20) },
      params: { rule: 'own-gaps', withinDays: 5 },
      expected: 0.5,
    },
    {
      name: 'nobody lapsed so long ago that it can be told',
      orders: [{ customer: 'a', day: '2024-01-01', net: 100 }],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 31) },
      expected: null,
    },
  ],
});
