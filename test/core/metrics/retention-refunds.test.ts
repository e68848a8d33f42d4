import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Absent, Scalar } from '../../../src/terms/answer';
import { dayFromIso } from '../../../src/terms/day';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { plainFacts } from '../../../src/core/tables/order-facts';
import { ordersOnly } from '../../../src/core/tables/shop-literals';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopOrders, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';
import { vectorView } from './vector-view';

/** A shop in which refunds lower revenue on their own day; what is dated after `asOf` is not known. */
function shopOf(orders: readonly OrderLiteral[], refunds: readonly OrderLiteral[], asOf = Infinity): ShopTables {
  const table = orderTableOf(orders, asOf);
  const rows = refunds
    .map(({ customer, day, net }) => ({ customer: table.names.indexOf(customer), day: dayFromIso(day)!, net }))
    .filter(({ customer, day }) => customer >= 0 && day <= asOf)
    .sort((a, b) => a.customer - b.customer || a.day - b.day);
  const paid = {
    customer: Uint32Array.from(rows, (row) => row.customer),
    day: Int32Array.from(rows, (row) => row.day),
    amountMinor: Float64Array.from(rows, (row) => row.net),
  };
  const known = { ...table, refunds: paid };
  return ordersOnly(known, plainFacts(known));
}

const shop = fc.tuple(shopOrders, shopOrders, shopView(ISO_WEEKS));
const ASKED: [MetricId, Record<string, string | number>][] = [
  ['weighted-retention-rate', {}],
  ['net-revenue-retention', {}],
  ['gross-revenue-retention', {}],
  ['retention-by-cohort', { measure: 'net-revenue' }],
  ['retention-by-cohort', { measure: 'net-revenue', kind: 'streak' }],
  ['retention-by-cohort', { measure: 'value-per-customer', kind: 'cumulative', clock: 'elapsed' }],
  ['retention-by-cohort', { measure: 'customers', kind: 'on-or-after', clock: 'elapsed' }],
];

describe('refunds that count on their own day', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it.each(ASKED)('%s %o says in DuckDB what it says here', async (id, asked) => {
    const metric = metricById(id)!;
    const params = { ...metric.defaults, ...asked };
    await fc.assert(
      fc.asyncProperty(shop, async ([orders, refunds, view]) => {
        const tables = shopOf(orders, refunds, view.asOf);
        await fill(duck, tables);
        expectSame(await askTwin(duck, metric, { tables, view, params }), metric.compute(tables, view, params), id);
      }),
      { seed: 15, numRuns: 25 },
    );
  });

  it.each(['weighted-retention-rate', 'net-revenue-retention', 'gross-revenue-retention'] as const)('%s: the trend says the same', (id) => {
    const metric = metricById(id)!;
    fc.assert(
      fc.property(shop, ([orders, refunds, view]) => {
        const tables = shopOf(orders, refunds);
        const answer = metric.compute(tables, view, metric.defaults) as Scalar | Absent;
        if (answer.value === null) return;
        const rate = answer.trend!.columns.findIndex((column) => column.key === 'rate');
        for (const row of answer.trend!.rows) {
          const figure = metric.compute(tables, view, { ...metric.defaults, period: row[0] }) as Scalar | Absent;
          if (row[rate] === null) expect(figure.value).toBeNull();
          else expect(figure.value).toBeCloseTo(row[rate] as number, 9);
        }
      }),
      { seed: 16, numRuns: 100 },
    );
  });

  it('lower what a customer spends, and may leave less than nothing: 100 and then 30 given back of nothing bought', () => {
    const orders = [
      { customer: 'a', day: '2024-01-10', net: 100 },
      { customer: 'b', day: '2024-01-10', net: 100 },
      { customer: 'b', day: '2024-02-29', net: 100 },
    ];
    const tables = shopOf(orders, [{ customer: 'a', day: '2024-02-05', net: 30 }]);
    const view = vectorView(tables.orders, { refunds: 'accounting' });
    const ask = (id: MetricId) => metricById(id)!.compute(tables, view, metricById(id)!.defaults) as Scalar;
    expect(ask('net-revenue-retention').value).toBe(0.35);
    expect(ask('gross-revenue-retention').value).toBe(0.35);
    const churned = ask('net-revenue-retention').inputs.find((input) => input.key === 'churned-revenue')!;
    expect(churned.value).toBe(130);
  });
});
