import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isAbsent, isTable, type Answer, type Cell, type Table } from '../../../src/terms/answer';
import { dayFromIso, isoFromDay, type Day } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { buildLedger } from '../../../src/core/columns/ledger';
import { SALE, type Batch } from '../../../src/core/columns/batch';
import { countedBatches } from '../../../src/core/columns/counted-batches';
import { recordMarks } from '../../../src/core/columns/record-marks';
import type { RecordBatch } from '../../../src/core/columns/records';
import { countedRecords, repeatedRecords } from '../../../src/core/columns/repeated-records';
import { selectRows } from '../../../src/core/columns/select-rows';
import type { AnyMetric } from '../../../src/core/metrics/define';
import { METRICS } from '../../../src/core/metrics/registry';
import { findPeople } from '../../../src/core/people/find-people';
import { orderTableOf } from '../../../src/core/columns/order-literals';
import { shopTablesOf, type RecordLiteral, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { ShopBook, type ShopTables } from '../../../src/core/tables/shop-tables';
import { makeSampleShop } from '../../../src/sample/make-sample-shop';
import { DEFAULT_PEOPLE_RULES } from '../../../src/terms/people';
import { shopLiterals, shopView } from './random-shop';
import { vectorView } from './vector-view';

const RUNS = { seed: 40, numRuns: 60 };
const each = METRICS.map((metric) => ({ id: metric.id, metric }));

/** What is told of an answer: numbers, labels and how many stand behind them, without the numbering of persons and records. */
function told(answer: Answer): unknown {
  if (isAbsent(answer) || isTable(answer)) return answer;
  const { inputs, variants = {}, ...rest } = answer;
  const named = Object.entries(variants).map(([name, variant]) => [name, told(variant)]);
  return { ...rest, inputs: inputs.map(({ who: _, records: __, ...input }) => input), variants: named };
}

function ask(metric: AnyMetric, shop: ShopLiterals, view: View): unknown {
  return told(metric.compute(shopTablesOf(shop, view.asOf), view, metric.defaults) as Answer);
}

/** Every ISO date moved by some days, times of day kept; what is not a date stays. */
function shifted(shop: ShopLiterals, days: number): ShopLiterals {
  const move = (value: unknown): unknown => {
    const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? dayFromIso(value.slice(0, 10)) : null;
    return day === null ? value : isoFromDay(day + days) + (value as string).slice(10);
  };
  const moved = <T extends object>(one: T): T => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, move(value)])) as T;
  const records = Object.entries(shop.records ?? {}).map(([kind, list]) => [kind, (list as RecordLiteral[]).map(moved)]);
  return { orders: shop.orders.map(moved), records: Object.fromEntries(records) as NonNullable<ShopLiterals['records']> };
}

/** An answer with its dates moved. */
function movedAnswer(answer: unknown, days: number): unknown {
  const text = JSON.stringify(answer, (_, value: unknown) => (value === undefined ? null : value));
  return JSON.parse(text.replace(/"(\d{4}-\d\d-\d\d)"/g, (_, iso: string) => `"${isoFromDay(dayFromIso(iso)! + days)}"`));
}

const withTrend = each.filter(({ metric }) =>
  metric.vectors.some((vector) => trendOf(metric, vector, vectorView(orderTableOf(vector.orders), vector.view))),
);

it('knows the metrics that have a course', () => {
  expect(withTrend.length).toBeGreaterThan(8);
});

describe.each(withTrend)('the course of $id', ({ metric }) => {
  it('says of a period that is over what it said when it had just ended', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), fc.integer({ min: 1, max: 90 }), (shop, view, days) => {
        const then = trendOf(metric, shop, view);
        const now = trendOf(metric, shop, { ...view, asOf: view.asOf + days });
        // A figure of a last period without anybody has no course beside it.
        for (const row of then?.filter((one) => one.at(-1) === 1) ?? []) if (now) expect(now).toContainEqual(row);
      }),
      RUNS,
    );
  });
});

describe.each(each)('$id', ({ metric }) => {
  it('moves with the calendar: with all dates some weeks later the answer is the same, some weeks later', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), fc.integer({ min: -60, max: 60 }), (shop, view, weeks) => {
        const days = 7 * weeks;
        const week = { ...view, grain: 'week' as const };
        const later = { ...week, from: week.from + days, to: week.to + days, asOf: week.asOf + days };
        expect(movedAnswer(ask(metric, shifted(shop, days), later), 0)).toEqual(movedAnswer(ask(metric, shop, week), days));
      }),
      RUNS,
    );
  });

  it('does not change when somebody buys, answers or complains after the as-of day', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const day = isoFromDay(view.asOf + 1);
        const records = { ...shop.records };
        records.answers = [...(records.answers ?? []), { person: 'z', date: day, score: 0, scale: '0-10', question: 'recommend' }];
        records.feedback = [...(records.feedback ?? []), { person: 'z', date: day, topic: 'late' }];
        records.points = [...(records.points ?? []), { person: 'z', date: day, movement: 'earn', points: 90 }];
        records.customers = [...(records.customers ?? []), { person: 'z', signup: day, tier: 'Gold' }];
        records.contacts = [...(records.contacts ?? []), { person: 'z', campaign: 'spring', date: day, opened: true }];
        const more = { orders: [...shop.orders, { customer: 'z', day, net: 5000 }], records };
        expect(ask(metric, more, view)).toEqual(ask(metric, shop, view));
      }),
      RUNS,
    );
  });
});

