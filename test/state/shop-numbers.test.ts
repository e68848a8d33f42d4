import { describe, expect, it } from 'vitest';
import { numbersKey, ShopNumbers, unusedMargin } from '../../src/state/shop-numbers.svelte';
import { currencyOf } from '../../src/terms/money';

/** Documents as the engine keeps them. */
function numbers(documents: Record<string, unknown> = {}) {
  const engine = {
    readDocument: (key: string) => Promise.resolve(documents[key] ?? null),
    writeDocument: (key: string, value: unknown) => Promise.resolve(void (documents[key] = structuredClone(value))),
  };
  return { documents, numbers: new ShopNumbers(engine) };
}
const SHOP = { id: 3, currency: currencyOf('GBP') };

describe('the numbers that are typed for a shop', () => {
  it('are blank at first, and blank is not 0', async () => {
    const { numbers: own } = numbers();
    expect(own.typed).toBeNull();
    await own.open(SHOP);
    expect([own.typed!.margin, own.typed!.savedPercent, own.costsOf('2024-01-01', '2024-02-01').acquisitionMinor]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are kept under the shop, and each shop has its own', async () => {
    const { documents, numbers: own } = numbers();
    await own.open(SHOP);
    own.change({ margin: 0.3 });
    await own.open({ ...SHOP, id: 4 });
    expect(own.typed!.margin).toBeNull();
    expect((documents[numbersKey(3)] as { margin: number }).margin).toBe(0.3);
    await own.open(SHOP);
    expect(own.typed!.margin).toBe(0.3);
  });

  it('costs belong to the days for which they were typed', async () => {
    const { numbers: own } = numbers();
    await own.open(SHOP);
    const may = { from: '2024-05-01', to: '2024-06-01', acquisitionMinor: 9000, retentionMinor: null };
    own.changeCosts(may);
    own.changeCosts({ ...may, retentionMinor: 0 });
    expect(own.costsOf('2024-05-01', '2024-06-01')).toEqual({ ...may, retentionMinor: 0 });
    expect(own.costsOf('2024-05-01', '2024-07-01').acquisitionMinor).toBeNull();
    own.changeCosts({ ...may, acquisitionMinor: null, retentionMinor: null });
    expect(own.typed!.costs).toEqual([]);
  });

  it('a margin of nothing, below it or above the whole leaves predictions in sales, by which customers can be ranked', async () => {
    const { numbers: own } = numbers();
    await own.open(SHOP);
    const asked = [0, -0.05, 1e7, 0.3, 1, null].map((margin) => {
      own.change({ margin });
      return [own.prediction.margin, unusedMargin(margin)];
    });
    expect(asked).toEqual([
      [null, 'none'],
      [null, 'wrong'],
      [null, 'wrong'],
      [0.3, null],
      [1, null],
      [null, null],
    ]);
  });

  it('amounts in another currency are left out, ratios are not', async () => {
    const { numbers: own } = numbers();
    await own.open(SHOP);
    own.change({ margin: 0.3, orderValueMinor: 20_000 });
    own.changeCosts({ from: '2024-05-01', to: '2024-06-01', acquisitionMinor: 1, retentionMinor: 1 });
    await own.open({ ...SHOP, currency: currencyOf('EUR') });
    expect([own.typed!.margin, own.typed!.orderValueMinor, own.typed!.costs]).toEqual([0.3, null, []]);
  });
});
