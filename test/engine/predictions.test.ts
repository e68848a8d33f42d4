import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { CustomerOutlook, CustomerRows, Predictions } from '../../src/engine/protocol';
import { scoresFor } from '../../src/engine/predictions';
import type { EngineInside } from '../../src/engine/serve';
import { Session } from '../../src/engine/session';
import type { Absent, Scalar } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import { DEFAULT_PREDICTION } from '../../src/terms/prediction';
import type { View } from '../../src/terms/view';
import { openStore } from '../../src/storage/open-store';

const choice = DEFAULT_PREDICTION;
let engine: EngineInside;
let session: Session;
let view: View;
let keys: string[];

beforeAll(async () => {
  const store = await openStore('predictions');
  engine = createEngine(store);
  const shop = await engine.sampleShop(7);
  session = await Session.open(store, shop.id);
  view = {
    from: shop.firstDay,
    to: shop.lastDay + 1,
    asOf: shop.lastDay,
    grain: 'month',
    refunds: 'behaviour',
    lapseDays: null,
    calendar: ISO_CALENDAR,
  };
  const { rows } = (await engine.customers({ filter: {} }, { column: 'net', descending: true }, view, 0, 10_000)) as CustomerRows;
  keys = rows.map(({ key }) => key);
}, 60_000);

async function figure(id: string, params: Record<string, string | number> = {}): Promise<Scalar> {
  const answer = (await engine.figure({ id, params }, view)) as Scalar | Absent;
  expect(answer.value, id).not.toBeNull();
  return answer as Scalar;
}

describe('predictions for the invented shop', () => {
  it('stand on the model, and say what makes them doubtful', async () => {
    expect(await engine.verdict(choice, view)).toMatchObject({ basis: 'model', model: 'mbg-nbd' });
  });

  it('come in the order of the keys, null for somebody unknown', async () => {
    const { rows, verdict } = (await engine.predictions([keys[3]!, 'nobody', keys[0]!], choice, view)) as Predictions;
    expect(verdict).toEqual(await engine.verdict(choice, view));
    expect(rows.map((row) => row?.key ?? null)).toEqual([keys[3], null, keys[0]]);
    for (const row of [rows[0]!, rows[2]!])
      for (const ranged of [row.alive!, row.orders90!, row.ordersAhead!, row.spend!, row.value!])
        expect(ranged.low <= ranged.value && ranged.value <= ranged.high).toBe(true);
  });

  it('of all customers add up to the figures of the dictionary', async () => {
    const scores = scoresFor(session, choice, view)!;
    expect(scores.count).toBe(keys.length);
    const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
    const [active, orders, value] = [
      await figure('expected-active-customers'),
      await figure('expected-orders', { horizonDays: 90 }),
      await figure('expected-value', { horizonDays: 365 }),
    ];
    expect(active.value).toBeCloseTo(sum(scores.alive), 6);
    expect(orders.value).toBeCloseTo(sum(scores.orders90), 6);
    expect(Math.abs(value.value / sum(scores.value) - 1)).toBeLessThan(1e-12);
    for (const told of [active, orders, value]) {
      expect(told.n).toBe(keys.length);
      expect(told.interval).toMatchObject({ level: 0.95, method: 'outcome' });
      expect(told.interval!.low < told.value && told.value < told.interval!.high).toBe(true);
      expect(told.inputs.find(({ key }) => key === 'customers')!.value).toBe(keys.length);
    }
  });

  it('a value names its horizon, margin and discount among what went in', async () => {
    const value = await figure('expected-value', { horizonDays: 180, margin: 0.4, discountPerYear: 0.08 });
    const given = Object.fromEntries(value.inputs.map((input) => [input.key, input.value]));
    expect(given).toMatchObject({ 'horizon-days': 180, 'profit-margin': 0.4, 'discount-per-year': 0.08 });
    const sales = await figure('expected-value', { horizonDays: 180, discountPerYear: 0.08 });
    expect(sales.inputs.some(({ key }) => key === 'profit-margin')).toBe(false);
    expect(value.value / sales.value).toBeCloseTo(0.4, 10);
  });

  it('the page of one customer has a reason, the shop’s window and a curve that ends with today’s P(alive)', async () => {
    const outlook = (await engine.outlook(keys[0]!, choice, view)) as CustomerOutlook;
    const [row] = ((await engine.predictions([keys[0]!], choice, view)) as Predictions).rows;
    expect(outlook.prediction).toEqual(row);
    expect(outlook.curve.at(-1)).toEqual({ day: view.asOf, alive: row!.alive!.value });
    expect(outlook.lapseDays).toBeGreaterThan(0);
    expect(outlook.reason.silent).toBeGreaterThanOrEqual(0);
    await expect((async () => engine.outlook('nobody', choice, view))()).rejects.toThrow('engine/unknown-customer');
  });

  it('are cloned over the wire as they are', async () => {
    for (const told of [await engine.predictions(keys.slice(0, 3), choice, view), await engine.outlook(keys[1]!, choice, view)])
      expect(structuredClone(told)).toEqual(told);
  });
});

describe('predictions for a shop of seven orders', () => {
  it('are none, and the outlook of a customer still says how silence stands to the shop', async () => {
    const small = createEngine(await openStore('predictions-small'));
    const text = 'Order ID,Customer ID,Order Date,Amount\n1,ann,2024-01-03,10\n2,bob,2024-01-05,20\n3,ann,2024-02-01,30\n';
    await small.stage([{ name: 'orders.csv', text }], dayFromIso('2026-01-01')!, () => undefined);
    await small.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
    const then: View = { ...view, from: dayFromIso('2024-01-03')!, to: dayFromIso('2024-02-02')!, asOf: dayFromIso('2024-02-01')! };
    const verdict = { basis: 'none', why: 'file-too-short', warnings: ['horizon-beyond-file'] };
    expect(await small.verdict(choice, then)).toEqual(verdict);
    expect(await small.predictions(['ann'], choice, then)).toEqual({ verdict, choice, rows: [] });
    expect(await small.outlook('ann', choice, then)).toMatchObject({ verdict, prediction: null, curve: [], reason: { silent: 0 } });
  });
});
