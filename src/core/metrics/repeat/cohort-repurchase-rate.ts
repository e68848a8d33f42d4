import type { Table } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { kaplanMeier, timeReached } from '../../stats/kaplan-meier';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, measured } from '../figure';
import { gapCounts } from '../lapse/gaps';
import { chosenPeriod, daysOf, hasOrders, horizon, periodIndex, periodsOf } from '../periods';
import { shareTrend } from '../share-trend';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from './repeat-family-shop';
import { secondOrderShare, waitForSecond } from './second-order-share';

interface Params {
  /** Days from the first order to the second, at most. */
  withinDays: number;
  /**
   * `days`: `withinDays` days. `p75-gap`: the days by which three of four waits between order-days have ended (Kaplan–Meier over the whole
   * file). `ever`: any time up to the as-of day, whoever came yesterday included.
   */
  within: 'days' | 'p75-gap' | 'ever';
  /** A second order on the day of the first: not another one (`order-days`) or one (`orders`). */
  by: 'order-days' | 'orders';
  /** ISO date of a day in a cohort's period; without it all first orders in the view are one cohort. */
  period?: string;
}

/**
 * Of the customers whose first order is in the view, or in one period of it, the share who ordered again on a later day within h days, among
 * those known for h days: the one repeat figure that can be compared between times.
 *
 * `trend`: by period of the first order; `complete` says that the whole cohort has been followed. With the usual parameters it is
 * `second-order-within`. Absent `no-orders`, `no-customers` (no first order), `file-too-short` (nobody followed for that long), `not-reached`
 * (`p75-gap`, when three of four waits have not ended within the file). Cost: two passes over orders.
 */
