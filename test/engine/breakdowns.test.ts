import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import type { Breakdown } from '../../src/engine/protocol';
import { isAbsent } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { openStore } from '../../src/storage/open-store';

const TODAY = dayFromIso('2026-01-01')!;
const FILE = `Order ID,Customer ID,Order Date,Amount,Country
1,ann,2024-01-03,10.00,France
2,bob,2024-01-05,20.00,Spain
3,ann,2024-02-01,30.00,Spain
4,cy,2024-02-10,5.00,Spain
5,bob,2024-02-12,20.00,Spain
6,ann,2024-03-20,40.00,France
7,dan,2024-01-31,12.00,France
`;
const view: View = {
  from: dayFromIso('2024-01-03')!,
  to: dayFromIso('2024-03-21')!,
  asOf: dayFromIso('2024-03-20')!,
  grain: 'month',
  refunds: 'ignore',
  lapseDays: null,
  calendar: ISO_CALENDAR,
};
const FEBRUARY = { id: 'customer-retention-rate', params: { period: '2024-02-01' } };

let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  engine = createEngine(await openStore(`breakdowns-${++stores}`));
  await engine.stage([{ name: 'orders.csv', text: FILE }], TODAY, () => undefined);
  await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
});

describe('a rate by segments', () => {
  it('has for each segment the figure that the drawer opens, with its customers', async () => {
    const { rows, total } = (await engine.breakdown(FEBRUARY, 'country', null, view)) as Breakdown;
    // Before February ann and dan had ordered from France last, bob from Spain; ann and bob came back.
    expect(rows.map(({ segment, figure }) => [segment, figure.value, isAbsent(figure) ? 0 : figure.n])).toEqual([
      ['=France', 0.5, 2],
      ['=Spain', 1, 1],
    ]);
    expect(total).toMatchObject({ value: 2 / 3, n: 3 });
    expect(JSON.stringify(rows)).not.toContain('who');
    const question = { ...FEBRUARY, among: { by: 'country' as const, segment: '=France' } };
    const opened = await engine.explain(question, view);
    expect(opened).toMatchObject({ question, figure: { value: 0.5, n: 2 }, ordersInPeriod: 1 });
    const list = { who: { ...question, input: 'returned' }, filter: {} };
    const { totals, rows: people } = await engine.customers(list, { column: 'net', descending: true }, view, 0, 10);
    expect([totals.customers, people.map((row) => row.key)]).toEqual([1, ['ann']]);
  });

  it('is of nobody where there is no such segment or attribute', async () => {
    for (const among of [
      { by: 'country' as const, segment: '=Peru' },
      { by: 'nonsense' as 'country', segment: 'x' },
    ])
      expect(await engine.figure({ ...FEBRUARY, among }, view)).toMatchObject({ value: null });
  });

  it('is offered by what the files know two values of', async () => {
    expect(await engine.segments(view)).toEqual(['country', 'first-size', 'first-month']);
  });
});
