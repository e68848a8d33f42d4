import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { greenwoodInterval } from '../../stats/greenwood';
import { kaplanMeier, timeReached } from '../../stats/kaplan-meier';
import { defineMetric, type CellAddress, type TableMetric } from '../define';
import { absent, counted, countFigure, measured, shareFigure } from '../figure';
import { forStepWaits, type StepWait } from './ladder-waits';
import { hasOrders } from '../periods';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from './repeat-family-shop';

interface Params {
  /** Days from one order-day to the next, at most. */
  withinDays: number;
  /** Last rung, counted in order-days. */
  steps: number;
}

/**
 * For n = 1, 2, 3 …: of the customers with an n-th order-day, the share with another one within h days.
 *
 * Two answers a row. `share` counts those known for h days after it (`again` / `followed`, Wilson), so its first row is
 * `second-order-within`. `likely` is 1 − S(h) by Kaplan–Meier over all who came so far (`at-risk`): who was known for less counts for as
 * long as known; `low` and `high` by Greenwood on the log-log scale. `median-wait` is the day by which half of them ordered again. Null where
 * nobody was known for h days, where the interval has no meaning (nobody or everybody ordered again), and where half is not reached. The n-th
 * order-day lies in the view; the next one may lie after it. A higher rung holds other people: that shares rise with n says who stays, not
 * that an order makes anyone stay. Rows end where nobody came. Cost: one pass over orders; a cell another one.
 */