/** Rows of the trend of a figure; null where it has none. */
function trendOf(metric: AnyMetric, shop: ShopLiterals, view: View): Cell[][] | null {
  const answer = metric.compute(shopTablesOf(shop, view.asOf), view, metric.defaults) as Answer;
  const trend: Table | undefined = isTable(answer) || isAbsent(answer) ? undefined : answer.trend;
  return trend?.columns.at(-1)?.key === 'complete' ? trend.rows : null;
}

describe('the sample shop, cut at a day', () => {
  const sample = makeSampleShop(20260101);
  const records = sample.records.map((file, i): RecordBatch => ({ ...file.records, importId: i + 2 }));
  const batch: Batch = { ...sample.batch, importId: 1 };
  let whole: ShopBook;

  beforeAll(() => {
    whole = bookOf(batch, records);
  });

  /** Twenty days over the two years, from a fixed seed. */
  const days = fc.sample(fc.integer({ min: 30, max: 729 }), { seed: 7, numRuns: 20 });

  it.each(days)('is what the whole shop was %i days before its end, for every metric', { timeout: 60_000 }, (before) => {
    const asOf = Math.max(...batch.lines.day) - before;
    const kept = Uint32Array.from(batch.lines.day.keys()).filter((row) => batch.lines.day[row]! <= asOf);
    const cut = bookOf(
      selectRows(batch, kept),
      records.map((one) => cutAt(one, asOf)),
    );
    for (const metric of METRICS) {
      const [a, b] = [whole, cut].map((book) => answerOf(metric, book.tables({ refunds: 'behaviour', asOf })));
      expect(b, metric.id).toEqual(a);
    }
  });
});

describe('the sample shop, written otherwise', () => {
  const sample = makeSampleShop(20260101);
  const records = sample.records.map((file, i): RecordBatch => ({ ...file.records, importId: i + 2 }));
  const batch: Batch = { ...sample.batch, importId: 1 };
  const asOf = batch.lines.day.reduce((last, day) => Math.max(last, day), 0);
  const all = (book: ShopBook): unknown => METRICS.map((metric) => answerOf(metric, book.tables({ refunds: 'behaviour', asOf })));
  const as = all(bookOf(batch, records));

  it('says the same when a minor unit of every line stands on a line of its own', () => {
    expect(all(bookOf(splitLines(batch), records))).toEqual(as);
  });

  it('says the same when the file is kept twice, and each list of records is', () => {
    const twice = countedBatches(
      [batch, { ...batch, importId: 9 }].map((one) => ({
        batch: one,
        mode: 'append',
        perOrder: false,
        mended: false,
        carried: false,
        guests: false,
      })),
    );
    const kept = [...records, ...records.map((one) => ({ ...one, importId: one.importId + 10 }))];
    const repeats = repeatedRecords(kept.map((one) => ({ marks: recordMarks(one), mode: 'append' })));
    const counted = kept.map((one, i) => countedRecords(one, repeats[i]!));
    const ledger = buildLedger(twice.batches, twice.orders);
    expect(all(new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: counted }))).toEqual(as);
  });
});

/** Every sale of two minor units or more as two lines of the same order, one of them of a single unit. */
function splitLines(batch: Batch): Batch {
  const { lines } = batch;
  const rows = Uint32Array.from(
    Array.from(lines.line.keys()).flatMap((row) => (lines.kind[row] === SALE && lines.amountMinor[row]! >= 2 ? [row, row] : [row])),
  );
  const split = selectRows(batch, rows);
  rows.forEach((row, i) => {
    if (rows[i + 1] === row) split.lines.amountMinor[i]!--;
    else if (rows[i - 1] === row) {
      split.lines.amountMinor[i] = 1;
      if (split.lines.discountMinor) split.lines.discountMinor[i] = 0;
      split.lines.refundMinor[i] = 0;
    }
  });
  return split;
}

function answerOf(metric: AnyMetric, tables: ShopTables): unknown {
  return told(metric.compute(tables, { ...vectorView(tables.orders), refunds: 'behaviour' }, metric.defaults) as Answer);
}

function bookOf(batch: Batch, records: readonly RecordBatch[]): ShopBook {
  return new ShopBook({ ledger: buildLedger([batch]), people: findPeople([], DEFAULT_PEOPLE_RULES), records });
}

/** The records that a file of that day would have had. */
function cutAt(batch: RecordBatch, asOf: Day): RecordBatch {
  const { date, signup } = batch.fields;
  const later = (column: typeof date, row: number): boolean => column?.type === 'day' && column.values[row]! > asOf;
  const out = Uint8Array.from({ length: batch.rows }, (_, row) =>
    Number(later(date, row) || (batch.kind === 'customers' && later(signup, row))),
  );
  // A row of the file gives one record here, or records that are of one day.
  const rows = new Map<number, number>();
  batch.line.forEach((line, i) => rows.set(line, out[i]!));
  return countedRecords(batch, { out: Uint8Array.from([...rows.values()]) });
}
