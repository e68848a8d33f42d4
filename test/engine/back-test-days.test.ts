import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { openStore } from '../../src/storage/open-store';
import { dayFromYmd, isoFromDay, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { isTable, type Cell } from '../../src/terms/answer';
import { drawerTitle } from '../../src/ui/reading/figure-words';
import { weekName } from '../../src/ui/trust/week-name';

const first = dayFromYmd(2024, 1, 1);
const asOf = dayFromYmd(2024, 12, 31);
const view: View = { from: first, to: asOf + 1, asOf, grain: 'month', refunds: 'behaviour', lapseDays: null, calendar: ISO_CALENDAR };

/** Customers who come at paces of their own until the last day of the file. */
function lines(): string[] {
  return Array.from({ length: 120 }, (_, i) => {
    const [begin, pace] = [i === 0 ? 0 : (i * 37) % 180, i === 0 ? 365 : 9 + ((i * 11) % 50)];
    return Array.from({ length: 2 + (i % 6) }, (_, k) => begin + k * pace)
      .filter((day) => day <= asOf - first)
      .map((day, k) => `${i}-${k},c${i},${isoFromDay(first + day)},5.00`);
  }).flat();
}

describe('the drawer of a week of the back-test', () => {
  it('counts the orders of that week beside what came in it, and those of the whole file beside what has come so far', async () => {
    const engine = createEngine(await openStore('back-test-days'));
    const text = ['Order ID,Customer ID,Order Date,Amount', ...lines()].join('\n');
    await engine.stage([{ name: 'orders.csv', text: `${text}\n` }], dayFromYmd(2026, 1, 1), () => undefined);
    await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
    const [table] = await engine.answer([{ id: 'back-test-weeks' }], view);
    const rows = table && isTable(table) ? table.rows : [];
    const [week, to] = rows.at(-1) as [Cell, Cell];
    const told = (column: string) => engine.explain({ id: 'back-test-weeks', at: { row: String(week), column } }, view);
    const [own, soFar] = [await told('actual'), await told('actual-so-far')];
    expect([isoFromDay(own.period.start), isoFromDay(own.period.end - 1)]).toEqual([week, to]);
    expect(soFar.period).toEqual({ start: first, end: asOf + 1 });
    expect(soFar.ordersInPeriod).toBe(lines().length);
    expect(own.ordersInPeriod).toBe(lines().filter((line) => line.split(',')[2]! >= String(week)).length);
    for (const { figure, ordersInPeriod } of [own, soFar]) expect(figure.value).toBeLessThanOrEqual(ordersInPeriod);
  });

  it('calls the week by its last day, as the table does, and says where it has fewer than seven', async () => {
    const engine = createEngine(await openStore('back-test-names'));
    const text = ['Order ID,Customer ID,Order Date,Amount', ...lines()].join('\n');
    await engine.stage([{ name: 'orders.csv', text: `${text}\n` }], dayFromYmd(2026, 1, 1), () => undefined);
    await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
    const [table] = await engine.answer([{ id: 'back-test-weeks' }], view);
    const week = String((table && isTable(table) ? table.rows : []).at(-1)![0]);
    const own = await engine.explain({ id: 'back-test-weeks', at: { row: week, column: 'expected-so-far' } }, view);
    const from = asOf - 2;
    expect(drawerTitle(own)).toContain(weekName({ from: Date.parse(week) / 86_400_000, to: asOf }));
    expect(weekName({ from, to: asOf })).toMatch(/^31 Dec 2024, 3 days$/);
    expect(weekName({ from: asOf - 6, to: asOf })).toBe('31 Dec 2024');
  });
});