export const orderLadder = defineMetric<Params, TableMetric<Params>>({
  id: 'order-ladder',
  family: 'repeat',
  unit: 'ratio',
  shape: 'table',
  fraction: ['again-in-time', 'followed-step'],
  formula:
    'P(dₙ₊₁ − dₙ ≤ h) = 1 − Π(1 − eᵢ / rᵢ), i ≤ h; rᵢ = known for i days after dₙ without dₙ₊₁ before, eᵢ of them with dₙ₊₁ on day i',
  source: {
    title: 'Climbing The Ladder',
    author: 'K. Hillstrom, MineThatData',
    year: 2021,
    where: 'https://blog.minethatdata.com/2021/03/climbing-ladder.html',
  },
  defaults: { withinDays: 90, steps: 10 },
  sql: `WITH order_days AS (
  SELECT DISTINCT customer, day FROM orders WHERE day <= $as_of
), numbered AS (
  SELECT day, row_number() OVER (PARTITION BY customer ORDER BY day) AS step, lead(day) OVER (PARTITION BY customer ORDER BY day) AS next_day
  FROM order_days
), waits AS (
  SELECT step, coalesce(next_day, CAST($as_of AS DATE)) - day AS days, next_day IS NOT NULL AS ended, CAST($as_of AS DATE) - day AS known_for
  FROM numbered WHERE day >= $from AND day < $to AND step <= $steps
), counted AS (
  SELECT step, count(*) AS at_risk, count(*) FILTER (WHERE known_for >= $within_days) AS followed,
    count(*) FILTER (WHERE known_for >= $within_days AND ended AND days <= $within_days) AS again, max(days) AS longest
  FROM waits GROUP BY step
), lengths AS (
  SELECT step, days, count(*) FILTER (WHERE ended) AS ended, count(*) AS gone FROM waits GROUP BY step, days
), risks AS (
  SELECT step, days, ended, sum(gone) OVER (PARTITION BY step ORDER BY days DESC) AS still FROM lengths
), curves AS (
  SELECT step, days, product((still - ended) / still) OVER (PARTITION BY step ORDER BY days) AS s,
    sum(CASE WHEN ended < still THEN ended / (still * (still - ended)) END) OVER (PARTITION BY step ORDER BY days) AS v
  FROM risks
), at_h AS (
  SELECT step, coalesce(min(s) FILTER (WHERE days <= $within_days), 1) AS s, coalesce(max(v) FILTER (WHERE days <= $within_days), 0) AS v,
    min(days) FILTER (WHERE s <= 0.5 + 1e-12) AS median_wait
  FROM curves GROUP BY step
), told AS (
  SELECT counted.*, median_wait, CASE WHEN longest >= $within_days OR s = 0 THEN s END AS s,
    CASE WHEN s > 0 AND s < 1 THEN exp(1.959963984540054 * sqrt(v) / ln(s)) END AS reach
  FROM counted JOIN at_h ON at_h.step = counted.step
)
SELECT step, at_risk, followed, again, again / nullif(followed, 0) AS share, 1 - s AS likely, 1 - power(s, reach) AS low,
  1 - power(s, 1 / reach) AS high, median_wait
FROM told ORDER BY step`,
  compute({ orders }, view, params) {
    return {
      columns: [
        { key: 'step', unit: 'number' },
        { key: 'at-risk', unit: 'customers' },
        { key: 'followed', unit: 'customers' },
        { key: 'again', unit: 'customers' },
        { key: 'share', unit: 'ratio' },
        { key: 'likely', unit: 'ratio' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
        { key: 'median-wait', unit: 'days' },
      ],
      rows: rowsOf(orders, view, params),
    };
  },
  cell({ orders }, view, params, at) {
    const asked = Number(at.row);
    const waits: StepWait[] = [];
    if (hasOrders(orders, view)) forStepWaits(orders, view, asked, (step, wait) => void (step === asked && waits.push(wait)));
    return waits.length === 0 ? absent('no-customers') : cellOf(waits, orders, view, params.withinDays, at.column);
  },
  vectors: [
    {
      // d, e, f, g, h, j begin; d is back after 48 days, g after 80, j is known for 84 only: S = 5/6 · 4/5. Then a, d, i, and i alone.
      name: 'the shop of the six repeat figures: two of six first orders led to a second within 90 days, one third',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      expected: [
        [1, 6, 5, 2, 2 / 5, 1 - (5 / 6) * (4 / 5), ...loglog((5 / 6) * (4 / 5), 1 / 30 + 1 / 20), null],
        [2, 3, 3, 1, 1 / 3, 1 - 2 / 3, ...loglog(2 / 3, 1 / 6), null],
        [3, 1, 0, 0, null, null, null, null, null],
      ],
    },
    {
      // The toy of the Kaplan–Meier estimate: 1 ended, 2 open, 3 ended, 4 ended, 5 open; S = .8, .8, .5333, .2667, .2667.
      name: 'of five waits 1, 3 and 4 days end and 2 and 5 days are open: within 3 days 1 − 8/15',
      orders: [
        { customer: 'a', day: '2024-01-09', net: 100 },
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-01-08', net: 100 },
        { customer: 'c', day: '2024-01-06', net: 100 },
        { customer: 'c', day: '2024-01-09', net: 100 },
        { customer: 'd', day: '2024-01-05', net: 100 },
        { customer: 'd', day: '2024-01-09', net: 100 },
        { customer: 'e', day: '2024-01-05', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 10) },
      params: { withinDays: 3, steps: 1 },
      expected: [[1, 5, 3, 1, 1 / 3, 1 - 0.8 * (2 / 3), ...loglog(0.8 * (2 / 3), 1 / 20 + 1 / 6), 4]],
    },
    {
      name: 'where everybody came back within the window there is a share and no range',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'a', day: '2024-01-03', net: 100 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 20) },
      params: { withinDays: 10 },
      expected: [
        [1, 1, 1, 1, 1, 1, null, null, 2],
        [2, 1, 1, 0, 0, 0, null, null, null],
      ],
    },
    { name: 'without orders there are no rungs', orders: [], view: {}, expected: [] },
  ],
});

/** Ends of the interval as a worked example writes them: from S and Greenwood's Σ d / n(n − d). */
function loglog(s: number, v: number): [low: number, high: number] {
  const reach = Math.exp((1.959963984540054 * Math.sqrt(v)) / Math.log(s));
  return [1 - s ** reach, 1 - s ** (1 / reach)];
}

/** Waits after the n-th order-day by length in days, and how many of them were known for the window. */
interface StepCounts {
  ended: Uint32Array;
  open: Uint32Array;
  atRisk: number;
  followed: number;
  again: number;
  longest: number;
}

