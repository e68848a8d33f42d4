import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Scalar, Table } from '../../../src/terms/answer';
import { isoFromDay } from '../../../src/terms/day';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { basketAffinity } from '../../../src/core/metrics/goods/basket-affinity';
import { nextCategory } from '../../../src/core/metrics/goods/next-category';
import { vectorView } from '../../../src/core/metrics/worked-example';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import type { View } from '../../../src/terms/view';
import { FIRST, shopView } from '../metrics/random-shop';
import { slowNext, slowTogether, type SlowPair } from './slow-pairs';

const ITEMS = ['tea', 'pot', 'cup, "blue"', '茶壶', 'a\\b', 'strainer'];

/** Orders of up to five lines; some say nothing of what they hold. */
const orders: fc.Arbitrary<OrderLiteral[]> = fc.array(
  fc.record(
    {
      customer: fc.constantFrom(...'abcdef'),
      day: fc.nat(60).map((d) => isoFromDay(FIRST + d * 4)),
      net: fc.integer({ min: 1, max: 100 }),
      goods: fc.array(fc.constantFrom(...ITEMS), { minLength: 1, maxLength: 5 }).map((list) => list.join(' + ')),
    },
    { requiredKeys: ['customer', 'day', 'net'] },
  ) as fc.Arbitrary<OrderLiteral>,
  { maxLength: 40 },
);

/** The whole shop, or any part of it. */
const someView = (): fc.Arbitrary<View> =>
  fc.tuple(shopView(), fc.boolean()).map(([view, whole]) => (whole ? { ...view, from: FIRST, to: FIRST + 250, asOf: FIRST + 249 } : view));
const RUNS = { seed: 31, numRuns: 200 };
/** Rows that were compared: a law that met none says nothing. */
let met = 0;

/** Both names with the counts, of pairs met often enough and more often than by chance. */
function shown(pairs: readonly SlowPair[], least: number): string[] {
  return pairs
    .filter(({ firsts, seconds, both, whole }) => both >= least && both * whole > firsts * seconds)
    .map(({ first, second, firsts, seconds, both }) => JSON.stringify([first, second, firsts, seconds, both]));
}

function told({ rows }: Pick<Table, 'rows'>): string[] {
  return rows.map((row) => JSON.stringify([...(JSON.parse(String(row[0])) as string[]), row[3], row[4], row[5]]));
}

describe('pairs on random shops', () => {
  it('bought together are those that looking into every basket gives, each from the rarer item', () => {
    fc.assert(
      fc.property(
        orders,
        someView(),
        fc.constantFrom('order' as const, 'customer' as const),
        fc.integer({ min: 1, max: 3 }),
        (all, view, unit, least) => {
          const params = { ...basketAffinity.defaults, goods: 'product', unit, leastTogether: least, mostPairs: 100 } as const;
          const table = basketAffinity.compute(shopTablesOf({ orders: all }, view.asOf), view, params);
          const rarer = slowTogether(all, view, unit).filter((p) => p.firsts < p.seconds || (p.firsts === p.seconds && p.first < p.second));
          met += table.rows.length;
          expect(told(table).sort()).toEqual(shown(rarer, least).sort());
        },
      ),
      RUNS,
    );
    expect(met).toBeGreaterThan(150);
  });

  it('bought next are those that following every customer day by day gives', () => {
    fc.assert(
      fc.property(orders, someView(), fc.integer({ min: 1, max: 3 }), (all, view, least) => {
        const params = { ...nextCategory.defaults, goods: 'product', leastTogether: least, mostPairs: 100 } as const;
        const table = nextCategory.compute(shopTablesOf({ orders: all }, view.asOf), view, params);
        // Items are taken when enough order days hold them, which those of a pair do.
        met += table.rows.length;
        expect(told(table).sort()).toEqual(shown(slowNext(all, view), least).sort());
      }),
      RUNS,
    );
  });

  it('are the same whatever the order of the rows, and so is their place in the table', () => {
    fc.assert(
      fc.property(
        orders.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        someView(),
        ([all, shuffled], view) => {
          for (const metric of [basketAffinity, nextCategory]) {
            const params = { ...metric.defaults, goods: 'product', leastTogether: 1, mostPairs: 7, mostItems: 4 } as never;
            const ask = (literals: OrderLiteral[]) => metric.compute(shopTablesOf({ orders: literals }, view.asOf), view, params).rows;
            expect(ask(shuffled)).toEqual(ask(all));
          }
        },
      ),
      RUNS,
    );
  });

  it('have cells that say what the table says, with a customer for each at least', () => {
    fc.assert(
      fc.property(orders, someView(), fc.constantFrom('order', 'customer'), (all, view, unit) => {
        for (const metric of [basketAffinity, nextCategory]) {
          const params = {
            ...metric.defaults,
            goods: 'product',
            leastTogether: 1,
            ...('unit' in metric.defaults ? { unit } : {}),
          } as never;
          const tables = shopTablesOf({ orders: all }, view.asOf);
          const { columns, rows } = metric.compute(tables, view, params);
          for (const row of rows)
            columns.forEach(
              ({ key, unit: its }, i) =>
                i > 2 &&
                its !== 'flag' &&
                expectCell(row[i]!, metric.cell(tables, view, params, { row: String(row[0]), column: key }) as Scalar),
            );
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('are less sure where a few customers make them than where as many orders are of as many customers', () => {
    const rangeOf = (customers: number) => {
      // The same customers hold both each time, so their orders say little more than one of each.
      const orders = Array.from({ length: 60 }, (_, i): OrderLiteral => {
        const customer = i % customers;
        return {
          customer: `c${customer}`,
          day: isoFromDay(FIRST + i),
          net: 1,
          goods: customer % 2 === 0 ? 'tea + pot' : customer % 4 === 1 ? 'tea' : 'cup',
        };
      });
      const tables = shopTablesOf({ orders });
      const [row] = basketAffinity.compute(tables, vectorView(tables.orders), { ...basketAffinity.defaults, goods: 'product' }).rows;
      return [Number(row![3]), Number(row![5]), Number(row![9]) - Number(row![8])];
    };
    const [[, bothOfMany, many], [, bothOfFew, few]] = [rangeOf(60), rangeOf(4)] as [number[], number[]];
    expect(bothOfFew).toBe(bothOfMany);
    expect(few!).toBeGreaterThan(1.3 * many!);
  });

  it('asked for by an address that names no pair have a reason and no figure', () => {
    const tables = shopTablesOf({ orders: [{ customer: 'a', day: '2024-01-01', net: 1, goods: 'tea + pot' }] });
    const view = {
      from: 0,
      to: 99_999,
      asOf: 99_998,
      grain: 'month',
      refunds: 'ignore',
      lapseDays: null,
      calendar: { weekStart: 1, yearStart: 1 },
    } as const;
    for (const row of ['', 'tea', '["tea"]', '["tea","cup"]', '{"a":1}', '["tea","pot"']) {
      expect(basketAffinity.cell(tables, view, basketAffinity.defaults, { row, column: 'lift' }).value).toBeNull();
    }
    expect(basketAffinity.cell(tables, view, basketAffinity.defaults, { row: '["tea","pot"]', column: 'lift' })).toEqual({
      value: null,
      why: 'too-few',
    });
  });
});

function expectCell(cell: Cell, figure: Scalar): void {
  expect(figure.value).toBe(cell);
  const behind = figure.inputs.filter(({ unit }) => unit === 'customers');
  expect(behind.every(({ who, value }) => who!.length === value && value > 0)).toBe(true);
}
