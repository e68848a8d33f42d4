import type { Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { horizon } from '../periods';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from './repeat-family-shop';

interface Params {
  /** A second order on the day of the first: a second one (`orders`) or not (`order-days`). */
  by: 'orders' | 'order-days';
}

/**
 * Share of the view's customers with an order in it that is their second or a later one ever, as shop systems count returning customers.
 *
 * The first order may lie before the view, so the file must hold it. Shopify has described the figure in two ways; the other one ("more than
 * one order") counts orders after the view as well, so that its past would change, and is not given: note `returning-first-reading`. Absent
 * `no-orders`. Cost: two passes over orders.
 */
export const returningCustomerRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'returning-customer-rate',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['second-or-later', 'customers'],
  formula: '|{c : an order in [from, to) is c’s 2nd or later ever}| / |{c : ≥ 1 order in [from, to)}|',
  source: {
    title: 'Returning Customer Rate now measured by Repeat Customer Insights automatically (both readings of Shopify’s figure)',
    author: 'E. Davis, Little Stream Software',
    year: 2026,
    where:
      'https://getswitchboardapp.com/blog/returning-customer-rate-now-measured-by-repeat-customer-insights-automatically/ (undated, read in 2026)',
  },
  defaults: { by: 'orders' },
  sql: `-- $by is 'orders' or 'order-days'
WITH numbered AS (
  SELECT customer, day, row_number() OVER (PARTITION BY customer ORDER BY day, order_id) AS nth_order,
    dense_rank() OVER (PARTITION BY customer ORDER BY day) AS nth_day
  FROM orders WHERE day <= $as_of
), per_customer AS (
  SELECT customer, max(CASE WHEN $by = 'order-days' THEN nth_day ELSE nth_order END) AS latest
  FROM numbered WHERE day >= $from AND day < $to
  GROUP BY customer
)
SELECT count(*) FILTER (WHERE latest >= 2) / nullif(count(*), 0) AS value, count(*) AS n
FROM per_customer`,
  compute({ orders }, view, { by }) {
    const to = horizon(view);
    const who = buyersBetween(orders, view.from, to);
    if (who.length === 0) return absent('no-orders');
    const rate = (back: Uint32Array): Scalar => shareFigure(counted('second-or-later', back), counted('customers', who));
    const { first, day } = orders;
    const byOrders = rate(who.filter((c) => lastBefore(orders, c, to) > first[c]!));
    const byOrderDays = rate(who.filter((c) => day[lastBefore(orders, c, to)]! > day[first[c]!]!));
    const value = by === 'order-days' ? byOrderDays : byOrders;
    return { ...value, variants: { 'by-orders': byOrders, 'by-order-days': byOrderDays }, note: 'returning-first-reading' };
  },
  vectors: [
    {
      name: 'the shop of the six repeat figures: of eight who bought from April to June, a, d, f and i placed a second or later order',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      expected: 4 / 8,
    },
    {
      name: 'the same by order-days: f bought on one day only',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      params: { by: 'order-days' },
      expected: 3 / 8,
    },
    {
      name: 'an order after the window does not make anyone a returning customer in it',
      orders: [
        { customer: 'a', day: '2024-01-05', net: 1000 },
        { customer: 'a', day: '2024-02-05', net: 1000 },
        { customer: 'b', day: '2024-02-06', net: 1000 },
        { customer: 'b', day: '2024-03-06', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1), to: dayFromYmd(2024, 3, 1) },
      expected: 0.5,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

/** The customer's last order before `to`; there is one. */
function lastBefore({ first, day }: OrderTable, c: number, to: number): number {
  let i = first[c + 1]! - 1;
  while (day[i]! >= to) i--;
  return i;
}
