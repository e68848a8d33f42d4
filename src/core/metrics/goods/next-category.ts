import type { View } from '../../../terms/view';
import { basketsOf } from '../../basket/baskets';
import { countNext } from '../../basket/pair-counts';
import { rankedBaskets, takenItems } from '../../basket/ranked-baskets';
import { strongestPairs } from '../../basket/strongest-pairs';
import { wilson } from '../../stats/wilson';
import { defineMetric, type TableMetric } from '../define';
import { counted, measured } from '../figure';
import { horizon } from '../periods';
import { goodsChosen, type GoodsChoice } from './goods-choice';
import { evidenceAt, pairColumns, pairFigure, pairRows, repeatsOf } from './pair-table';

interface Params {
  /** What is bought: categories where the file has them, else products; or one of them. */
  goods: GoodsChoice;
  /** Fewest times that the second item came on the day after the first; fewer are hidden. */
  leastTogether: number;
  /** Pairs in the table, the strongest. */
  mostPairs: number;
  /** Items that pairs are counted of, the most frequent. */
  mostItems: number;
}

/**
 * What comes after what: of the days with an order that hold the first item and were followed by another of the same customer, the share
 * whose next day holds the second; beside the share of all next days that do, so that what everybody buys is no news.
 *
 * Orders of one customer and day are one. Who has not come back yet is not counted. The same item again has no row. Sorted and flagged as
 * `basket-affinity`. No rows where no file says what was bought. Cost: one pass over the lines and the product of the items of each two days,
 * 4 MB for 1,000 items.
 */
export const nextCategory = defineMetric<Params, TableMetric<Params>>({
  id: 'next-category',
  family: 'repeat',
  unit: 'ratio',
  shape: 'table',
  fraction: ['next-with-both', 'next-with-first'],
  formula: 'P(B next | A) = |{t : A on day t, B on day t + 1}| / |{t : A on day t, a day t + 1}|, lift = P(B next | A) / P(B next)',
  source: {
    title: 'Mining Sequential Patterns',
    author: 'R. Agrawal, R. Srikant, Proceedings of the Eleventh International Conference on Data Engineering, 3–14',
    year: 1995,
    where: 'https://doi.org/10.1109/ICDE.1995.380415',
  },
  defaults: { goods: 'category-or-product', leastTogether: 5, mostPairs: 40, mostItems: 1000 },
  sql: { none: 'the tables have one row per order, and no lines: what an order holds besides its main product is not in them' },
  compute(tables, view, params) {
    const columns = pairColumns('order-days');
    const goods = goodsChosen(tables.facts, params.goods);
    if (!goods) return { columns, rows: [] };
    const baskets = basketsOf(tables.orders, goods, span(view), 'order-day');
    const taken = takenItems(baskets, goods, params.leastTogether, params.mostItems);
    const { codes } = taken;
    const textOf = (rank: number): string => goods.texts[codes[rank]!]!;
    const tests = codes.length * (codes.length - 1);
    const repeats = repeatsOf(baskets, codes, goods.texts.length, 'next');
    const choice = { least: params.leastTogether, most: params.mostPairs, tests, self: false, textOf, repeats };
    const pairs = strongestPairs(countNext(rankedBaskets(baskets, goods, taken), baskets), choice);
    return { columns, rows: pairRows(pairs, codes, goods, baskets, 'next') };
  },
  cell({ orders, facts }, view, params, at) {
    const within = { where: 'next', least: params.leastTogether } as const;
    const found = evidenceAt(goodsChosen(facts, params.goods), (goods) => basketsOf(orders, goods, span(view), 'order-day'), at, within);
    if ('why' in found) return found;
    const { firsts, both, seconds, whole, who } = found.evidence;
    return pairFigure(at.column, found.evidence, found.interval, [
      measured('next-with-first', firsts, 'order-days'),
      measured('next-with-both', both, 'order-days'),
      measured('next-with-second', seconds, 'order-days'),
      measured('next-known', whole, 'order-days'),
      counted('next-bought-both', who.both),
      counted('next-bought-first', who.firsts),
    ]);
  },
  vectors: [
    {
      // Followed days: a tea, b tea, c pots, d books. Next: pots, pots, tea, tea. After tea 2 of 2 pots, of all 2 of 4.
      name: 'after tea both bought a pot, which half of all did: lift 2',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, category: 'tea' },
        { customer: 'a', day: '2024-01-08', net: 100, category: 'pots' },
        { customer: 'b', day: '2024-01-02', net: 100, category: 'tea' },
        { customer: 'b', day: '2024-01-09', net: 100, category: 'pots' },
        { customer: 'c', day: '2024-01-03', net: 100, category: 'pots' },
        { customer: 'c', day: '2024-01-07', net: 100, category: 'tea' },
        { customer: 'd', day: '2024-01-04', net: 100, category: 'books' },
        { customer: 'd', day: '2024-01-05', net: 100, category: 'tea' },
        { customer: 'e', day: '2024-01-04', net: 100, category: 'tea' },
      ],
      view: {},
      params: { leastTogether: 1 },
      expected: [
        ['["tea","pots"]', 'tea', 'pots', 2, 2, 2, 0.5, 1, wilson(2, 2).low, 1, 0.5, 2, 0.25, 0],
        ['["books","tea"]', 'books', 'tea', 1, 2, 1, 0.25, 1, wilson(1, 1).low, 1, 0.5, 2, 0.125, 0],
        ['["pots","tea"]', 'pots', 'tea', 1, 2, 1, 0.25, 1, wilson(1, 1).low, 1, 0.5, 2, 0.125, 0],
      ],
    },
    {
      name: 'two orders of one day are one, and who did not come back says nothing',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, category: 'tea' },
        { customer: 'a', day: '2024-01-01', net: 100, category: 'pots' },
        { customer: 'b', day: '2024-01-02', net: 100, category: 'tea' },
      ],
      view: {},
      params: { leastTogether: 1 },
      expected: [],
    },
  ],
});

function span(view: View): { from: number; to: number } {
  return { from: view.from, to: horizon(view) };
}
