import type { Scalar } from '../../../terms/answer';
import { dayFromYmd, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { addCluster, clusteredShare, noClusters } from '../../stats/clustered-share';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from './repeat-family-shop';

interface Params {
  /** What is counted: each order, or each day on which a customer ordered. */
  by: 'orders' | 'order-days';
}

/**
 * Share of the view's orders that are not the first one of their customer in the file.
 *
 * A customer with many orders brings many, so it lies above the share of returning customers, and its range is that of clustered things
 * (`clustered-by-customer`). `n` counts orders, or order-days. Absent `no-orders`. Cost: three passes over orders.
 */
export const returningOrderShare = defineMetric<Params, ScalarMetric<Params>>({
  id: 'returning-order-share',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['later-orders', 'orders'],
  formula: '|{o ∈ [from, to) : o is not its customer’s first order ever}| / |{o ∈ [from, to)}|',
  source: {
    title: 'Repeat probability decay and churn: repeat orders as a share of all orders',
    author: 'Adobe Commerce Intelligence',
    year: 2026,
    where:
      'https://experienceleague.adobe.com/docs/commerce-business-intelligence/mbi/analyze/performance/repeat-decay-churn.html (undated, read in 2026)',
  },
  defaults: { by: 'orders' },
  sql: `-- $by is 'orders' or 'order-days'
WITH numbered AS (
  SELECT customer, day, row_number() OVER (PARTITION BY customer ORDER BY day, order_id) AS nth_order,
    dense_rank() OVER (PARTITION BY customer ORDER BY day) AS nth_day
  FROM orders WHERE day <= $as_of
), counted AS (
  SELECT DISTINCT customer, CASE WHEN $by = 'order-days' THEN nth_day ELSE nth_order END AS nth
  FROM numbered WHERE day >= $from AND day < $to
)
SELECT count(*) FILTER (WHERE nth >= 2) / nullif(count(*), 0) AS value, count(*) AS n
FROM counted`,
  compute({ orders }, view, { by }) {
    const to = horizon(view);
    const who = buyersBetween(orders, view.from, to);
    if (who.length === 0) return absent('no-orders');
    const byOrders = shareOf(orders, who, view.from, to, 'orders');
    const byOrderDays = shareOf(orders, who, view.from, to, 'order-days');
    const value = by === 'order-days' ? byOrderDays : byOrders;
    return { ...value, variants: { 'by-orders': byOrders, 'by-order-days': byOrderDays }, note: 'clustered-by-customer' };
  },
  vectors: [
    {
      name: 'the shop of the six repeat figures: of eleven orders from April to June five are not a first one (a, d, f, i, i)',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      expected: 5 / 11,
    },
    {
      name: 'the same by order-days: four of ten (a, d, i, i)',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      params: { by: 'order-days' },
      expected: 4 / 10,
    },
    {
      name: 'in a view after their first orders all orders are returning ones',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-01-06', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      expected: 1,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

function shareOf(orders: OrderTable, who: Uint32Array, from: Day, to: Day, by: Params['by']): Scalar {
  const sums = noClusters();
  const back = who.filter((c) => {
    const { all, later } = occasions(orders, c, from, to, by === 'order-days');
    addCluster(sums, all, later);
    return later > 0;
  });
  const inputs = [
    measured('orders', sums.x, by),
    measured('later-orders', sums.y, by),
    counted('customers', who),
    counted('second-or-later', back),
  ];
  return { value: sums.y / sums.x, n: sums.x, interval: clusteredShare(sums, sums.x), inputs };
}

/** Orders, or order-days, of one customer in [from, to), and those of them that are not the first ever. */
function occasions({ first, day }: OrderTable, c: number, from: Day, to: Day, byDay: boolean): { all: number; later: number } {
  let [all, later] = [0, 0];
  const start = first[c]!;
  for (let i = start; i < first[c + 1]! && day[i]! < to; i++) {
    if (day[i]! < from || (byDay && i > start && day[i] === day[i - 1])) continue;
    all++;
    if (i > start) later++;
  }
  return { all, later };
}
