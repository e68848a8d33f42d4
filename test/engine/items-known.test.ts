import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readGoods } from '../../src/ui/goods/read-goods';
import { ISO_CALENDAR, dayFromIso } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';

const view: View = {
  from: dayFromIso('2024-01-01')!,
  to: dayFromIso('2024-03-01')!,
  asOf: dayFromIso('2024-02-29')!,
  grain: 'month',
  refunds: 'behaviour',
  lapseDays: null,
  calendar: ISO_CALENDAR,
};
const chosen = { goods: '', unit: 'order' } as const;

let stores = 0;
let engine: EngineInside;
async function shopOf(...lines: string[]) {
  engine = createEngine(await openStore(`items-known-${++stores}`));
  await engine.stage([{ name: 'orders.csv', text: `${lines.join('\n')}\n` }], dayFromIso('2026-01-01')!, () => undefined);
  const shop = await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
  return { engine, shop } as unknown as Parameters<typeof readGoods>[0];
}
const HEAD = 'Order ID,Customer ID,Order Date,Amount';

describe('what the pages say of goods', () => {
  it('a file without products and categories tells none', async () => {
    const shop = await shopOf(HEAD, '1,ann,2024-01-03,10.00', '2,bob,2024-01-05,20.00');
    expect(engine.itemsKnown(view)).toEqual({ category: 0, product: 0 });
    expect(await readGoods(shop, view, chosen)).toEqual({ absent: 'untold' });
  });

  it('one product alone makes no pair', async () => {
    const shop = await shopOf(`${HEAD},Product,Category`, '1,ann,2024-01-03,10.00,Green,Tea', '2,bob,2024-01-05,20.00,Green,Tea');
    expect(engine.itemsKnown(view)).toEqual({ category: 1, product: 1 });
    expect(await readGoods(shop, view, chosen)).toEqual({ absent: 'one-item' });
  });

  it('one category among many products leaves the products', async () => {
    const shop = await shopOf(`${HEAD},Product,Category`, '1,ann,2024-01-03,10.00,Green,Tea', '2,bob,2024-01-05,20.00,Black,Tea');
    expect(await readGoods(shop, view, chosen)).toMatchObject({ kinds: ['product'], goods: 'product', together: [] });
  });

  it('a period without orders, and one whose orders were all refunded, have no order to look into', async () => {
    const sold = ['1,ann,2024-01-03,10.00,Green,Tea', '2,bob,2024-01-05,20.00,Black,Cups'];
    const bought = await shopOf(`${HEAD},Product,Category`, ...sold);
    expect(await readGoods(bought, { ...view, from: view.from + 20 }, chosen)).toEqual({ absent: 'no-orders' });
    const back = await shopOf(
      `${HEAD},Product,Category`,
      ...sold,
      '3,ann,2024-01-04,-10.00,Green,Tea',
      '4,bob,2024-01-06,-20.00,Black,Cups',
    );
    expect(await readGoods(back, view, chosen)).toEqual({ absent: 'no-orders' });
    expect(await readGoods(back, { ...view, refunds: 'ignore' }, chosen)).toMatchObject({ kinds: ['category', 'product'] });
  });
});
