import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Scalar, Table } from '../../../src/terms/answer';
import { dayFromIso, dayFromYmd, periodOf } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import type { TableMetric } from '../../../src/core/metrics/define';
import { retentionByCohort } from '../../../src/core/metrics/retention/retention-by-cohort';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopOrders, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';
import { vectorView } from './vector-view';

type Params = typeof retentionByCohort.defaults;
const KINDS = ['exact', 'on-or-after', 'streak', 'bracket', 'cumulative'] as const;
const MEASURES = ['customers', 'orders', 'net-revenue', 'value-per-customer'] as const;
const CLOCKS = ['calendar', 'elapsed'] as const;
const EVERY = KINDS.flatMap((kind) => CLOCKS.flatMap((clock) => MEASURES.map((measure) => ({ kind, clock, measure }))));
const metric: TableMetric<Params> = retentionByCohort;

function table(orders: readonly OrderLiteral[], params: Partial<Params> = {}, view: Partial<View> = {}): Table {
  const tables = shopTablesOf({ orders });
  return metric.compute(tables, vectorView(tables.orders, view), { ...metric.defaults, ...params });
}

describe('retention by cohort', () => {
  it('averages with the customers as weights: 2 of 10 and 0 of 100 came back, that is 1.8 % and not 10 %', () => {
    const people = (prefix: string, n: number, day: string) =>
      Array.from({ length: n }, (_, i) => ({ customer: `${prefix}${i}`, day, net: 100 }));
    const { foot } = table(
      [...people('a', 10, '2024-01-10'), ...people('a', 2, '2024-02-10'), ...people('b', 100, '2024-02-11')],
      {},
      { asOf: dayFromYmd(2024, 3, 31) },
    );
    expect(foot![0]![4]).toBeCloseTo(2 / 110, 12);
    expect(foot![1]![4]).toBe(110);
  });

  it('a bracket counts who bought at least once in it, and is over when its last period is', () => {
    const orders = [
      { customer: 'a', day: '2024-01-10', net: 100 },
      { customer: 'b', day: '2024-01-10', net: 100 },
      { customer: 'c', day: '2024-01-10', net: 100 },
      { customer: 'a', day: '2024-02-10', net: 1 },
      { customer: 'b', day: '2024-03-10', net: 2 },
      { customer: 'b', day: '2024-04-10', net: 4 },
    ];
    const params = { kind: 'bracket', bracketFrom: 2, bracketTo: 3 } as const;
    const view = { to: dayFromYmd(2024, 2, 1) };
    expect(table(orders, params, { ...view, asOf: dayFromYmd(2024, 4, 29) }).rows).toEqual([['2024-01-01', 3, 1, 3, 1]]);
    expect(table(orders, params, { ...view, asOf: dayFromYmd(2024, 4, 30) }).rows).toEqual([['2024-01-01', 3, 2, 3, 1]]);
    expect(table(orders, { ...params, measure: 'net-revenue' }, { ...view, asOf: dayFromYmd(2024, 4, 30) }).rows[0]!.slice(3)).toEqual([
      300, 6,
    ]);
  });

  it('the first order is the first of the file, not of the view', () => {
    const orders = [
      { customer: 'a', day: '2024-01-10', net: 100 },
      { customer: 'a', day: '2024-02-10', net: 100 },
      { customer: 'b', day: '2024-02-10', net: 100 },
    ];
    expect(table(orders, {}, { from: dayFromYmd(2024, 2, 1) }).rows).toEqual([['2024-02-01', 1, 0, 1]]);
  });

  it('quarters: December and January lie in neighbouring periods', () => {
    const orders = [
      { customer: 'a', day: '2023-12-31', net: 100 },
      { customer: 'a', day: '2024-01-01', net: 100 },
    ];
    expect(table(orders, {}, { grain: 'quarter' }).rows).toEqual([
      ['2023-10-01', 1, 1, 1, 1],
      ['2024-01-01', 0, 0, 0, null],
    ]);
  });

  it('value per customer adds up to what a customer of the group has spent by then', () => {
    const orders = [
      { customer: 'a', day: '2024-01-10', net: 100 },
      { customer: 'b', day: '2024-01-10', net: 30 },
      { customer: 'a', day: '2024-02-10', net: 70 },
      { customer: 'b', day: '2024-03-31', net: 50 },
    ];
    const { rows, foot } = table(orders, { kind: 'cumulative', measure: 'value-per-customer' }, { to: dayFromYmd(2024, 2, 1) });
    expect(rows).toEqual([['2024-01-01', 2, 3, 65, 100, 125]]);
    expect(foot![0]!.slice(4)).toEqual([100, 125]);
  });
});

