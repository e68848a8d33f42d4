import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Absent, Cell, Scalar } from '../../../src/terms/answer';
import { dayFromIso } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { SEGMENT_BYS } from '../../../src/core/breakdown/segment-by';
import { lapseWindow } from '../../../src/core/metrics/lapse/lapse-window';
import { reversalRate } from '../../../src/core/metrics/lapse/reversal-rate';
import { orderLadder } from '../../../src/core/metrics/repeat/order-ladder';
import { survivalBySegment } from '../../../src/core/metrics/retention/survival-by-segment';
import { survivalCurve } from '../../../src/core/metrics/retention/survival-curve';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopLiterals, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';

const by = fc.constantFrom(...SEGMENT_BYS);
const until = fc.constantFrom('second-order' as const, 'silence' as const);
/** Columns of the table. */
const [CUSTOMERS, ENDED, SHARE_90, LOW_90, HIGH_90] = [1, 2, 10, 11, 12];

describe('survival by segment', () => {
  it('adds up to everybody, whatever the attribute', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), by, until, (shop, view, by, until) => {
        const { rows, foot } = survivalBySegment.compute(shopTablesOf(shop, view.asOf), view, { by, until });
        if (rows.length === 0) return void expect(foot).toEqual([]);
        for (const column of [CUSTOMERS, ENDED]) expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(foot![0]![column]);
        expect(rows.length).toBeLessThanOrEqual(8);
      }),
      { seed: 51, numRuns: 150 },
    );
  });

  it('of everybody until the second order is the first rung of the order ladder', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const tables = shopTablesOf(shop, view.asOf);
        const [all] = survivalBySegment.compute(tables, view, { by: 'country', until: 'second-order' }).foot!;
        const [rung] = orderLadder.compute(tables, view, { withinDays: 90, steps: 1 }).rows;
        if (!all) return void expect(rung).toBeUndefined();
        const told = (row: Cell[], columns: number[]) =>
          columns.map((column) => (row[column] === null ? null : Number(row[column]).toFixed(9)));
        expect(told(all, [CUSTOMERS, SHARE_90, LOW_90, HIGH_90])).toEqual(told(rung!, [1, 5, 6, 7]));
      }),
      { seed: 52, numRuns: 150 },
    );
  });

  it('until a silence ends for those whom the rule of lapses calls silent for the first time, and a later order undoes none', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, anyView) => {
        const tables = shopTablesOf(shop, anyView.asOf);
        const view = { ...anyView, from: tables.orders.firstDay, to: anyView.asOf + 1 };
        const ended = survivalBySegment.cell(tables, view, { by: 'country', until: 'silence' }, { row: 'total', column: 'ended' });
        const lapsed = reversalRate.compute(tables, view, { rule: 'window', withinDays: 0 });
        expect(whoIn(ended, 'once-silent')).toEqual(whoIn(lapsed, 'lapsed-before'));
      }),
      { seed: 53, numRuns: 150 },
    );
  });

  it('has the curve that going through all customers day by day gives', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), until, (shop, view, until) => {
        const tables = shopTablesOf(shop, view.asOf);
        const { rows } = survivalCurve.compute(tables, view, { by: 'country', until, segment: 'total' });
        const lives = slowLives(shop, view, until, lapseWindow(tables.orders, view).days);
        for (const [day, atRisk, ended, , share] of rows) {
          expect(lives.filter((life) => life.days >= Number(day)).length).toBe(atRisk);
          expect(lives.filter((life) => life.ended && life.days === Number(day)).length).toBe(ended);
          const s = slowSurvival(lives, Number(day));
          expect(share).toBeCloseTo(until === 'silence' ? s : 1 - s, 10);
        }
        expect(Math.max(-1, ...lives.map(({ days }) => days))).toBe(rows.at(-1)?.[0] ?? -1);
      }),
      { seed: 54, numRuns: 200 },
    );
  });
});

describe('the SQL of survival', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it('says in DuckDB what it says here, by every attribute and until either end', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shopLiterals, shopView(ISO_WEEKS), until, async (shop, view, until) => {
        const tables = shopTablesOf(shop, view.asOf);
        await fill(duck, tables);
        for (const by of SEGMENT_BYS) {
          const params = { by, until };
          const answer = survivalBySegment.compute(tables, view, params);
          expectSame(await askTwin(duck, survivalBySegment, { tables, view, params }), answer, `survival-by-segment ${by} ${until}`);
          const first = { ...params, segment: String(answer.rows[0]?.[0] ?? 'total') };
          const curve = survivalCurve.compute(tables, view, first);
          expectSame(await askTwin(duck, survivalCurve, { tables, view, params: first }), curve, `survival-curve ${by} ${until}`);
        }
      }),
      { seed: 55, numRuns: 12 },
    );
  });
});

function whoIn(figure: Scalar | Absent, key: string): number[] {
  return figure.value === null ? [] : [...(figure.inputs.find((input) => input.key === key)?.who ?? [])];
}

/** The lives of the customers who began in the view, the plain way: every day after the first order is looked at. */
function slowLives({ orders }: ShopLiterals, view: View, until: 'second-order' | 'silence', lapseDays: number) {
  const names = [...new Set(orders.map(({ customer }) => customer))];
  return names.flatMap((name) => {
    const bought = new Set(
      orders
        .filter(({ customer, net, refunded = 0 }) => customer === name && refunded < net)
        .map(({ day }) => dayFromIso(day)!)
        .filter((day) => day <= view.asOf),
    );
    const first = Math.min(...bought);
    if (bought.size === 0 || first < view.from || first >= Math.min(view.to, view.asOf + 1)) return [];
    let silent = 0;
    for (let day = first + 1; day <= view.asOf; day++) {
      silent = bought.has(day) ? 0 : silent + 1;
      if (until === 'second-order' ? bought.has(day) : silent === lapseDays) return [{ days: day - first, ended: true }];
    }
    return [{ days: view.asOf - first, ended: false }];
  });
}

function slowSurvival(lives: readonly { days: number; ended: boolean }[], until: number): number {
  let s = 1;
  for (let day = 0; day <= until; day++) {
    const atRisk = lives.filter((life) => life.days >= day).length;
    if (atRisk > 0) s *= 1 - lives.filter((life) => life.ended && life.days === day).length / atRisk;
  }
  return s;
}
