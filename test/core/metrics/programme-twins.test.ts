import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Absent, Answer, Scalar } from '../../../src/terms/answer';
import type { RecordTable } from '../../../src/core/tables/record-table';
import type { View } from '../../../src/terms/view';
import { dayFromYmd } from '../../../src/terms/day';
import { redemptionRate } from '../../../src/core/metrics/programme/redemption-rate';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
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

  it('a ledger that begins in mid-life says so where more was redeemed than it issued', () => {
    const moves = [
      ['redeem', -50],
      ['earn', 10],
      ['earn', 10],
      ['redeem', -30],
      ['redeem', -10],
    ] as const;
    const points = moves.map(([movement, amount], i) => ({ person: 'a', date: `2024-01-0${i + 1}`, movement, points: amount }));
    const lifetime = redemption({ points }, { by: 'lifetime' });
    expect([lifetime.value, lifetime.note]).toEqual([90 / 20, 'ledger-begins-late']);
    expect(redemption({ points }, { by: 'window' }).note).toBe('redeemed-more-than-issued');
    const whole = redemption({ points: [...points.slice(1, 3), { ...points[4]!, points: -20 }] }, { by: 'lifetime' });
    expect([whole.value, whole.note]).toEqual([1, undefined]);
  });

  it('the points of each vintage name how many members they rest on, and their range is that of members', () => {
    const points = ['a', 'b'].flatMap((person) => [
      { person, date: '2024-01-02', movement: 'earn', points: 100 },
      { person, date: '2024-01-03', movement: 'earn', points: 30 },
      { person, date: '2024-01-04', movement: 'redeem', points: -100 },
    ]);
    const figure = redemption({ points }, { withinDays: 30 });
    expect([figure.value, figure.n, figure.note]).toEqual([200 / 260, 2, 'clustered-by-member']);
    expect(figure.trend!.columns[1]).toEqual({ key: 'members', unit: 'people' });
    expect(figure.trend!.rows.map((row) => row.slice(1, 4))[0]).toEqual([2, 260, 200]);
  });

  it('points of the vintages in view add up to those of the view', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const metric = metricById('redemption-rate')!;
        const figure = metric.compute(shopTablesOf(shop, view.asOf), view, { ...metric.defaults, withinDays: 15 }) as Scalar | Absent;
        if (figure.value === null) return;
        const sum = (column: number) => figure.trend!.rows.reduce((total, row) => total + Number(row[column]), 0);
        expect([sum(2), sum(3)]).toEqual(figure.inputs.map(({ value }) => value).slice(0, 2));
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

/** The rate of a small ledger, over the first half of 2024. */
function redemption(records: ShopLiterals['records'], params: Partial<typeof redemptionRate.defaults>): Scalar {
  const view: View = {
    grain: 'month',
    refunds: 'ignore',
    lapseDays: null,
    calendar: { weekStart: 1, yearStart: 1 },
    from: dayFromYmd(2024, 1, 1),
    to: dayFromYmd(2024, 7, 1),
    asOf: dayFromYmd(2024, 6, 30),
  };
  const figure = redemptionRate.compute(shopTablesOf({ orders: [], records: records ?? {} }, view.asOf), view, {
    ...redemptionRate.defaults,
    ...params,
  });
  if (figure.value === null) throw new Error(figure.why);
  return figure;
}

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
