import { dayFromYmd } from '../../../terms/day';
import { buyersBetween, difference, intersection } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured, shareFigure } from '../figure';
import { lapseWindow } from './lapse-window';
import { hasOrders } from '../periods';

type Params = Record<string, never>;

/**
 * Share of the customers of one lapse window who did not order in the next one, which ends on the as-of day.
 *
 * The window is `view.lapseDays`, or the shop's own (see `lapseWindow`); the note says which. The view's beginning and end play no part.
 * It is 1 − retention for the same customers, the same rule and the same window. Absent `no-orders`, `file-too-short` (two windows do not
 * fit into the file), `no-customers`. Cost: three passes over orders.
 */
export const churnRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'churn-rate',
  family: 'churn',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['lapsed', 'base'],
  formula: '|{c ∈ S : no order in (asOf − d, asOf]}| / |S|; S = {c : order in (asOf − 2d, asOf − d]}',
  source: {
    title: 'D-Curve: An Improved Method for Defining Non-Contractual Churn with Type I and Type II Errors',
    author: 'Indeed Engineering',
    year: 2020,
    where: 'https://engineering.indeedblog.com/blog/2020/01/defining-churn/',
  },
  defaults: {},
  sql: `-- $lapse_days: silence after which a customer counts as lapsed
WITH bounds AS (
  SELECT CAST($as_of AS DATE) - CAST($lapse_days AS INTEGER) AS middle, CAST($as_of AS DATE) - 2 * CAST($lapse_days AS INTEGER) AS start
), base AS (
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day > start AND day <= middle AND (SELECT min(day) FROM orders) <= start + 1
), kept AS (
  SELECT DISTINCT customer FROM orders, bounds WHERE day > middle AND day <= $as_of
)
SELECT (count(*) - count(kept.customer)) / nullif(count(*), 0) AS value, count(*) AS n
FROM base LEFT JOIN kept ON kept.customer = base.customer`,
  compute({ orders }, view) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const { days, note } = lapseWindow(orders, view);
    const end = view.asOf + 1;
    if (end - 2 * days < orders.firstDay) return absent('file-too-short');
    const base = buyersBetween(orders, end - 2 * days, end - days);
    if (base.length === 0) return absent('no-customers');
    const kept = intersection(base, buyersBetween(orders, end - days, end));
    const further = [counted('kept', kept), measured('lapse-days', days, 'days')];
    return { ...shareFigure(counted('lapsed', difference(base, kept)), counted('base', base), further), note };
  },
  vectors: [
    {
      name: 'of two customers of the window before, one is silent in this one',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-15', net: 1000 },
        { customer: 'b', day: '2024-01-05', net: 1000 },
        { customer: 'c', day: '2024-01-20', net: 1000 },
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 20) },
      expected: 0.5,
    },
    {
      name: 'an order on the last day of the window before does not keep a customer, one on the first day of this window does',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-10', net: 1000 },
        { customer: 'b', day: '2024-01-10', net: 1000 },
        { customer: 'b', day: '2024-01-11', net: 1000 },
        { customer: 'c', day: '2024-01-02', net: 1000 },
        { customer: 'd', day: '2024-01-09', net: 1000 },
        { customer: 'e', day: '2024-01-11', net: 1000 },
      ],
      view: { lapseDays: 10, asOf: dayFromYmd(2024, 1, 20) },
      expected: 0.75,
    },
    {
      // Gaps of 2 days, ten of them, none open longer than 2: all waits have ended by day 2, so d = 2; the last two windows are 8–9 and 10–11 January.
      name: "without a chosen window it is the shop's own: here every wait ends within 2 days",
      orders: [
        ...['01', '03', '05', '07', '09', '11'].map((d) => ({ customer: 'a', day: `2024-01-${d}`, net: 1000 })),
        ...['01', '03', '05', '07', '09', '11'].map((d) => ({ customer: 'b', day: `2024-01-${d}`, net: 1000 })),
      ],
      view: {},
      expected: 0,
    },
    {
      name: 'two windows must fit into the file',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-20', net: 1000 },
      ],
      view: { lapseDays: 10 },
      expected: null,
    },
  ],
});
