import { describe, expect, it } from 'vitest';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { basketsOf } from '../../../src/core/basket/baskets';
import { repeatEffects } from '../../../src/core/basket/repeat-effects';
import { basketAffinity } from '../../../src/core/metrics/goods/basket-affinity';
import { nextCategory } from '../../../src/core/metrics/goods/next-category';
import { vectorView } from '../../../src/core/metrics/worked-example';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { isoFromDay } from '../../../src/terms/day';
import { FIRST } from '../metrics/random-shop';
import { tasteShop, type TasteShop } from './taste-shop';

const SHOPS = 25;

function told(orders: OrderLiteral[]) {
  const tables = shopTablesOf({ orders });
  const view = vectorView(tables.orders);
  const surely = (metric: typeof basketAffinity | typeof nextCategory) =>
    metric.compute(tables, view, metric.defaults as never).rows.filter((row) => row.at(-1) === 1);
  return { together: surely(basketAffinity), next: surely(nextCategory) };
}

/** In how many shops of customers with independent tastes any pair stood out, in one order and one after the other. */
function falseShops(shop: Pick<TasteShop, 'customers' | 'baskets'>): [together: number, next: number] {
  const shops = Array.from({ length: SHOPS }, (_, seed) => told(tasteShop({ ...shop, items: 40, seed: seed + 1 })));
  return [shops.filter(({ together }) => together.length > 0).length, shops.filter(({ next }) => next.length > 0).length];
}

describe('customers who like things independently and buy them again and again', () => {
  it.each([
    { customers: 1500, baskets: 1 },
    { customers: 300, baskets: 5 },
    { customers: 150, baskets: 10 },
    { customers: 75, baskets: 20 },
  ])('make no pair stand out in nineteen shops of twenty: $customers with $baskets baskets each', (shop) => {
    const [together, next] = falseShops(shop);
    expect(together).toBeLessThanOrEqual(SHOPS / 20);
    expect(next).toBeLessThanOrEqual(SHOPS / 20);
  });

  it.each([
    { customers: 1500, baskets: 1 },
    { customers: 150, baskets: 10 },
    { customers: 75, baskets: 20 },
  ])('do not hide two that belong together: $customers with $baskets baskets each', (shop) => {
    const pairs = (seed: number) => told(tasteShop({ ...shop, items: 40, seed }, (goods) => void (goods.has(3) && goods.add(30)))).together;
    for (const seed of [1, 2, 3]) expect(pairs(seed).map((row) => [row[1], row[2]].sort())).toEqual([['item 3', 'item 30']]);
  });
});

describe('what repeats take away', () => {
  /** Each of sixty baskets with tea and a pot, tea, a pot, or a cup; each customer has the same one every time. */
  const effect = (customers: number): number => {
    const orders = Array.from({ length: 64 }, (_, i): OrderLiteral => {
      const goods = ['tea + pot', 'tea', 'pot', 'cup'][(i % customers) % 4]!;
      return { customer: `c${i % customers}`, day: isoFromDay(FIRST + i), net: 1, goods };
    });
    const tables = shopTablesOf({ orders });
    const goods = tables.facts.items('product')!;
    const baskets = basketsOf(tables.orders, goods, { from: 0, to: 1e6 }, 'order');
    const pair = { first: goods.texts.indexOf('tea'), second: goods.texts.indexOf('pot'), firsts: 32, seconds: 32, whole: 64, crowding: 1 };
    return repeatEffects(baskets, [pair], goods.texts.length, 'same')[0]!;
  };

  it('is nothing where every basket is of another customer, and all but one where a customer buys the same four times, or sixteen', () => {
    expect(effect(64)).toBe(1);
    expect(effect(16)).toBeCloseTo(4, 9);
    expect(effect(4)).toBeCloseTo(16, 9);
  });
});
