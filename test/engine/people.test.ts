import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import type { Store } from '../../src/storage/store';
import { dayFromIso } from '../../src/terms/day';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';

const TODAY = dayFromIso('2026-01-01')!;
const tell = () => undefined;
const WEB = `Order ID,Customer ID,Email,Phone,Order Date,Amount,Currency
w1,17,Ann@X.org,020 7946 0958,2024-01-03,10.00,GBP
w2,,ann@x.org,,2024-02-03,10.00,GBP
w3,18,bob@x.org,,2024-02-05,20.00,GBP
w4,19,noreply@market.example,,2024-02-06,20.00,GBP
`;
const TILL = `Receipt No,Phone,Date,Total,Currency
t1,+44 20 7946 0958,2024-03-01,5.00,GBP
t2,+44 20 7946 0000,2024-03-02,5.00,GBP
t3,138****1234,2024-03-03,5.00,GBP
t4,138****1234,2024-03-04,5.00,GBP
`;

let store: Store;
let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  store = await openStore(`people-${++stores}`);
  engine = createEngine(store);
});

async function keep(text: string, name: string, target: Parameters<EngineInside['keep']>[0]) {
  const { file, preview } = (await engine.stage([{ name, text }], TODAY, tell))[0]!;
  const { plan } = preview!;
  await engine.replan(file, { ...plan, rules: { ...plan.rules, noCustomer: 'guest' } }, tell);
  return engine.keep(target, '2026-01-01T10:00:00.000Z', tell);
}

describe('people', () => {
  it('are one customer over two files when they share an e-mail or a phone number; splitting restores what was before', async () => {
    const { shop } = await keep(WEB, 'web.csv', { newShop: 'Shop' });
    expect(shop.customers).toBe(3);
    const both = (await keep(TILL, 'till.csv', { shop: shop.id })).shop;
    // 17 with ann@x.org and the till's number; 18; 19; the till's other number; two guests whose numbers are hidden.
    expect(both.customers).toBe(6);
    const review = await engine.people();
    expect(review.merged).toEqual([
      {
        key: 'ann@x.org',
        keys: ['ann@x.org', '+442079460958', '17'],
        by: ['+442079460958', 'ann@x.org'],
        orders: [1, 1, 1],
      },
    ]);
    expect(review.apart).toBe(8);
    const split = await engine.changePeople({ ...DEFAULT_PEOPLE_RULES, apart: review.merged[0]!.by });
    expect(split.customers).toBe(8);
    const again = createEngine(store);
    expect((await again.open(shop.id)).customers).toBe(8);
    expect((await again.changePeople(DEFAULT_PEOPLE_RULES)).customers).toBe(6);
  });

  it('of a marketplace address stay guests, one to each order', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `o${i},noreply@marketplace.example,2024-01-${String(1 + (i % 28)).padStart(2, '0')},9.99`,
    );
    const text = `Order ID,Email,Order Date,Amount\n${rows.join('\n')}\n`;
    expect((await keep(text, 'market.csv', { newShop: 'Market' })).shop.customers).toBe(3000);
  });
});
