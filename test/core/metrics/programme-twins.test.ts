import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Absent, Answer, Scalar } from '../../../src/terms/answer';
import type { RecordTable } from '../../../src/core/tables/record-table';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { fill, openDuck } from './duck';
import { ISO_WEEKS, shopLiterals, shopView } from './random-shop';
import { askTwin, expectSame } from './sql-twin';

/** Metrics of programme and service with parameters apart from their defaults. */
const ASKED: [MetricId, Record<string, string | number>][] = [
  ['redemption-rate', { withinDays: 20 }],
  ['redemption-rate', { withinDays: 60, vintage: '2024-01-01' }],
  ['redemption-rate', { by: 'window' }],
  ['redemption-rate', { by: 'lifetime' }],
  ['membership-rate', { of: 'ever' }],
  ['active-engagement-rate', {}],
  ['earn-no-burn-share', { minAgeDays: 0 }],
  ['referral-rate', { by: 'referred' }],
  ['referral-rate', { by: 'referrers' }],
  ['complaint-rate', {}],
  ['first-response-time', {}],
  ['resolution-time', {}],
  ['promise-kept-rate', {}],
  ['recovery-rate', { withinDays: 20 }],
  ['recovery-rate', { withinDays: 1 }],
  ['contact-response', {}],
  ['contact-response', { withinDays: 60 }],
  ['contact-response', { arm: 'held-out', withinDays: 30 }],
];

describe('the metrics of programme and service on random shops', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await openDuck();
  });

  it('say in DuckDB what they say here, with any parameters', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shopLiterals, shopView(ISO_WEEKS), async (shop, view) => {
        const tables = shopTablesOf(shop, view.asOf);
        await fill(duck, tables);
        for (const [id, given] of ASKED) {
          const metric = metricById(id)!;
          const params = { ...metric.defaults, ...given };
          // A vintage is asked for by the first day of a month.
          const monthly = 'vintage' in given ? { ...view, grain: 'month' as const } : view;
          const answer = metric.compute(tables, monthly, params) as Answer;
          expectSame(await askTwin(duck, metric, { tables, view: monthly, params }), answer, id);
        }
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('points redeemed are those that moving one point at a time gives', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), fc.integer({ min: 0, max: 90 }), (shop, view, withinDays) => {
        const tables = shopTablesOf(shop, view.asOf);
        const metric = metricById('redemption-rate')!;
        const figure = metric.compute(tables, view, { ...metric.defaults, withinDays }) as Scalar | Absent;
        const slow = slowVintage(tables.records('points'), view, withinDays);
        if (figure.value === null) return void expect(slow.issued).toBe(0);
        expect(figure.inputs.map(({ value }) => value).slice(0, 2)).toEqual([slow.issued, slow.redeemed]);
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('points of the vintages in view add up to those of the view', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const metric = metricById('redemption-rate')!;
        const figure = metric.compute(shopTablesOf(shop, view.asOf), view, { ...metric.defaults, withinDays: 15 }) as Scalar | Absent;
        if (figure.value === null) return;
        const sum = (column: number) => figure.trend!.rows.reduce((total, row) => total + Number(row[column]), 0);
        expect([sum(1), sum(2)]).toEqual(figure.inputs.map(({ value }) => value).slice(0, 2));
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

/** Single points in a queue per member, one object each: what the running balance stands for. */
function slowVintage(table: RecordTable, view: { from: number; to: number; asOf: number }, withinDays: number) {
  const { movement, points } = table.fields;
  if (movement?.type !== 'text' || points?.type !== 'number') return { issued: 0, redeemed: 0 };
  const sortOf = (row: number) => movement.texts[movement.codes[row]!]!;
  const off = (row: number) => ['redeem', 'expire', 'reverse'].includes(sortOf(row)) || points.values[row]! < 0;
  const rank = (row: number): number => {
    if (!off(row)) return sortOf(row) === 'earn' ? 0 : 1;
    return { expire: 2, reverse: 3, redeem: 5 }[sortOf(row)] ?? 4;
  };
  const rows = Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => !['pending', 'balance'].includes(sortOf(row)) && points.values[row] !== 0)
    .sort((a, b) => table.day[a]! - table.day[b]! || rank(a) - rank(b));
  const queues = new Map<number, { day: number; issued: boolean; used: boolean }[]>();
  for (const row of rows) {
    const person = table.person[row]!;
    const queue = queues.get(person) ?? [];
    queues.set(person, queue);
    const day = table.day[row]!;
    for (let n = Math.abs(points.values[row]!); n > 0; n--) {
      if (!off(row)) queue.push({ day, issued: sortOf(row) === 'earn', used: false });
      else {
        const oldest = queue.find((point) => !point.used);
        if (oldest) Object.assign(oldest, { used: true, gone: sortOf(row) === 'redeem' ? day : Infinity });
      }
    }
  }
  const lots = [...queues.values()].flat() as { day: number; issued: boolean; gone?: number }[];
  const followed = lots.filter(({ day, issued }) => issued && day >= view.from && day < view.to && day + withinDays <= view.asOf);
  return { issued: followed.length, redeemed: followed.filter(({ day, gone }) => gone !== undefined && gone - day <= withinDays).length };
}
