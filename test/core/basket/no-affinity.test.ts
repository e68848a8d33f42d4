import { describe, expect, it } from 'vitest';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { basketAffinity } from '../../../src/core/metrics/goods/basket-affinity';
import { nextCategory } from '../../../src/core/metrics/goods/next-category';
import { nextCategoryTest } from '../../../src/core/metrics/goods/next-category-test';
import { vectorView } from '../../../src/core/metrics/worked-example';
import { nextForCustomer } from '../../../src/core/basket/next-for-customer';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';
import type { Scalar } from '../../../src/terms/answer';

const START = dayFromYmd(2024, 1, 1);

/** Customers who buy without any taste: items by how common they are, in orders from one line to forty; `planted` adds to the goods of an order. */
function shopOf(seed: number, planted: (goods: Set<string>, before: Set<string>) => void): OrderLiteral[] {
  const dice = steadyDice(seed);
  const orders: OrderLiteral[] = [];
  for (let c = 0; c < 150; c++) {
    let day = START + Math.floor(dice() * 60);
    let before = new Set<string>();
    for (let nth = 0; nth < 6; nth++) {
      const size = Math.ceil(40 * dice() ** 4);
      const goods = new Set(Array.from({ length: size }, () => `item ${Math.floor(60 * dice() ** 2)}`));
      planted(goods, before);
      orders.push({ customer: `c${c}`, day: isoFromDay(day), net: 100, goods: [...goods].join(' + ') });
      before = goods;
      day += 1 + Math.floor(dice() * 60);
    }
  }
  return orders;
}

function asked(orders: OrderLiteral[]) {
  const tables = shopTablesOf({ orders });
  const view = vectorView(tables.orders);
  return {
    tables,
    view,
    together: basketAffinity.compute(tables, view, basketAffinity.defaults).rows,
    next: nextCategory.compute(tables, view, nextCategory.defaults).rows,
    test: nextCategoryTest.compute(tables, view, nextCategoryTest.defaults) as Scalar,
  };
}

describe('a shop in which nothing belongs together', () => {
  const shops = [1, 2, 3, 4, 5, 6].map((seed) => asked(shopOf(seed, () => undefined)));

  it('has pairs with a lift above 1, and none that stands out, although its large orders hold more of everything', () => {
    for (const { together, next } of shops) {
      expect(together.length).toBeGreaterThan(20);
      expect(together.filter((row) => row.at(-1) === 1)).toEqual([]);
      expect(next.filter((row) => row.at(-1) === 1)).toEqual([]);
    }
  });

  it('is told that the last order does not foretell the next', () => {
    for (const { test } of shops) expect(test.note).not.toBe('next-better');
  });

  it('proposes nothing to nearly everybody', () => {
    let proposed = 0;
    for (const { tables, view } of shops.slice(0, 2))
      for (let c = 0; c < 60; c++)
        proposed += nextForCustomer(tables.orders, tables.facts.items('product')!, c, view.asOf)!.likely.length > 0 ? 1 : 0;
    expect(proposed).toBeLessThanOrEqual(6);
  });
});

describe('a pair that was put into the orders', () => {
  it('stands out, first of all', () => {
    const { together } = asked(shopOf(7, (goods) => void (goods.has('item 20') && goods.add('item 50'))));
    expect([together[0]!.slice(1, 3), together[0]!.at(-1)]).toEqual([['item 20', 'item 50'].sort(), 1]);
  });

  it('stands out where hardly anything else is bought together', () => {
    const alone = ['tea', 'pot', 'cup', 'book', 'bag', 'map', 'pen', 'jar'];
    const orders = Array.from({ length: 300 }, (_, i): OrderLiteral => {
      const goods = i % 5 < 2 ? 'tea + pot' : alone[i % 8]!;
      return { customer: `c${i % 120}`, day: isoFromDay(START + i), net: 100, goods };
    });
    const { together } = asked(orders);
    expect(together.map((row) => [row[1], row[2], row.at(-1)])).toEqual([['tea', 'pot', 1]]);
  });

  it('stands out among what comes next, and is proposed to who has just bought the first and never the second', () => {
    const orders = shopOf(8, (goods, before) => void (before.has('item 2') && goods.add('refill')));
    const { tables, view, next } = asked(orders);
    expect([next[0]!.slice(1, 3), next[0]!.at(-1)]).toEqual([['item 2', 'refill'], 1]);
    const isDue = (customer: string) => {
      const own = orders.filter((order) => order.customer === customer).map((order) => order.goods!.split(' + '));
      return own.at(-1)!.includes('item 2') && !own.flat().includes('refill');
    };
    const due = tables.names.flatMap((name, c) => (isDue(name) ? [c] : []));
    expect(due.length).toBeGreaterThan(0);
    for (const c of due) {
      const [first] = nextForCustomer(tables.orders, tables.facts.items('product')!, c, view.asOf)!.likely;
      expect(first).toMatchObject({ name: 'refill', after: 'item 2' });
      expect(first!.low).toBeGreaterThan(0.8);
    }
  });

  it('makes the test say that the last order foretells the next', () => {
    const orders = Array.from({ length: 80 }, (_, c) =>
      Array.from({ length: 8 }, (_, nth): OrderLiteral => {
        const item = (c * 7 + nth) % 20;
        return { customer: `c${c}`, day: isoFromDay(START + nth * 20 + (c % 20)), net: 100, goods: `item ${item}` };
      }),
    ).flat();
    const { test } = asked(orders);
    expect(test.note).toBe('next-better');
    expect(test.value).toBeGreaterThan(0.9);
    expect(test.variants!['plain-top-three']!.value).toBeLessThan(0.5);
  });
});