describe('every kind, clock and measure on random shops', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it.each(EVERY)('$kind, $clock, $measure: the SQL twin says the same', async (asked) => {
    const params = { ...metric.defaults, ...asked, blockDays: 25, bracketFrom: 2, bracketTo: 3 };
    await fc.assert(
      fc.asyncProperty(shopOrders, shopView(ISO_WEEKS), async (orders, view) => {
        const tables = shopTablesOf({ orders }, view.asOf);
        await fill(duck, tables);
        expectSame(await askTwin(duck, metric, { tables, view, params }), metric.compute(tables, view, params), metric.id);
      }),
      { seed: 11, numRuns: 6 },
    );
  });

  it.each(EVERY)('$kind, $clock, $measure: each cell opens the customers of the group who meet the rule', (asked) => {
    const params = { ...metric.defaults, ...asked, bracketFrom: 2, bracketTo: 3 };
    fc.assert(
      fc.property(shopOrders, shopView(), (orders, view) => {
        const tables = shopTablesOf({ orders });
        const { rows, columns } = metric.compute(tables, view, params);
        const counts = metric.compute(tables, view, { ...params, measure: 'customers' });
        rows.slice(0, 6).forEach((row, r) =>
          columns.slice(4, 10).forEach(({ key }, i) => {
            const figure = metric.cell(tables, view, params, { row: String(row[0]), column: key });
            if (row[i + 4] === null || row[1] === 0) return expect(figure.value).toBeNull();
            if (figure.value === null) return;
            const who = (figure as Scalar).inputs.find((input) => input.key === 'active')!;
            expect(who.value).toBe(counts.rows[r]![i + 4]);
            expect([...who.who!]).toEqual(bySlow(orders, view, params, { tables, cohort: String(row[0]), k: Number(key.slice(1)) }));
          }),
        );
      }),
      { seed: 12, numRuns: 40 },
    );
  });
});

/** Customers by looking at each one's orders. */
function bySlow(
  orders: readonly OrderLiteral[],
  view: View,
  { kind, clock, blockDays, bracketFrom, bracketTo }: Params,
  at: { tables: { names: string[] }; cohort: string; k: number },
): number[] {
  const ordinal = (day: number) => periodOf(day, view.grain, view.calendar);
  return at.tables.names.flatMap((name, index) => {
    const days = orders.filter((o) => o.customer === name && dayFromIso(o.day)! <= view.asOf).map((o) => dayFromIso(o.day)!);
    const first = Math.min(...days);
    if (days.length === 0 || ordinal(first) !== ordinal(dayFromIso(at.cohort)!)) return [];
    const ks = new Set(days.map((day) => (clock === 'elapsed' ? Math.floor((day - first) / blockDays) : ordinal(day) - ordinal(first))));
    const has = (test: (k: number) => boolean) => [...ks].some((k) => k > 0 && test(k));
    const isIn = {
      exact: ks.has(at.k),
      'on-or-after': has((k) => k >= at.k),
      streak: Array.from({ length: at.k }, (_, i) => i + 1).every((k) => ks.has(k)),
      bracket: has((k) => k >= bracketFrom && k <= bracketTo),
      cumulative: has((k) => k <= at.k),
    }[kind];
    return isIn ? [index] : [];
  });
}
