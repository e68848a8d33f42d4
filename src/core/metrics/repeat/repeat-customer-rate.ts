import type { Scalar } from '../../../terms/answer';
import { dayFromYmd, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import { customersWhere } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { horizon } from '../periods';

interface Params {
  /** Two orders on one day: two times (`orders`) or once (`order-days`). */
  by: 'orders' | 'order-days';
}

/**
 * Share of all customers so far who ordered twice or more.
 *
 * Lifetime: from the file's first order to the end of the view; the view's beginning plays no part, so it rises as the file grows.
 * Absent `no-customers` without orders. Cost: one pass over customers.
 */
export const repeatCustomerRate = defineMetric<Params, ScalarMetric<Params>>({
  id: 'repeat-customer-rate',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['repeat-customers', 'customers'],
  formula: '|{c : ≥ 2 orders}| / |{c : ≥ 1 order}|, day < to, day ≤ asOf',
  source: {
    title: 'Repeat customer rate',
    author: 'ECDB',
    year: 2026,
    where: 'https://ecommercedb.com/glossary/repeat-customer-rate (undated, read in 2026)',
  },
  defaults: { by: 'orders' },
  sql: `-- $by is 'orders' or 'order-days'
WITH per_customer AS (
  SELECT customer, CASE WHEN $by = 'order-days' THEN count(DISTINCT day) ELSE count(*) END AS times
  FROM orders
  WHERE day < $to AND day <= $as_of
  GROUP BY customer
)
SELECT count(*) FILTER (WHERE times >= 2) / nullif(count(*), 0) AS value, count(*) AS n
FROM per_customer`,
  compute({ orders: table }, view, { by }) {
    const to = horizon(view);
    const who = customersWhere(table, (c) => timesAtLeast(table, c, 1, to));
    if (who.length === 0) return absent('no-customers');
    const byOrders = rate(
      who,
      who.filter((c) => timesAtLeast(table, c, 2, to)),
    );
    const byOrderDays = rate(
      who,
      who.filter((c) => boughtOnTwoDays(table, c, to)),
    );
    const value = by === 'order-days' ? byOrderDays : byOrders;
    return { ...value, variants: { 'by-orders': byOrders, 'by-order-days': byOrderDays }, note: 'lifetime' };
  },
  vectors: [
    {
      name: 'two orders on one day are two orders',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-02', net: 500 },
        { customer: 'b', day: '2024-01-03', net: 900 },
        { customer: 'b', day: '2024-02-03', net: 900 },
        { customer: 'c', day: '2024-02-11', net: 900 },
        { customer: 'd', day: '2024-02-12', net: 900 },
      ],
      view: {},
      expected: 0.5,
    },
    {
      name: 'two orders on one day are one order-day',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-01-02', net: 500 },
        { customer: 'b', day: '2024-01-03', net: 900 },
        { customer: 'b', day: '2024-02-03', net: 900 },
        { customer: 'c', day: '2024-02-11', net: 900 },
        { customer: 'd', day: '2024-02-12', net: 900 },
      ],
      view: {},
      params: { by: 'order-days' },
      expected: 0.25,
    },
    {
      name: 'the beginning of the view plays no part, its end does',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 1000 },
        { customer: 'a', day: '2024-03-02', net: 500 },
        { customer: 'b', day: '2024-01-03', net: 900 },
        { customer: 'b', day: '2024-04-03', net: 900 },
      ],
      view: { from: dayFromYmd(2024, 3, 1), to: dayFromYmd(2024, 4, 1) },
      expected: 0.5,
    },
    { name: 'without orders there is no figure', orders: [], view: {}, expected: null },
  ],
});

function rate(all: Uint32Array, repeat: Uint32Array): Scalar {
  return shareFigure(counted('repeat-customers', repeat), counted('customers', all));
}

function timesAtLeast({ first, day }: OrderTable, c: number, times: number, to: Day): boolean {
  const i = first[c]! + times - 1;
  return i < first[c + 1]! && day[i]! < to;
}

function boughtOnTwoDays({ first, day }: OrderTable, c: number, to: Day): boolean {
  const start = first[c]!;
  for (let i = start + 1; i < first[c + 1]! && day[i]! < to; i++) if (day[i] !== day[start]) return true;
  return false;
}