export const cohortRepurchaseRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'cohort-repurchase-rate',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['ordered-again', 'followed'],
  formula: '|{c ∈ C : d₂ − d₁ ≤ h}| / |{c ∈ C : asOf − d₁ ≥ h}|; C = first order-day d₁ in the period, d₂ second order-day',
  source: {
    title: 'Retention Analysis Tips: Repurchase Rate',
    author: 'Peel Insights',
    year: 2026,
    where: 'https://help.peelinsights.com/docs/retention-analysis-tips (undated, read in 2026)',
  },
  defaults: { withinDays: 90, within: 'days', by: 'order-days' },
  sql: `-- $within is 'days', 'p75-gap' or 'ever', $by 'order-days' or 'orders'; for one cohort let $from and $to be its bounds
WITH known AS (
  SELECT customer, day, row_number() OVER (PARTITION BY customer ORDER BY day, order_id) AS nth FROM orders WHERE day <= $as_of
), waits AS (
  SELECT lead(day) OVER (PARTITION BY customer ORDER BY day) - day AS ended_after, CAST($as_of AS DATE) - day AS so_far
  FROM (SELECT DISTINCT customer, day FROM known)
), lengths AS (
  SELECT coalesce(ended_after, so_far) AS days, count(ended_after) AS ended, count(*) AS waits FROM waits GROUP BY 1
), at_risk AS (
  SELECT days, ended, sum(waits) OVER (ORDER BY days DESC) AS at_risk FROM lengths
), curve AS (
  SELECT days, product((at_risk - ended) / at_risk) OVER (ORDER BY days) AS still FROM at_risk
), window_days AS (
  SELECT CASE WHEN $within = 'p75-gap' THEN min(days) FILTER (WHERE still <= 0.25 + 1e-12) ELSE CAST($within_days AS INTEGER) END AS h FROM curve
), firsts AS (
  SELECT known.customer, min(known.day) AS first_day,
    min(later.day) AS second_day
  FROM known LEFT JOIN known AS later ON later.customer = known.customer
    AND CASE WHEN $by = 'orders' THEN later.nth = 2 ELSE later.day > known.day END
  WHERE known.nth = 1
  GROUP BY known.customer
), followed AS (
  SELECT first_day, second_day, h FROM firsts, window_days
  WHERE first_day >= $from AND first_day < $to AND ($within = 'ever' OR first_day + CAST(h AS INTEGER) <= CAST($as_of AS DATE))
)
SELECT count(*) FILTER (WHERE $within = 'ever' AND second_day IS NOT NULL OR $within <> 'ever' AND second_day - first_day <= h)
  / nullif(count(*), 0) AS value, count(*) AS n
FROM followed`,
  compute({ orders }, view, params) {
    if (!hasOrders(orders, view)) return absent('no-orders');
    const withinDays = windowDays(orders, view, params);
    if (withinDays === null) return absent('not-reached');
    const period = params.period === undefined ? null : chosenPeriod(orders, view, params.period);
    if (params.period !== undefined && !period) return absent('no-customers');
    const days = period ? daysOf(period, view) : { from: view.from, to: horizon(view) };
    const figure = secondOrderShare(orders, view, { ...days, withinDays, by: params.by });
    if (figure.value === null) return figure;
    const window = withinDays === Infinity ? [] : [measured('within-days', withinDays, 'days')];
    const trend = trendOf(orders, view, withinDays, params.by);
    return {
      ...figure,
      inputs: [...figure.inputs, ...window],
      trend,
      ...(params.within === 'ever' ? { note: 'cohort-without-limit' } : {}),
    };
  },
  vectors: [
    {
      name: 'the shop of the six repeat figures: of d, e, f, g and h, followed for 90 days, d and g came back in time',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      expected: 2 / 5,
    },
    {
      name: 'without a limit all six are counted, and f, who ordered twice on a day, is back too by orders',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      params: { within: 'ever', by: 'orders' },
      expected: 3 / 6,
    },
    {
      // Waits of 1, 3 and 4 days ended, of 2 and 5 days are open: S = .8, .8, .5333, .2667, so three of four are not reached.
      name: 'by the days within which three of four waits have ended: here they have not',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-02', net: 100 },
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-09', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 11) },
      params: { within: 'p75-gap' },
      expected: null,
    },
    {
      // Seven of nine waits ended after one day, so h is 1.
      name: 'three of four waits end within a day: a came back in that time, b did not',
      orders: [
        ...[1, 2, 3, 4, 5, 6, 7, 8].map((d) => ({ customer: 'a', day: `2024-01-0${d}`, net: 100 })),
        { customer: 'b', day: '2024-01-02', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 10) },
      params: { within: 'p75-gap' },
      expected: 0.5,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

/** The window h in days; null when the shop's own is not reached. */
function windowDays(orders: OrderTable, view: View, { within, withinDays }: Params): number | null {
  if (within === 'ever') return Infinity;
  if (within === 'days') return withinDays;
  const { closed, open } = gapCounts(orders, orders.firstDay, view.asOf + 1);
  return timeReached(kaplanMeier(closed, open), 0.75);
}

/** The share of each cohort in view, oldest first; null where nobody of it has been followed for long enough. */
function trendOf(orders: OrderTable, view: View, withinDays: number, by: Params['by']): Table {
  const { base, index, firstOrdinal, periods } = periodIndex(orders, view);
  const { first, day } = orders;
  const followed = new Uint32Array(periods);
  const again = new Uint32Array(periods);
  for (let c = 0; c < orders.customers; c++) {
    if (first[c]! >= first[c + 1]!) continue;
    const start = day[first[c]!]!;
    const cohort = index[start - base]!;
    const known = view.asOf - start;
    if (cohort < 0 || start < view.from || start >= view.to || (withinDays !== Infinity && known < withinDays)) continue;
    followed[cohort]!++;
    if (waitForSecond(orders, c, by) <= Math.min(withinDays, known)) again[cohort]!++;
  }
  const shares = periodsOf(orders, view).map((period) => {
    const at = period.ordinal - firstOrdinal;
    const isFollowed = withinDays === Infinity || period.end - 1 + withinDays <= view.asOf;
    return { period, whole: followed[at] ?? 0, part: again[at] ?? 0, complete: period.complete && isFollowed };
  });
  return shareTrend(['followed', 'ordered-again'], 'customers', shares);
}
