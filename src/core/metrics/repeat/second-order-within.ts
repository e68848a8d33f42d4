import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { horizon } from '../periods';
import { secondOrderShare } from './second-order-share';

interface Params {
  /** Days from the first order-day to the second, at most. */
  withinDays: number;
}

/**
 * Share of first orders that are followed by another order-day within `withinDays` days.
 *
 * Of the customers whose first order ever is in the view, only those who have been followed for that many days are counted, so that the
 * share can be compared between periods; orders up to the as-of day are read, also after the view's end. It is the figure of
 * `cohort-repurchase-rate` with its usual parameters, under its older name; that one also has the course by cohort. Absent `no-customers` (no
 * first order in the view) or `file-too-short` (nobody followed that long yet). Cost: one pass over orders.
 */
export const secondOrderWithin = defineMetric<Params, ScalarMetric<Params>>({
  id: 'second-order-within',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['ordered-again', 'followed'],
  formula: '|{c : d₂ − d₁ ≤ h}| / |{c : asOf − d₁ ≥ h}|; d₁, d₂ first and second order-day, d₁ ∈ [from, to)',
  source: {
    title: 'Retention Analysis Tips: Repurchase Rate',
    author: 'Peel Insights',
    year: 2026,
    where: 'https://help.peelinsights.com/docs/retention-analysis-tips (undated, read in 2026)',
  },
  defaults: { withinDays: 90 },
  sql: `WITH firsts AS (
  SELECT customer, min(day) AS first_day FROM orders WHERE day <= $as_of GROUP BY customer
), followed AS (
  SELECT customer, first_day FROM firsts
  WHERE first_day >= $from AND first_day < $to AND first_day + CAST($within_days AS INTEGER) <= $as_of
), again AS (
  SELECT DISTINCT orders.customer FROM orders JOIN followed ON followed.customer = orders.customer
  WHERE day > first_day AND day <= first_day + CAST($within_days AS INTEGER)
)
SELECT count(again.customer) / nullif(count(*), 0) AS value, count(*) AS n
FROM followed LEFT JOIN again ON again.customer = followed.customer`,
  compute({ orders }, view, { withinDays }) {
    return secondOrderShare(orders, view, { from: view.from, to: horizon(view), withinDays, by: 'order-days' });
  },
  vectors: [
    {
      name: 'a second order on the last day of the window counts, a day later it does not',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-11', net: 1000 },
        { customer: 'b', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-12', net: 1000 },
      ],
      view: {},
      params: { withinDays: 10 },
      expected: 0.5,
    },
    {
      name: 'customers not yet followed for the whole window are left out, even when they are back already',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-05', net: 1000 },
        { customer: 'c', day: '2024-01-02', net: 1000 },
        { customer: 'c', day: '2024-01-03', net: 1000 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 11) },
      params: { withinDays: 10 },
      expected: 0.5,
    },
    {
      name: 'a second order on the same day is not another order-day',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-01', net: 1000 },
      ],
      view: { asOf: dayFromYmd(2024, 6, 1) },
      expected: 0,
    },
    {
      name: 'a file shorter than the window gives no share',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-05', net: 1000 },
      ],
      view: {},
      expected: null,
    },
  ],
});
