import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { kaplanMeier } from '../../stats/kaplan-meier';
import { customersWhere } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { gapCounts } from '../lapse/gaps';
import { ORDER_DAYS_SQL } from '../lapse/lapse-sql';
import { hasOrders, horizon } from '../periods';

interface Params {
  /** The rate of orders before the file is taken from so many of its first days. */
  rateDays: number;
}

/** A file is long enough when it holds this many times the days within which nine of ten ended waits have ended. */
const ENOUGH = 2;
const USUAL = 0.9;

/**
 * Of the customers who are new in the view, the estimated share who had bought before the file begins.
 *
 * "New" is the first order in the file, so a customer of long standing looks new there. Were orders placed before the file at the rate r of its
 * first `rateDays` days, then r · (S(t) − S(∞)) of their customers come back t days into it, S being the Kaplan–Meier curve of the waits; the
 * sum over the days of the view is the expected number. It is too high for a shop that was smaller or did not exist before, too low for one
 * that was larger, and has no interval. The note says whether the file is longer than twice the days within which nine of ten of the waits
 * that end have ended (`history-long`) or not (`history-short`). Absent `no-orders`, `no-customers` (nobody new in view), `not-reached` (no
 * wait has ended yet). Cost: two passes over orders.
 */
export const unseenFirstOrders = defineMetric<Params, ScalarMetric<Params>>({
  id: 'unseen-first-orders',
  family: 'retention',
  unit: 'ratio',
  shape: 'scalar',
  formula:
    'r · Σ (S(t) − S(∞)) / |new|, t = day − first day of the file; r = order-days per day in the first rateDays days, S by Kaplan–Meier',
  source: {
    title: 'Renewal Theory (forward recurrence time of a stationary process)',
    author: 'D. R. Cox',
    year: 1962,
    where: 'Methuen, chapter 5',
  },
  defaults: { rateDays: 60 },
  sql: `WITH ${ORDER_DAYS_SQL}, file AS (
  SELECT min(day) AS first_day, CAST($as_of AS DATE) - min(day) + 1 AS length FROM order_days
), lengths AS (
  SELECT coalesce(next - day, CAST($as_of AS DATE) - day) AS days, count(next) AS ended, count(*) AS waits FROM order_days GROUP BY 1
), at_risk AS (
  SELECT days, ended, sum(waits) OVER (ORDER BY days DESC) AS at_risk FROM lengths
), survival AS (
  SELECT days, product((at_risk - ended) / at_risk) OVER (ORDER BY days) AS s FROM at_risk
), days_in AS (
  SELECT CAST(unnest(generate_series(greatest(CAST($from AS DATE), first_day) - first_day,
    least(CAST($to AS DATE) - 1, CAST($as_of AS DATE)) - first_day)) AS INTEGER) AS t FROM file
), tail AS (
  SELECT sum(coalesce((SELECT min(s) FROM survival WHERE days <= t), 1) - (SELECT min(s) FROM survival)) AS days FROM days_in
), rate AS (
  SELECT count(*) / least(any_value(length), CAST($rate_days AS INTEGER)) AS per_day
  FROM order_days, file WHERE day < first_day + CAST($rate_days AS INTEGER)
), newcomers AS (
  SELECT count(*) AS n FROM (SELECT min(day) AS first_day FROM order_days GROUP BY customer) AS firsts
  WHERE first_day >= $from AND first_day < $to
)
SELECT CASE WHEN n > 0 AND (SELECT min(s) FROM survival) < 1 THEN least(1, tail.days * per_day / n) END AS value, n
FROM newcomers, tail, rate`,
  compute({ orders }, view, { rateDays }) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const [from, to] = [Math.max(view.from, orders.firstDay), horizon(view)];
    const newcomers = customersWhere(orders, (c) => {
      const day = orders.first[c]! < orders.first[c + 1]! ? orders.day[orders.first[c]!]! : -Infinity;
      return day >= from && day < to;
    });
    if (newcomers.length === 0) return absent('no-customers');
    const { closed, open } = gapCounts(orders, orders.firstDay, view.asOf + 1);
    const survival = kaplanMeier(closed, open);
    const never = survival.at(-1)!;
    if (never === 1) return absent('not-reached');
    const perDay = orderDays(orders, view, rateDays) / Math.min(rateDays, survival.length);
    let unseen = 0;
    for (let day = from; day < to; day++) unseen += perDay * (survival[day - orders.firstDay]! - never);
    const usual = survival.findIndex((s) => (1 - s) / (1 - never) >= USUAL - 1e-12);
    const inputs = [
      counted('new-in-view', newcomers),
      measured('unseen', unseen, 'number'),
      measured('file-days', survival.length, 'days'),
      measured('usual-wait', usual, 'days'),
    ];
    const note = survival.length > ENOUGH * usual ? 'history-long' : 'history-short';
    return { value: Math.min(1, unseen / newcomers.length), n: newcomers.length, inputs, note };
  },
  vectors: [
    {
      // Four days; order-days 1, 1, 2 and 1 (a and b; a; a and c; c). Waits: 1, 1 and 1 end after a day; open: a 1, b 3, c 0 days.
      // At risk 6, after day 0 (c is open) 5: S(0) = 1, S(1) = 2/5, S(∞) = 2/5. Σ over four days = 0.6; r = 6/4. 0.9 of 3 new: 0.3.
      name: 'three look new, of whom 0.9 are expected to be known already',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-02', net: 100 },
        { customer: 'a', day: '2024-01-03', net: 100 },
        { customer: 'c', day: '2024-01-03', net: 100 },
        { customer: 'c', day: '2024-01-04', net: 100 },
      ],
      view: {},
      expected: 0.3,
    },
    {
      name: 'with a day on which nobody is new any more there is no share',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-03', net: 100 },
      ],
      view: { from: dayFromYmd(2024, 1, 2) },
      expected: null,
    },
    {
      name: 'as long as nobody has come back nothing can be said',
      orders: [{ customer: 'a', day: '2024-01-01', net: 100 }],
      view: { asOf: dayFromYmd(2024, 1, 20) },
      expected: null,
    },
  ],
});

/** Order-days in the first days of the file. */
function orderDays({ customers, first, day, firstDay }: OrderTable, { asOf }: View, days: number): number {
  const end = Math.min(firstDay + days, asOf + 1);
  let count = 0;
  for (let c = 0; c < customers; c++)
    for (let i = first[c]!; i < first[c + 1]! && day[i]! < end; i++) if (i === first[c] || day[i] !== day[i - 1]) count++;
  return count;
}
