import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Absent, Scalar, Table } from '../../../src/terms/answer';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import type { View } from '../../../src/terms/view';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { REPEAT_FAMILY_SHOP, REPEAT_FAMILY_VIEW } from '../../../src/core/metrics/repeat/repeat-family-shop';
import { shopOrders, shopView } from './random-shop';
import { vectorView } from './vector-view';

/*
 * One shop of nine customers, looked at from April to June 2024 and known up to 20 September; every figure was counted by hand from the
 * list in repeat-family-shop.ts.
 */
const BY_HAND: [id: MetricId, params: object, part: number, whole: number][] = [
  // Up to June: a, c, d and i on two days, f twice on one.
  ['repeat-customer-rate', { by: 'order-days' }, 4, 9],
  ['repeat-customer-rate', { by: 'orders' }, 5, 9],
  // Bought in the window: a, d, e, f, g, h, i, j; on two days of it d and i.
  ['in-window-repeat-rate', { by: 'order-days' }, 2, 8],
  ['in-window-repeat-rate', { by: 'orders' }, 3, 8],
  // A second or later order in it: a, d, i, and f on the day of the first.
  ['returning-customer-rate', { by: 'orders' }, 4, 8],
  ['returning-customer-rate', { by: 'order-days' }, 3, 8],
  // Eleven orders on ten order-days; not a first one: a, d, f, i, i.
  ['returning-order-share', { by: 'orders' }, 5, 11],
  ['returning-order-share', { by: 'order-days' }, 4, 10],
  // First order in it and known for 90 days: d, e, f, g, h; back within them: d and g.
  ['cohort-repurchase-rate', {}, 2, 5],
  ['second-order-within', {}, 2, 5],
  // j counts too, and f is back on the same day.
  ['cohort-repurchase-rate', { within: 'ever' }, 2, 6],
  ['cohort-repurchase-rate', { within: 'ever', by: 'orders' }, 3, 6],
];

describe('the six repeat figures of one shop', () => {
  it.each(BY_HAND)('%s %o is %i of %i, as counted by hand', (id, params, part, whole) => {
    const figure = ask(id, REPEAT_FAMILY_SHOP, viewOf(), params) as Scalar;
    expect(figure.value).toBeCloseTo(part / whole, 12);
    expect(figure.n).toBe(whole);
  });

  it('the ladder takes in j, who is known for 84 days only: 1 − 5/6 · 4/5', () => {
    const { rows } = ask('order-ladder', REPEAT_FAMILY_SHOP, viewOf()) as Table;
    expect(rows[0]![5]).toBeCloseTo(1 / 3, 12);
  });

  it('are six different numbers', () => {
    const values = BY_HAND.filter(([id], i) => BY_HAND.findIndex(([other]) => other === id) === i && id !== 'second-order-within').map(
      ([id, params]) => (ask(id, REPEAT_FAMILY_SHOP, viewOf(), params) as Scalar).value,
    );
    expect(new Set([...values, 1 / 3]).size).toBe(6);
  });
});

describe('the order ladder', () => {
  // Kaplan and Meier's estimate of waits of 1, 3 and 4 days that ended and of 2 and 5 days that are open.
  it.each([
    [1, 0.8],
    [2, 0.8],
    [3, 8 / 15],
    [4, 4 / 15],
    [5, 4 / 15],
  ])('of the toy waits the share still waiting after %i days is %d', (withinDays, still) => {
    const orders: OrderLiteral[] = [
      ['a', '09'],
      ['a', '10'],
      ['b', '08'],
      ['c', '06'],
      ['c', '09'],
      ['d', '05'],
      ['d', '09'],
      ['e', '05'],
    ].map(([customer, day]) => ({ customer: customer!, day: `2024-01-${day}`, net: 100 }));
    const { rows } = ask('order-ladder', orders, vectorView(orderTableOf(orders)), { withinDays }) as Table;
    expect(1 - Number(rows[0]![5])).toBeCloseTo(still, 12);
  });

  it('begins with the share of second orders within the same days, and the trend by cohort adds up to it', () => {
    onShops((literals, view) => {
      const second = ask('second-order-within', literals, view) as Scalar | Absent;
      const cohorts = ask('cohort-repurchase-rate', literals, view) as Scalar | Absent;
      expect(cohorts.value).toBe(second.value);
      const rows = (ask('order-ladder', literals, view) as Table).rows.filter((row) => row[0] === 1);
      expect(rows[0]?.[4] ?? null).toBe(second.value);
      if (cohorts.value === null || second.value === null) return;
      const sum = (column: number) => cohorts.trend!.rows.reduce((total, row) => total + Number(row[column]), 0);
      expect([sum(1), sum(2)]).toEqual([inputOf(cohorts, 'followed'), inputOf(cohorts, 'ordered-again')]);
    });
  });

  it('likely share and counted share agree where everybody is known for the window; the range holds the share', () => {
    onShops((literals, view) => {
      const { rows } = ask('order-ladder', literals, view, { withinDays: 20 }) as Table;
      for (const [, atRisk, followed, , share, likely, low, high] of rows as number[][]) {
        if (atRisk === followed) expect(likely).toBeCloseTo(share!, 12);
        if (low === null) continue;
        expect(low).toBeLessThanOrEqual(likely!);
        expect(high).toBeGreaterThanOrEqual(likely!);
        expect(low! >= 0 && high! <= 1).toBe(true);
      }
    });
  });

  it('of those who came to a rung everyone came back in time, is known for less, or waited longer', () => {
    const metric = metricById('order-ladder')!;
    if (metric.shape !== 'table') throw new Error('not a table');
    onShops((literals, view) => {
      const tables = shopTablesOf({ orders: literals });
      for (const [step] of (metric.compute(tables, view, metric.defaults) as Table).rows) {
        const cell = metric.cell(tables, view, metric.defaults, { row: String(step), column: 'likely' });
        if (cell.value === null) continue;
        expect(inputOf(cell, 'came-back') + inputOf(cell, 'known-for-less') + inputOf(cell, 'waited-longer')).toBe(
          inputOf(cell, 'at-step'),
        );
      }
    });
  });
});

describe('what is not said', () => {
  it('no text and no code holds the misquoted third-purchase effect', () => {
    const claim = /(^|[^\d.,])54([.,]0+)?\s?(%|％|per ?cent)|百分之五十四|五成四/i;
    for (const file of filesUnder(new URL('../../../src/', import.meta.url)))
      expect(readFileSync(file, 'utf8'), file.pathname).not.toMatch(claim);
  });
});

function filesUnder(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(new URL(`${entry.name}/`, folder)) : [new URL(entry.name, folder)],
  );
}

function viewOf(): View {
  return vectorView(orderTableOf(REPEAT_FAMILY_SHOP), REPEAT_FAMILY_VIEW);
}

function ask(id: MetricId, orders: readonly OrderLiteral[], view: View, params: object = {}): Scalar | Absent | Table {
  const metric = metricById(id)!;
  return metric.compute(shopTablesOf({ orders }), view, { ...metric.defaults, ...params }) as Scalar | Absent | Table;
}

function inputOf(figure: Scalar, key: string): number {
  return figure.inputs.find((input) => input.key === key)!.value;
}

function onShops(law: (literals: OrderLiteral[], view: View) => void): void {
  fc.assert(
    fc.property(shopOrders, shopView(), (literals, view) => void law(literals, view)),
    { seed: 21, numRuns: 150 },
  );
}
