import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { isAbsent, type Absent, type Scalar, type Table } from '../../../src/terms/answer';
import type { View } from '../../../src/terms/view';
import { SEGMENT_BYS, type SegmentBy } from '../../../src/core/breakdown/segment-by';
import { breakdown } from '../../../src/core/breakdown/breakdown';
import { metricById } from '../../../src/core/metrics/registry';
import { retentionBySegment } from '../../../src/core/metrics/retention/retention-by-segment';
import { weightedRetentionRate } from '../../../src/core/metrics/retention/weighted-retention-rate';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopLiterals, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';

const by = fc.constantFrom(...SEGMENT_BYS);

function tableOf(shop: ShopLiterals, view: View, by: SegmentBy, rank: 'customers' | 'revenue' = 'customers'): Table {
  return retentionBySegment.compute(shopTablesOf(shop, view.asOf), view, { by, rank });
}
const sum = (rows: Table['rows'], column: number): number => rows.reduce((total, row) => total + Number(row[column]), 0);

describe('retention by segment', () => {
  it('adds up: rows to the foot, base and kept to the retention rate, lost money to what the weighted rate misses', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), by, (shop, view, by) => {
        const tables = shopTablesOf(shop, view.asOf);
        const { rows, foot } = tableOf(shop, view, by);
        const rate = metricById('customer-retention-rate')!.compute(tables, view, {}) as Scalar | Absent;
        if (isAbsent(rate)) return void expect(rows).toEqual([]);
        const input = (figure: Scalar, key: string) => figure.inputs.find((one) => one.key === key)!.value;
        expect([sum(rows, 1), sum(rows, 2)]).toEqual([input(rate, 'base'), input(rate, 'returned')]);
        for (const column of [1, 2, 6, 7]) expect(foot![0]![column]).toBe(sum(rows, column));
        expect(foot![0]!.slice(3, 6)).toEqual([rate.value, rate.interval!.low, rate.interval!.high]);
        const money = weightedRetentionRate.compute(tables, view, { weight: 'net-revenue' });
        if (!isAbsent(money)) expect(sum(rows, 7)).toBe(input(money, 'base-weight') - input(money, 'returned-weight'));
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it('says of each segment what the retention rate split by it says', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), by, (shop, view, by) => {
        const tables = shopTablesOf(shop, view.asOf);
        const metric = metricById('customer-retention-rate')!;
        const split = breakdown({ metric, tables, view, params: {}, figure: metric.compute(tables, view, {}) }, by, null);
        const rates = split.rows.map(({ segment, figure }) => [segment, isAbsent(figure) ? 0 : figure.n, figure.value]);
        const rows = tableOf(shop, view, by).rows.map((row) => [row[0], row[1], row[3]]);
        expect(rows.sort()).toEqual(rates.sort());
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('stands in the order of the loss that is asked for, other and unknown last', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), by, fc.constantFrom('customers' as const, 'revenue' as const), (shop, view, by, rank) => {
        const { rows } = tableOf(shop, view, by, rank);
        const named = rows.filter((row) => row[0] !== 'other' && row[0] !== 'unknown');
        expect(rows.slice(0, named.length)).toEqual(named);
        const losses = named.map((row) => Number(row[rank === 'revenue' ? 7 : 6]));
        expect(losses).toEqual([...losses].sort((a, b) => b - a));
      }),
      { seed: 23, numRuns: 60 },
    );
  });
});

describe('its SQL', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it('says in DuckDB what it says here, by every attribute, in both orders', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shopLiterals, shopView(ISO_WEEKS), fc.boolean(), async (shop, view, money) => {
        const tables = shopTablesOf(shop, view.asOf);
        await fill(duck, tables);
        for (const by of SEGMENT_BYS) {
          const params = { by, rank: money ? ('revenue' as const) : ('customers' as const) };
          const answer = retentionBySegment.compute(tables, view, params);
          expectSame(await askTwin(duck, retentionBySegment, { tables, view, params }), answer, `retention-by-segment ${by}`);
        }
      }),
      { seed: 24, numRuns: 40 },
    );
  });
});