function noWaits(size: number): StepCounts {
  return { ended: new Uint32Array(size), open: new Uint32Array(size), atRisk: 0, followed: 0, again: 0, longest: 0 };
}

function add(counts: StepCounts, wait: StepWait, withinDays: number): void {
  const { days, ended, known } = wait;
  (ended ? counts.ended : counts.open)[days]!++;
  counts.atRisk++;
  counts.longest = Math.max(counts.longest, days);
  if (known < withinDays) return;
  counts.followed++;
  if (ended && days <= withinDays) counts.again++;
}

function rowsOf(orders: OrderTable, view: View, { withinDays, steps }: Params): Cell[][] {
  if (!hasOrders(orders, view)) return [];
  const size = view.asOf - orders.firstDay + 1;
  const counts: (StepCounts | undefined)[] = [];
  forStepWaits(orders, view, steps, (step, wait) => add((counts[step] ??= noWaits(size)), wait, withinDays));
  // A view that begins within the file may hold somebody's second order and nobody's first: that rung has no row.
  return Array.from(counts, (rung, step) => (rung ? rowOf(step, rung, withinDays) : null)).filter((row) => row !== null);
}

function rowOf(step: number, rung: StepCounts, withinDays: number): Cell[] {
  const { atRisk, followed, again } = rung;
  const { likely, interval, medianWait } = estimate(rung, withinDays);
  const share = followed > 0 ? again / followed : null;
  return [step, atRisk, followed, again, share, likely, interval?.low ?? null, interval?.high ?? null, medianWait];
}

/** 1 − S(h) with its interval, and the day by which half came back. Null where the waits do not say. */
function estimate({ ended, open, longest }: StepCounts, withinDays: number) {
  const survival = kaplanMeier(ended, open);
  const s = survival[Math.min(withinDays, survival.length - 1)]!;
  const isKnown = longest >= withinDays || s === 0;
  return {
    likely: isKnown ? 1 - s : null,
    interval: isKnown ? greenwoodInterval(ended, open, withinDays) : null,
    medianWait: timeReached(survival, 0.5),
  };
}

function cellOf(
  waits: readonly StepWait[],
  orders: OrderTable,
  view: View,
  withinDays: number,
  column: CellAddress['column'],
): Scalar | Absent {
  const those = (test: (wait: StepWait) => boolean) => Uint32Array.from(waits.filter(test), (wait) => wait.customer);
  const atRisk = counted(
    'at-step',
    those(() => true),
  );
  if (column === 'at-risk') return { value: atRisk.value, n: atRisk.value, inputs: [atRisk] };
  const followed = those((wait) => wait.known >= withinDays);
  if (column === 'followed') return countFigure('followed-step', followed);
  const again = those((wait) => wait.known >= withinDays && wait.ended && wait.days <= withinDays);
  if (column === 'again') return countFigure('again-in-time', again);
  if (column === 'share' && followed.length === 0) return absent('file-too-short');
  if (column === 'share') return shareFigure(counted('again-in-time', again), counted('followed-step', followed), [atRisk]);
  const rung = noWaits(view.asOf - orders.firstDay + 1);
  for (const wait of waits) add(rung, wait, withinDays);
  const { likely, interval, medianWait } = estimate(rung, withinDays);
  if (column === 'median-wait')
    return medianWait === null ? absent('not-reached') : { value: medianWait, n: waits.length, inputs: [atRisk], note: 'ladder-censored' };
  const value = column === 'likely' ? likely : column === 'low' ? interval?.low : column === 'high' ? interval?.high : null;
  if (value === null || value === undefined) return absent(likely === null ? 'file-too-short' : 'too-few');
  const inputs = [
    atRisk,
    counted(
      'came-back',
      those((wait) => wait.ended && wait.days <= withinDays),
    ),
    counted(
      'known-for-less',
      those((wait) => !wait.ended && wait.days < withinDays),
    ),
    counted(
      'waited-longer',
      those((wait) => (wait.ended ? wait.days > withinDays : wait.days >= withinDays)),
    ),
    measured('within-days', withinDays, 'days'),
  ];
  return { value, n: waits.length, ...(interval ? { interval } : {}), inputs, note: 'ladder-censored' };
}
