import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Absent, Scalar, Table } from '../../../src/terms/answer';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { gapCounts } from '../../../src/core/metrics/lapse/gaps';
import { metricById } from '../../../src/core/metrics/registry';
import { quantileOfCounts } from '../../../src/core/stats/quantile';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopOrders, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';
import { vectorView } from './vector-view';

const START = dayFromYmd(2024, 1, 1);
const FILE_DAYS = 400;

/** Customers who wait 40 days on average for every next order and never leave, as far as a file of 400 days knows them. */
function patientCustomers(n: number): OrderLiteral[] {
  const dice = steadyDice(7);
  return Array.from({ length: n }, (_, i) => i).flatMap((i) => {
    const orders: OrderLiteral[] = [];
    for (let at = Math.floor(dice() * FILE_DAYS); at < FILE_DAYS; at += Math.max(1, Math.round(-40 * Math.log(1 - dice()))))
      orders.push({ customer: `c${i}`, day: isoFromDay(START + at), net: 100 });
    return orders;
  });
}

describe('a shop whose waits are 40 days on average', () => {
  const orders = patientCustomers(1500);
  const table = orderTableOf(orders);
  const view = vectorView(table, { asOf: START + FILE_DAYS - 1, lapseDays: 30 });
  const metric = metricById('lapse-threshold')!;
  const { rows } = metric.compute(shopTablesOf({ orders }), view, metric.defaults) as Table;
  const days = (rule: string) => rows.find((row) => row[0] === rule)![1] as number;

  it('has ended nine of ten waits by 92.1 days, within 5 %, when open waits are censored, whatever the view has chosen', () => {
    // −40 · ln 0.1 = 92.1
    expect(days('percentile')).toBeGreaterThan(92.1 * 0.95);
    expect(days('percentile')).toBeLessThan(92.1 * 1.05);
  });

  it('would seem quicker by the waits that have ended alone', () => {
    const { closed, closedTotal } = gapCounts(table, table.firstDay, view.asOf + 1);
    expect(quantileOfCounts(closed, closedTotal, 0.9)).toBeLessThan(92.1 * 0.95);
    expect(quantileOfCounts(closed, closedTotal, 0.9)).toBeLessThan(days('percentile'));
  });

  it('undoes the lapse by nine of ten waits in nine of ten cases within 92 days, as nobody ever leaves', () => {
    const rate = metricById('reversal-rate')!.compute(
      shopTablesOf({ orders }),
      { ...view, lapseDays: days('percentile') },
      { rule: 'window', withinDays: 92 },
    );
    expect((rate as Scalar).value).toBeGreaterThan(0.85);
    expect((rate as Scalar).value).toBeLessThan(0.95);
  });
});

describe('a shop where half come every week and the others came once', () => {
  // Two hundred days; regulars are silent for at most six days, the others for at least ten on the test day.
  const orders = Array.from({ length: 40 }, (_, i) => i).flatMap((i): OrderLiteral[] =>
    i % 2 === 0
      ? Array.from({ length: 28 }, (_, week) => ({ customer: `r${i}`, day: isoFromDay(START + (i % 7) + 7 * week), net: 100 }))
      : [{ customer: `o${i}`, day: isoFromDay(START + 2 * i), net: 100 }],
  );
  const view = vectorView(orderTableOf(orders), { asOf: START + 195 });
  const curve = metricById('lapse-error-curve')!.compute(shopTablesOf({ orders }), view, { followDays: 90 }) as Table;

  it('has an error curve whose least error, none, begins after the longest silence of a regular', () => {
    const chosen = curve.rows.filter((row) => row[6] === 1);
    expect(chosen).toHaveLength(1);
    expect(chosen[0]![5]).toBe(0);
    expect(chosen[0]![0]).toBeGreaterThanOrEqual(6);
    expect(chosen[0]![0]).toBeLessThanOrEqual(7);
    for (const row of curve.rows) expect(row[5]).toBeGreaterThanOrEqual(chosen[0]![5] as number);
  });

  it('calls ever fewer wrongly and ever more late as the days grow', () => {
    curve.rows.slice(1).forEach((row, i) => {
      expect(row[1]).toBeLessThanOrEqual(curve.rows[i]![1] as number);
      expect(row[3]).toBeGreaterThanOrEqual(curve.rows[i]![3] as number);
    });
  });
});

describe('rules on random shops', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it.each(['lapse-threshold', 'lapse-error-curve', 'reversal-rate'] as const)('%s says in DuckDB the same with short spans', async (id) => {
    const metric = metricById(id)!;
    const short = { 'lapse-threshold': { fixedDays: 9, withinDays: 20, followDays: 60 }, 'lapse-error-curve': { followDays: 60 } };
    const params = { ...metric.defaults, rule: 'own-gaps', withinDays: 20, ...(id === 'reversal-rate' ? {} : short[id]) };
    let told = 0;
    await fc.assert(
      fc.asyncProperty(shopOrders, shopView(ISO_WEEKS), async (orders, view) => {
        const tables = shopTablesOf({ orders }, view.asOf);
        await fill(duck, tables);
        const answer = metric.compute(tables, view, params);
        if ('rows' in answer ? answer.rows.length > 0 : answer.value !== null) told++;
        expectSame(await askTwin(duck, metric, { tables, view, params }), answer, id);
      }),
      { seed: 13, numRuns: 40 },
    );
    expect(told).toBeGreaterThan(5);
  });

  it('who lapsed by a longer silence has lapsed by a shorter one', () => {
    const metric = metricById('reversal-rate')!;
    fc.assert(
      fc.property(shopOrders, shopView(), fc.integer({ min: 1, max: 60 }), (orders, view, days) => {
        const silent = (lapseDays: number) => {
          const figure = metric.compute(shopTablesOf({ orders }), { ...view, lapseDays }, { rule: 'window', withinDays: 0 }) as
            Scalar | Absent;
          return figure.value === null ? [] : [...figure.inputs.find((input) => input.key === 'silent')!.who!];
        };
        const shorter = silent(days);
        expect(silent(days + 10).every((c) => shorter.includes(c))).toBe(true);
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});
