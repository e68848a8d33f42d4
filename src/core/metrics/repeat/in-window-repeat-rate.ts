import type { Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { buyersBetween } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { horizon } from '../periods';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from './repeat-family-shop';

interface Params {
  /** Two orders on one day: once (`order-days`) or two times (`orders`). */
  by: 'orders' | 'order-days';
}

/**
 * Share of the view's customers who ordered twice or more within the view.
 *
 * Orders before and after the view play no part, so a shorter view gives a lower share. Absent `no-orders`. Cost: two passes over orders.
 */
export const inWindowRepeatRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'in-window-repeat-rate',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['twice-in-window', 'customers'],
  formula: '|{c : ≥ 2 order-days in [from, to)}| / |{c : ≥ 1 order in [from, to)}|',
  source: {
    title: 'Returning Customer Rate (and how the repeat purchase rate differs)',
    author: 'E. Davis, Little Stream Software',
    year: 2026,
    where: 'https://www.littlestreamsoftware.com/glossary/returning-customer-rate/ (undated, read in 2026)',
  },
  defaults: { by: 'order-days' },
  sql: `-- $by is 'orders' or 'order-days'
WITH per_customer AS (
  SELECT customer, CASE WHEN $by = 'order-days' THEN count(DISTINCT day) ELSE count(*) END AS times
  FROM orders
  WHERE day >= $from AND day < $to AND day <= $as_of
  GROUP BY customer
)
SELECT count(*) FILTER (WHERE times >= 2) / nullif(count(*), 0) AS value, count(*) AS n
FROM per_customer`,
  compute({ orders }, view, { by }) {
    const { from } = view;
    const to = horizon(view);
    const who = buyersBetween(orders, from, to);
    if (who.length === 0) return absent('no-orders');
    const rate = (again: Uint32Array): Scalar => shareFigure(counted('twice-in-window', again), counted('customers', who));
    const byOrders = rate(who.filter((c) => isTwice(orders, c, from, to, false)));
    const byOrderDays = rate(who.filter((c) => isTwice(orders, c, from, to, true)));
    return { ...(by === 'orders' ? byOrders : byOrderDays), variants: { 'by-orders': byOrders, 'by-order-days': byOrderDays } };
  },
  vectors: [
    {
      name: 'the shop of the six repeat figures: of eight who bought from April to June, d and i did on two days',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      expected: 2 / 8,
    },
    {
      name: 'the same by orders: f, who ordered twice on one day, is a third one',
      orders: REPEAT_FAMILY_SHOP,
      view: REPEAT_FAMILY_VIEW,
      params: { by: 'orders' },
      expected: 3 / 8,
    },
    {
      name: 'orders before the window do not count',
      orders: [
        { customer: 'a', day: '2024-01-31', net: 1000 },
        { customer: 'a', day: '2024-02-01', net: 1000 },
        { customer: 'b', day: '2024-02-01', net: 1000 },
        { customer: 'b', day: '2024-02-29', net: 1000 },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      expected: 0.5,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

/** Whether the customer has two orders in [from, to), on two days where `onTwoDays`. */
function isTwice({ first, day }: OrderTable, c: number, from: number, to: number, onTwoDays: boolean): boolean {
  let before = -1;
  for (let i = first[c]!; i < first[c + 1]! && day[i]! < to; i++) {
    if (day[i]! < from) continue;
    if (before >= 0 && (!onTwoDays || day[i]! > day[before]!)) return true;
    before = i;
  }
  return false;
}
