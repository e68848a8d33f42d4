import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { CustomerList, CustomerRow, CustomerSort } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import { isTable } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import { DEFAULT_PREDICTION as choice } from '../../src/terms/prediction';
import type { View } from '../../src/terms/view';

const byNet: CustomerSort = { column: 'net', descending: true };
const ALL = 100_000;
let engine: EngineInside;
let view: View;

beforeAll(async () => {
  engine = createEngine(await openStore('likely'));
  const { firstDay, lastDay } = await engine.sampleShop(7);
  view = { from: firstDay, to: lastDay + 1, asOf: lastDay, grain: 'month', refunds: 'behaviour', lapseDays: null, calendar: ISO_CALENDAR };
});

const rowsOf = async (list: CustomerList, sort = byNet) => (await engine.customers(list, sort, view, 0, ALL)).rows;
const keysOf = (rows: readonly CustomerRow[]) => rows.map(({ key }) => key);
const csvOf = async (list: CustomerList, sort: CustomerSort, likely: typeof choice | null, of = view) => {
  const text = new TextDecoder().decode(await engine.customersCsv(list, sort, of, likely));
  const [header, ...rows] = text.replace('\uFEFF', '').trim().split('\r\n');
  return { header: header!.split(','), rows: rows.map((row) => row.split(',')) };
};

describe('who slips away', () => {
  it('is everybody within the shop’s rule who is past their own rhythm or fallen by silence, and nobody else', async () => {
    const all = await rowsOf({ filter: {} });
    const { rows: predicted, verdict } = await engine.predictions(keysOf(all).slice(0, 1500), choice, view);
    expect(verdict.basis).toBe('model');
    const listed = new Set(keysOf(await rowsOf({ filter: { slipping: true }, choice })));
    const [totals] = await engine.lists([{ filter: {} }], view);
    const byModel: string[] = [];
    for (const [i, prediction] of predicted.entries()) {
      const { key, stage, reason, silent, lastDay } = all[i]!;
      const now = prediction!.alive!.value;
      const isTooSoon = stage === 'new' && silent <= totals!.shopGap!;
      let is = stage !== 'lapsed' && !isTooSoon && (reason.code === 'past-usual-gap' || reason.code === 'past-longest-gap');
      if (!is && stage !== 'lapsed' && now < 0.5 && silent > totals!.shopGap!) {
        const { curve } = await engine.outlook(key, choice, view);
        is = now < curve.find(({ day }) => day === lastDay)!.alive / 2;
        if (is) byModel.push(key);
      }
      expect(listed.has(key), key).toBe(is);
    }
    expect([listed.size > 100, byModel.length > 0]).toEqual([true, true]);
  });

  it('is nobody who ordered within the shop’s usual gap, unless past a rhythm of their own', async () => {
    const [totals] = await engine.lists([{ filter: {} }], view);
    for (const { silent, stage, reason, key } of await rowsOf({ filter: { slipping: true }, choice }))
      if (silent <= totals!.shopGap!) expect([reason.code, stage === 'new'], key).toEqual(['past-usual-gap', false]);
  });

  it('is told the same reason in the list and on the customer’s own page', async () => {
    const [first] = await rowsOf({ filter: { slipping: true }, choice });
    const outlook = await engine.outlook(first!.key, choice, view);
    expect(outlook.reason).toEqual(first!.reason);
    expect(outlook.lapseDays).toBe((await engine.lists([{ filter: {} }], view))[0]!.lapseDays);
  });

  it('bought in the last 365 days what a list that names everybody says', async () => {
    const [everybody] = await engine.lists([{ filter: {} }], view);
    const since = view.asOf - 365;
    const year = (await rowsOf({ filter: {} })).reduce(
      (sum, { strip }) => sum + strip.net.reduce((own, net, i) => own + (strip.day[i]! > since ? net : 0), 0),
      0,
    );
    expect(everybody!.lastYearMinor).toBeCloseTo(year, 6);
  });
});

