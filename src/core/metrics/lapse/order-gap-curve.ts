import type { Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { kaplanMeier } from '../../stats/kaplan-meier';
import { defineMetric, type TableMetric } from '../define';
import { absent, measured } from '../figure';
import { gapCounts } from './gaps';
import { hasOrders } from '../periods';

type Params = Record<string, never>;

/**
 * How long customers wait between order-days: by each day after an order, the share of waits that have ended with another one.
 *
 * Waits still open on the as-of day count until then and no further (Kaplan–Meier), so the lapse window can be read off the curve. A row for
 * each length at which a wait ended or was left open: waits that lasted so long, how many of them ended, how many are open, and the share
 * ended by then. The view's beginning and end play no part. A customer with many orders brings many waits, which are not independent: the
 * curve has no interval. A cell can be asked for by any whole number of days; absent `no-orders`, `not-reached` beyond the longest wait.
 * Cost: one pass over orders.
 */
export const orderGapCurve = defineMetric<Params, TableMetric<Params>>({
  id: 'order-gap-curve',
  family: 'churn',
  unit: 'ratio',
  shape: 'table',
  formula: '1 − Π(1 − dᵢ / nᵢ), i ≤ d; dᵢ = waits that ended after i days, nᵢ = waits that lasted i days or longer',
  source: {
    title: 'Nonparametric Estimation from Incomplete Observations',
    author: 'E. L. Kaplan, P. Meier',
    year: 1958,
    where: 'Journal of the American Statistical Association 53 (282), 457–481',
  },
  defaults: {},
  sql: `WITH order_days AS (
  SELECT DISTINCT customer, day FROM orders WHERE day <= $as_of
), waits AS (
  SELECT lead(day) OVER (PARTITION BY customer ORDER BY day) - day AS ended_after, CAST($as_of AS DATE) - day AS so_far FROM order_days
), lengths AS (
  SELECT coalesce(ended_after, so_far) AS days, count(ended_after) AS ended, count(*) - count(ended_after) AS open FROM waits GROUP BY 1
), at_risk AS (
  SELECT days, sum(ended + open) OVER (ORDER BY days DESC) AS at_risk, ended, open FROM lengths
)
SELECT days, at_risk, ended, open, 1 - product((at_risk - ended) / at_risk) OVER (ORDER BY days) AS share FROM at_risk ORDER BY days`,
  compute({ orders }, view) {
    return {
      columns: [
        { key: 'days', unit: 'days' },
        { key: 'at-risk', unit: 'gaps' },
        { key: 'ended', unit: 'gaps' },
        { key: 'open', unit: 'gaps' },
        { key: 'share', unit: 'ratio' },
      ],
      rows: lifeTable(orders, view).map((row) => [row.days, row.atRisk, row.ended, row.open, row.share]),
    };
  },
  cell({ orders }, view, _params, at) {
    const rows = lifeTable(orders, view);
    const days = /^\d+$/.test(at.row) ? Number(at.row) : Infinity;
    if (rows.length === 0) return absent('no-orders');
    if (days > rows.at(-1)!.days) return absent('not-reached');
    const lasted = measured('at-risk', rows.find((row) => row.days >= days)!.atRisk, 'gaps');
    const row = rows.find((row) => row.days === days);
    if (at.column === 'at-risk') return { value: lasted.value, n: lasted.value, inputs: [lasted] };
    if (at.column === 'ended' || at.column === 'open') return { value: row?.[at.column] ?? 0, n: lasted.value, inputs: [lasted] };
    return shareBy(rows, days);
  },
  vectors: [
    {
      // The toy of the Kaplan–Meier estimate: waits of 1, 3 and 4 days end, waits of 2 and 5 days are open; S = .8, .8, .5333, .2667, .2667.
      name: 'two of five waits are still open: they count for as long as they are known',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-02', net: 100 },
        { customer: 'a', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-01-09', net: 100 },
        { customer: 'b', day: '2024-01-06', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 11) },
      expected: [
        [1, 5, 1, 0, 1 - 4 / 5],
        [2, 4, 0, 1, 1 - 4 / 5],
        [3, 3, 1, 0, 1 - 8 / 15],
        [4, 2, 1, 0, 1 - 4 / 15],
        [5, 1, 0, 1, 1 - 4 / 15],
      ],
    },
    {
      name: 'several orders on a day are one order-day, and an order on the last day known has waited no day',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-03', net: 100 },
      ],
      view: {},
      expected: [
        [0, 2, 0, 1, 0],
        [2, 1, 1, 0, 1],
      ],
    },
    {
      name: 'what comes after the last day known plays no part',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-11', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 5) },
      expected: [[4, 1, 0, 1, 0]],
    },
    { name: 'without orders there are no waits', orders: [], view: {}, expected: [] },
  ],
});

interface LifeRow {
  days: number;
  /** Waits that lasted so long, and of them those that ended and those that are open. */
  atRisk: number;
  ended: number;
  open: number;
  /** Share ended by then. */
  share: number;
}

/** A row for each length at which a wait ended or was left open. */
function lifeTable(orders: OrderTable, view: View): LifeRow[] {
  if (!hasOrders(orders, view)) return [];
  const { closed, open } = gapCounts(orders, orders.firstDay, view.asOf + 1);
  const survival = kaplanMeier(closed, open);
  let atRisk = closed.reduce((sum, n) => sum + n, 0) + open.reduce((sum, n) => sum + n, 0);
  const rows: LifeRow[] = [];
  for (let d = 0; d < closed.length; d++) {
    const gone = closed[d]! + open[d]!;
    if (gone > 0) rows.push({ days: d, atRisk, ended: closed[d]!, open: open[d]!, share: 1 - survival[d]! });
    atRisk -= gone;
  }
  return rows;
}

/** Share of waits ended by a day, with what became of all of them until then. */
function shareBy(rows: readonly LifeRow[], days: number): Scalar {
  const past = rows.filter((row) => row.days <= days);
  const total = rows[0]!.atRisk;
  const ended = past.reduce((sum, row) => sum + row.ended, 0);
  const open = past.reduce((sum, row) => sum + row.open, 0);
  const inputs = [
    measured('waits', total, 'gaps'),
    measured('ended', ended, 'gaps'),
    measured('left-open', open, 'gaps'),
    measured('longer', total - ended - open, 'gaps'),
  ];
  return { value: past.at(-1)?.share ?? 0, n: total, inputs, note: 'open-waits-censored' };
}
