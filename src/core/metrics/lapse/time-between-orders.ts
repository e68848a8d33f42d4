import { dayFromYmd, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { quantile, quantileOfCounts } from '../../stats/quantile';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';

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
  compute({ orders }, view) {
    const waits = waitsOf(orders, view.from, horizon(view));
    if (waits.buyers.length === 0) return absent('no-orders');
    if (waits.gaps === 0) return absent('no-customers');
    const at = (p: number) => quantileOfCounts(waits.byLength, waits.gaps, p);
    const twice = counted('two-order-days', waits.twice);
    const inputs = [
      measured('p25', at(0.25), 'days'),
      measured('p50', at(0.5), 'days'),
      measured('p75', at(0.75), 'days'),
      measured('gaps', waits.gaps, 'gaps'),
      twice,
      counted('open-gap', waits.buyers),
    ];
    const ownMedian = quantileOfCounts(waits.byTwiceOwnMedian, twice.value, 0.5) / 2;
    const variants = { 'one-gap-per-customer': { value: ownMedian, n: twice.value, inputs: [twice] } };
    return { value: at(0.5), n: waits.gaps, inputs, variants, note: 'open-gap-not-counted' };
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

interface Waits {
  /** Number of gaps by length in days. */
  byLength: Uint32Array;
  gaps: number;
  /** Customers by their own median gap: medians are halves of whole days, so twice their value can be counted. */
  byTwiceOwnMedian: Uint32Array;
  /** Customers with an order, and with orders on two days. */
  buyers: Uint32Array;
  twice: Uint32Array;
}

function waitsOf(orders: OrderTable, from: Day, to: Day): Waits {
  const size = Math.max(1, to - Math.max(from, orders.firstDay));
  const byLength = new Uint32Array(size);
  const byTwiceOwnMedian = new Uint32Array(2 * size);
  const buyers = new Uint32Array(orders.customers);
  const twice = new Uint32Array(orders.customers);
  let [bought, boughtTwice, gaps] = [0, 0, 0];
  let own = new Float64Array(64);
  for (let c = 0; c < orders.customers; c++) {
    const most = orders.first[c + 1]! - orders.first[c]!;
    if (most > own.length) own = new Float64Array(2 * most);
    const n = gapsOf(orders, c, from, to, own);
    if (n < 0) continue;
    buyers[bought++] = c;
    if (n === 0) continue;
    twice[boughtTwice++] = c;
    gaps += n;
    for (let i = 0; i < n; i++) byLength[own[i]!]!++;
    byTwiceOwnMedian[2 * quantile(own, 0.5, n)]!++;
  }
  return { byLength, gaps, byTwiceOwnMedian, buyers: buyers.slice(0, bought), twice: twice.slice(0, boughtTwice) };
}

/** Writes the gaps of one customer into `gaps` and hands back how many there are, or −1 without an order. */
function gapsOf({ first, day }: OrderTable, c: number, from: Day, to: Day, gaps: Float64Array): number {
  const end = first[c + 1]!;
  let i = first[c]!;
  while (i < end && day[i]! < from) i++;
  if (i === end || day[i]! >= to) return -1;
  let n = 0;
  for (let last = day[i]!; ++i < end && day[i]! < to; last = day[i]!) if (day[i]! > last) gaps[n++] = day[i]! - last;
  return n;
}
