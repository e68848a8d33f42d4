import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { openStore } from '../../src/storage/open-store';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { drawerTitle } from '../../src/ui/reading/figure-words';

const view: View = {
  from: dayFromIso('2024-01-01')!,
  to: dayFromIso('2024-03-01')!,
  asOf: dayFromIso('2024-02-29')!,
  grain: 'month',
  refunds: 'behaviour',
  lapseDays: null,
  calendar: ISO_CALENDAR,
};

/** Six orders with a cup and a saucer, four with something else; the file names its products by key, and the cup with Hebrew letters. */
function lines(): string[] {
  const row = (order: number, sku: string, name: string) => `${order},c${order},2024-01-${String(order + 10)},5.00,${sku},${name}`;
  return Array.from({ length: 10 }, (_, i) =>
    i < 6 ? [row(i, '22697', 'Cup כוס'), row(i, '22699', 'Saucer')] : [row(i, `9000${i}`, 'Map')],
  ).flat();
}

describe('the drawer of a pair', () => {
  it('names both items as the file names them, each within its own direction, and by their keys where the table has no such row', async () => {
    const engine = createEngine(await openStore('pair-names'));
    const text = ['Order ID,Customer ID,Order Date,Amount,SKU,Product Name', ...lines()].join('\n');
    await engine.stage([{ name: 'orders.csv', text: `${text}\n` }], dayFromIso('2026-01-01')!, () => undefined);
    await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
    const told = async (row: string) =>
      engine.explain({ id: 'basket-affinity', params: { goods: 'product' }, at: { row, column: 'lift' } }, view);
    const pair = await told('["22697","22699"]');
    expect(pair.rowItems).toEqual(['Cup כוס', 'Saucer']);
    expect(drawerTitle(pair)).toContain('\u2068Cup כוס\u2069 + Saucer');
    const unknown = await told('["22697","90008"]');
    expect(unknown.rowItems).toBeUndefined();
    expect(drawerTitle(unknown)).toContain('22697 + 90008');
  });
});
