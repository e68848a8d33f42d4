import type { Scalar } from '../../terms/answer';
import { dayFromYmd, type Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';
import { quantile, quantileOfCounts } from '../stats/quantile';
import { customersWhere } from './customer-sets';
import { defineMetric, type ScalarMetric } from './define';
import { absent, counted, measured } from './figure';
import { gapCounts } from './gaps';
import { horizon } from './periods';

type Params = Record<string, never>;

/**
 * Median of the days between one order-day of a customer and the next, both in the view; quartiles among the inputs.
 *
 * Every customer's last gap is still open and is not in it, so the true waits are longer; the note says so. Customers with many orders bring
 * many gaps: the variant `one-gap-per-customer` is the median of the customers' own medians. Absent `no-orders`, or `no-customers` when
 * nobody ordered on two days. Cost: linear in orders and days.
 */
export const timeBetweenOrders = defineMetric<Params, ScalarMetric<Params>>({
  id: 'time-between-orders',
  family: 'repeat',
  unit: 'days',
  shape: 'scalar',
  formula: 'median {d₂ − d₁ : d₁, d₂ consecutive order-days of one customer in [from, to)}',
  source: {
    title: 'Sample Quantiles in Statistical Packages (definition 7)',
    author: 'R. J. Hyndman, Y. Fan',
    year: 1996,
    where: 'The American Statistician 50 (4), 361–365',
  },
  defaults: {},
  sql: `WITH order_days AS (
  SELECT DISTINCT customer, day FROM orders WHERE day >= $from AND day < $to AND day <= $as_of
), gaps AS (
  SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM order_days
)
SELECT quantile_cont(gap, 0.5) AS value, count(gap) AS n, quantile_cont(gap, 0.25) AS p25, quantile_cont(gap, 0.75) AS p75
FROM gaps`,
  compute(orders, view) {
    const to = horizon(view);
    const buyers = customersWhere(orders, (c) => orderDays(orders, c, view.from, to) > 0);
    if (buyers.length === 0) return absent('no-orders');
    const { closed, closedTotal } = gapCounts(orders, view.from, to);
    if (closedTotal === 0) return absent('no-customers');
    const withGap = buyers.filter((c) => orderDays(orders, c, view.from, to) > 1);
    const at = (p: number) => quantileOfCounts(closed, closedTotal, p);
    const inputs = [
      measured('p25', at(0.25), 'days'),
      measured('p50', at(0.5), 'days'),
      measured('p75', at(0.75), 'days'),
      measured('gaps', closedTotal, 'gaps'),
      counted('two-order-days', withGap),
      counted('open-gap', buyers),
    ];
    const variants = { 'one-gap-per-customer': onePerCustomer(orders, view.from, to, withGap) };
    return { value: at(0.5), n: closedTotal, inputs, variants, note: 'open-gap-not-counted' };
  },
  vectors: [
    {
      name: 'gaps of 1, 2 and 10 days: the middle one is 2',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000 },
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-04', net: 1000 },
        { customer: 'b', day: '2024-01-01', net: 1000 },
        { customer: 'b', day: '2024-01-11', net: 1000 },
        { customer: 'c', day: '2024-01-11', net: 1000 },
      ],
      view: {},
      expected: 2,
    },
    {
      name: 'of two gaps the median lies in the middle; a second order on a day makes none',
      orders: [
        { customer: 'a', day: '2024-02-28', net: 1000 },
        { customer: 'a', day: '2024-03-01', net: 1000 },
        { customer: 'a', day: '2024-03-01', net: 1000 },
        { customer: 'b', day: '2024-03-01', net: 1000 },
        { customer: 'b', day: '2024-03-06', net: 1000 },
      ],
      view: {},
      expected: 3.5,
    },
    {
      name: 'a gap that begins before the view is not in it',
      orders: [
        { customer: 'a', day: '2024-01-31', net: 1000 },
        { customer: 'a', day: '2024-02-10', net: 1000 },
        { customer: 'a', day: '2024-02-14', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      expected: 4,
    },
    {
      name: 'nobody ordered on two days: no figure',
      orders: [
        { customer: 'a', day: '2024-01-31', net: 1000 },
        { customer: 'a', day: '2024-01-31', net: 1000 },
      ],
      view: {},
      expected: null,
    },
  ],
});

/** Order-days of a customer in [from, to), counted up to 2. */
function orderDays({ first, day }: OrderTable, c: number, from: Day, to: Day): number {
  let seen = -1;
  for (let i = first[c]!; i < first[c + 1]! && day[i]! < to; i++) {
    if (day[i]! < from) continue;
    if (seen >= 0 && day[i] !== day[seen]) return 2;
    seen = i;
  }
  return seen < 0 ? 0 : 1;
}

/** Median over customers of each one's own median gap. Medians are halves of whole days, so twice their value can be counted. */
function onePerCustomer(orders: OrderTable, from: Day, to: Day, who: Uint32Array): Scalar {
  const doubled = new Uint32Array(2 * (to - Math.max(from, orders.firstDay)) + 1);
  let gaps = new Float64Array(64);
  for (const c of who) {
    const most = orders.first[c + 1]! - orders.first[c]!;
    if (most > gaps.length) gaps = new Float64Array(2 * most);
    const n = gapsOf(orders, c, from, to, gaps);
    doubled[2 * quantile(gaps, 0.5, n)]!++;
  }
  return { value: quantileOfCounts(doubled, who.length, 0.5) / 2, n: who.length, inputs: [counted('two-order-days', who)] };
}

/** Writes the gaps of one customer into `gaps` and hands back how many there are. */
function gapsOf({ first, day }: OrderTable, c: number, from: Day, to: Day, gaps: Float64Array): number {
  let n = 0;
  let last = -1;
  for (let i = first[c]!; i < first[c + 1]! && day[i]! < to; i++) {
    if (day[i]! < from) continue;
    if (last >= 0 && day[i]! > day[last]!) gaps[n++] = day[i]! - day[last]!;
    last = i;
  }
  return n;
}