describe('the lapse rule held against the model', () => {
  it('puts everybody in one cell, and each cell opens to as many customers', async () => {
    const question = { id: 'risk-by-lapse' };
    const [table] = await engine.answer([question], view);
    if (!table || !isTable(table)) throw new Error('no table');
    const [everybody] = await engine.lists([{ filter: {} }], view);
    expect(table.rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(everybody!.customers);
    for (const [row, ...counts] of table.rows)
      for (const [i, column] of ['likely-here', 'likely-gone', 'all'].entries()) {
        const at = { row: String(row), column };
        const figure = await engine.figure({ ...question, at }, view);
        if (figure.value === null) throw new Error('absent');
        const [totals] = await engine.lists([{ who: { ...question, at, input: figure.inputs[0]!.key }, filter: {} }], view);
        expect([figure.value, totals!.customers]).toEqual([counts[i], counts[i]]);
      }
  });

  it('has whom the model calls gone within the rule, be they silent or new; those who slip away by the model alone are among them', async () => {
    const who = { id: 'risk-by-lapse', at: { row: 'not-lapsed', column: 'likely-gone' }, input: 'within-rule-likely-gone' };
    const early = new Set(keysOf(await rowsOf({ who, filter: {} })));
    const slipping = await rowsOf({ filter: { slipping: true }, choice });
    const byModel = slipping.filter(({ reason }) => !reason.code.startsWith('past-usual') && !reason.code.startsWith('past-longest'));
    expect(byModel.length).toBeGreaterThan(0);
    expect(keysOf(byModel).filter((key) => !early.has(key))).toEqual([]);
  });
});

describe('a list in the order of what is likely', () => {
  it('has the well known first, then those known a little, then those who ordered once; within these by value', async () => {
    const rows = await rowsOf({ filter: {}, choice }, { column: 'value', descending: true });
    const keys = [...keysOf(rows).slice(0, 300), ...keysOf(rows).slice(-300)];
    const { rows: predicted } = await engine.predictions(keys, choice, view);
    const rank = predicted.map((one) => (one!.evidence >= 3 ? 2 : one!.evidence >= 1 ? 1 : 0));
    expect(rank).toEqual([...rank].sort((a, b) => b - a));
    for (let i = 1; i < predicted.length; i++)
      if (rank[i] === rank[i - 1]) expect(predicted[i]!.value!.value).toBeLessThanOrEqual(predicted[i - 1]!.value!.value + 1e-9);
  });
});

describe('a list as CSV', () => {
  const list: CustomerList = { filter: { slipping: true, minOrders: 8 }, choice };

  it('has what is likely with its range, and its head says how far ahead, of what and at which discount', async () => {
    const { header, rows } = await csvOf(list, byNet, { ...choice, horizonDays: 180, margin: 0.35 });
    const value = header.indexOf('expected_value_next_180_days_profit_margin_35_percent_discount_10_percent_a_year');
    expect(header.slice(header.indexOf('p_alive'), header.indexOf('p_alive') + 3)).toEqual(['p_alive', 'p_alive_low', 'p_alive_high']);
    expect(rows.length).toBeGreaterThan(10);
    for (const at of [value, header.indexOf('p_alive'), header.indexOf('expected_orders_next_90_days')])
      for (const row of rows) {
        expect(Number(row[at + 1])).toBeLessThanOrEqual(Number(row[at]));
        expect(Number(row[at + 2])).toBeGreaterThanOrEqual(Number(row[at]));
        expect(row[at]).not.toBe('');
      }
  });

  it('has the same customers in the same order without it, and no column more', async () => {
    const [plain, likely] = [await csvOf(list, byNet, null), await csvOf(list, byNet, choice)];
    expect(plain.header).toEqual(likely.header.slice(0, plain.header.length));
    expect(plain.rows).toEqual(likely.rows.map((row) => row.slice(0, plain.header.length)));
  });

  it('has no column of what is likely where none of it is shown, and a list by value is in its usual order', async () => {
    const early = { ...view, asOf: view.from + 20, to: view.from + 21 };
    expect((await engine.verdict(choice, early)).basis).toBe('none');
    const [plain, likely] = [
      await csvOf({ filter: {} }, byNet, null, early),
      await csvOf({ filter: {}, choice }, { column: 'value', descending: true }, choice, early),
    ];
    expect(likely).toEqual(plain);
    expect(dayFromIso(plain.rows[0]!.at(-1)!)).toBeLessThanOrEqual(early.asOf);
  });
});
