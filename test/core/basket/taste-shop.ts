import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';

const START = dayFromYmd(2024, 1, 1);

export interface TasteShop {
  customers: number;
  /** Of each customer. */
  baskets: number;
  items: number;
  seed: number;
}

/**
 * Customers with tastes of their own who buy again and again: how much each of them likes an item is thrown for every item apart, so that no
 * two items belong together. `planted` adds to the goods of a basket.
 */
export function tasteShop(
  { customers, baskets, items, seed }: TasteShop,
  planted: (goods: Set<number>) => void = () => undefined,
): OrderLiteral[] {
  const dice = steadyDice(seed);
  const orders: OrderLiteral[] = [];
  for (let c = 0; c < customers; c++) {
    const tastes = Array.from({ length: items }, () => (dice() < LIKED.share ? LIKED.often : LIKED.seldom));
    for (let nth = 0; nth < baskets; nth++) {
      const goods = new Set(tastes.flatMap((taste, i) => (dice() < taste ? [i] : [])));
      planted(goods);
      if (goods.size === 0) continue;
      orders.push({
        customer: `c${c}`,
        day: isoFromDay(START + nth * 7 + (c % 7)),
        net: 1,
        goods: [...goods].map((i) => `item ${i}`).join(' + '),
      });
    }
  }
  return orders;
}

/** How likely a customer is to buy an item each time: often where it is liked, which one of ten is, else now and then. */
const LIKED = { share: 0.1, often: 0.6, seldom: 0.02 };
