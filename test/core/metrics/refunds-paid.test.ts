import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Absent, Answer, Scalar, Table } from '../../../src/terms/answer';
import { dayFromIso, isoFromDay } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import type { OrderTable } from '../../../src/core/columns/order-table';
import { plainFacts } from '../../../src/core/tables/order-facts';
import { ordersOnly } from '../../../src/core/tables/shop-literals';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { shopOrders, shopView } from './random-shop';
import { vectorView } from './vector-view';

/** An order table of the accounting view: refunds lower revenue on their own day. `net` of a refund is what was given back. */
function withRefunds(orders: readonly OrderLiteral[], refunds: readonly OrderLiteral[]): OrderTable {
  const table = orderTableOf(orders);
  const rows = refunds
    .map((r) => ({ customer: table.names.indexOf(r.customer), day: dayFromIso(r.day)!, net: r.net }))
    .filter((r) => r.customer >= 0)
    .sort((a, b) => a.customer - b.customer || a.day - b.day);
  return {
    ...table,
    refunds: {
      customer: Uint32Array.from(rows, (r) => r.customer),
      day: Int32Array.from(rows, (r) => r.day),
      amountMinor: Float64Array.from(rows, (r) => r.net),
    },
  };
}

const ORDERS = [
  { customer: 'a', day: '2024-01-10', net: 1000 },
  { customer: 'b', day: '2024-01-20', net: 500 },
  { customer: 'a', day: '2024-02-10', net: 300 },
];
const REFUNDS = [
  { customer: 'b', day: '2024-01-02', net: 5 },
  { customer: 'a', day: '2024-02-01', net: 400 },
  { customer: 'a', day: '2024-03-05', net: 60 },
];

function ask(id: MetricId, table: OrderTable, view: View, params: object = {}): Answer {
  const metric = metricById(id)!;
  return metric.compute(ordersOnly(table, plainFacts(table)), view, { ...metric.defaults, ...params });
}

describe('refunds that count on the day they are paid', () => {
  const table = withRefunds(ORDERS, REFUNDS);
  const view = vectorView(table, { from: dayFromIso('2024-01-01')!, asOf: dayFromIso('2024-03-31')!, to: dayFromIso('2024-04-01')! });

  it('lower revenue: 1,800 of orders less 465 of refunds', () => {
    const revenue = ask('net-revenue', table, view) as Scalar;
    expect(revenue.value).toBe(1335);
    expect(revenue.inputs.slice(0, 2).map((i) => i.value)).toEqual([1800, 465]);
  });

  it('of less than nothing nobody brings a share, and there is no first 80 %', () => {
    const orders = [
      { customer: 'a', day: '2024-01-01', net: 100 },
      { customer: 'b', day: '2024-01-02', net: 100 },
    ];
    const less = withRefunds(orders, [{ customer: 'b', day: '2024-01-02', net: 400 }]);
    expect((ask('value-concentration', less, vectorView(less, {})) as Table).rows).toEqual([
      ['top-50', 1, 100, null, 100, 100],
      ['all', 2, -200, null, -100, -300],
    ]);
  });

  it('make the revenue of a period with refunds only negative, and leave it without an average', () => {
    const march = { ...view, from: dayFromIso('2024-03-01')! };
    expect((ask('net-revenue', table, march) as Scalar).value).toBe(-60);
    expect((ask('average-order-value', table, march) as Absent).why).toBe('no-orders');
  });

  it('fall into their own month, before the first order of it and after the last of all', () => {
    const { rows } = ask('life-cycle', table, view) as Table;
    expect(rows.map((row) => row[8])).toEqual([1495, -100, -60]);
    expect(rows.map((row) => row[7])).toEqual([2, 1, 0]);
  });

  it('are taken off the cohort of the customer, and its share of the first month', () => {
    const params = { measure: 'net-revenue' };
    const { rows, foot } = ask('retention-by-cohort', table, view, params) as Table;
    expect(rows[0]).toEqual(['2024-01-01', 2, 3, 1495, -100, -60]);
    expect(foot![0]![4]).toBeCloseTo(-100 / 1495, 12);
    const metric = metricById('retention-by-cohort')!;
    if (metric.shape !== 'table') throw new Error('not a table');
    const cell = metric.cell(
      ordersOnly(table, plainFacts(table)),
      view,
      { ...metric.defaults, ...params },
      { row: '2024-01-01', column: 'p1' },
    ) as Scalar;
    expect(cell.value).toBe(foot![0]![4]);
    expect(cell.inputs.map((i) => [i.key, i.value])).toEqual([
      ['first-revenue', 1495],
      ['net-revenue', -100],
      ['size', 2],
      ['active', 1],
    ]);
  });

  it('do not exist when they are paid after the as-of day', () => {
    const february = { ...view, asOf: dayFromIso('2024-02-29')! };
    expect((ask('net-revenue', table, february) as Scalar).value).toBe(1395);
    expect((ask('life-cycle', table, february) as Table).rows.map((row) => row[8])).toEqual([1495, -100]);
  });

  it('leave the months adding up to the revenue of the view', () => {
    fc.assert(
      fc.property(shopOrders, shopOrders, shopView(), (orders, refunds, anyView) => {
        const first = orders.map((o) => o.day).sort()[0] ?? '';
        const shop = withRefunds(
          orders,
          refunds.filter((r) => r.day >= first && r.day <= isoFromDay(anyView.asOf)),
        );
        const { rows } = ask('life-cycle', shop, anyView) as Table;
        const revenue = ask('net-revenue', shop, anyView) as Scalar | Absent;
        expect(rows.reduce((sum, row) => sum + Number(row[8]), 0)).toBe(revenue.value ?? 0);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
