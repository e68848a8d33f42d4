import type { Input } from '../../../terms/answer';
import { wilson } from '../../stats/wilson';
import type { View } from '../../../terms/view';
import { basketsOf } from '../../basket/baskets';
import { countTogether } from '../../basket/pair-counts';
import type { PairEvidence } from '../../basket/pair-evidence';
import { rankedBaskets, takenItems } from '../../basket/ranked-baskets';
import { fromTheRarer, strongestPairs } from '../../basket/strongest-pairs';
import { defineMetric, type TableMetric } from '../define';
import { counted, measured } from '../figure';
import { horizon } from '../periods';
import { goodsChosen, type GoodsChoice } from './goods-choice';
import { evidenceAt, pairColumns, pairFigure, pairRows, repeatsOf } from './pair-table';

interface Params {
  /** What is looked into: each order, or all that a customer bought in the view. */
  unit: 'order' | 'customer';
  /** What pairs are made of: categories where the file has them, else products; or one of them. */
  goods: GoodsChoice;
  /** Fewest orders or customers with both; fewer are hidden. */
  leastTogether: number;
  /** Pairs in the table, the strongest. */
  mostPairs: number;
  /** Items that pairs are counted of, the most frequent. */
  mostItems: number;
}

/**
 * What is bought together more often than by chance: of the orders with the first item, the share that hold the second as well, beside the
 * share of all orders that do.
 *
 * Each pair stands once, from the item that fewer orders hold. Sorted by how many orders more than by chance (leverage) hold both, those
 * that chance does not explain first. Orders of which no line says an item do not count; an item given back still was bought. No rows where
 * no file says what was bought or no two items were met often enough. Cost: one pass over the lines and half the square of each basket,
 * 16 MB for 2,000 items.
 */
export const basketAffinity = defineMetric<Params, TableMetric<Params>>({
  id: 'basket-affinity',
  family: 'value',
  unit: 'ratio',
  shape: 'table',
  fraction: ['baskets-with-both', 'baskets-with-first'],
  formula:
    'confidence = |A ∩ B| / |A|, support = |A ∩ B| / n, lift = confidence / (|B| / n), leverage = |A ∩ B| / n − |A| |B| / n²; A, B = orders with the item',
  source: {
    title: 'Association rules: support, confidence, lift, leverage',
    author: 'S. Raschka, mlxtend user guide',
    year: 2026,
    where: 'https://rasbt.github.io/mlxtend/user_guide/frequent_patterns/association_rules/ (undated, read in 2026)',
  },
  defaults: { unit: 'order', goods: 'category-or-product', leastTogether: 5, mostPairs: 40, mostItems: 2000 },
  sql: { none: 'the tables have one row per order, and no lines: what an order holds besides its main product is not in them' },
  compute(tables, view, params) {
    const columns = pairColumns(params.unit === 'order' ? 'orders' : 'customers');
    const goods = goodsChosen(tables.facts, params.goods);
    if (!goods) return { columns, rows: [] };
    const baskets = basketsOf(tables.orders, goods, span(view), params.unit);
    const taken = takenItems(baskets, goods, params.leastTogether, params.mostItems);
    const { codes } = taken;
    const textOf = (rank: number): string => goods.texts[codes[rank]!]!;
    const tests = (codes.length * (codes.length - 1)) / 2;
    const repeats = repeatsOf(baskets, codes, goods.texts.length, 'same');
    const choice = { least: params.leastTogether, most: params.mostPairs, tests, self: false, textOf, repeats };
    const pairs = strongestPairs(countTogether(rankedBaskets(baskets, goods, taken)), choice).map((pair) => fromTheRarer(pair, textOf));
    return { columns, rows: pairRows(pairs, codes, goods, baskets, 'same') };
  },
  cell({ orders, facts }, view, params, at) {
    const within = { where: 'same', least: params.leastTogether } as const;
    const found = evidenceAt(goodsChosen(facts, params.goods), (goods) => basketsOf(orders, goods, span(view), params.unit), at, within);
    if ('why' in found) return found;
    const inputs = params.unit === 'order' ? ofOrders(found.evidence) : ofCustomers(found.evidence);
    return pairFigure(at.column, found.evidence, found.interval, inputs);
  },
  vectors: [
    {
      // Of 5 orders: cup 2, tea 4, pot 4, strainer 1. Cup and tea: 2 of 2 against 4 of 5. Strainer and pot, strainer and tea: 1 of 1.
      name: 'both orders with a cup hold tea, which four of five do: lift 1 / 0.8',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, goods: 'tea + pot + cup' },
        { customer: 'b', day: '2024-01-02', net: 100, goods: 'tea + pot' },
        { customer: 'c', day: '2024-01-03', net: 100, goods: 'tea + cup' },
        { customer: 'd', day: '2024-01-04', net: 100, goods: 'pot' },
        { customer: 'e', day: '2024-01-05', net: 100, goods: 'strainer + tea + pot' },
      ],
      view: {},
      params: { leastTogether: 1 },
      expected: [
        ['["cup","tea"]', 'cup', 'tea', 2, 4, 2, 0.4, 1, wilson(2, 2).low, 1, 0.8, 1.25, 0.4 - 0.4 * 0.8, 0],
        ['["strainer","pot"]', 'strainer', 'pot', 1, 4, 1, 0.2, 1, wilson(1, 1).low, 1, 0.8, 1.25, 0.2 - 0.2 * 0.8, 0],
        ['["strainer","tea"]', 'strainer', 'tea', 1, 4, 1, 0.2, 1, wilson(1, 1).low, 1, 0.8, 1.25, 0.2 - 0.2 * 0.8, 0],
      ],
    },
    {
      name: 'fewer than five together are hidden, whatever their lift',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, goods: 'tea + pot' },
        { customer: 'b', day: '2024-01-02', net: 100, goods: 'tea + pot' },
        { customer: 'c', day: '2024-01-03', net: 100, goods: 'tea + pot' },
        { customer: 'd', day: '2024-01-04', net: 100, goods: 'tea + pot' },
        { customer: 'e', day: '2024-01-05', net: 100, goods: 'cup' },
      ],
      view: {},
      expected: [],
    },
    {
      name: 'by customer, tea and a pot bought on different days belong together',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100, category: 'tea' },
        { customer: 'a', day: '2024-01-08', net: 100, category: 'pots' },
        { customer: 'b', day: '2024-01-02', net: 100, category: 'pots' },
        { customer: 'b', day: '2024-01-09', net: 100, category: 'tea' },
        { customer: 'c', day: '2024-01-03', net: 100, category: 'books' },
        { customer: 'd', day: '2024-01-04', net: 100 },
      ],
      view: {},
      params: { unit: 'customer', leastTogether: 2 },
      expected: [['["pots","tea"]', 'pots', 'tea', 2, 2, 2, 2 / 3, 1, wilson(2, 2).low, 1, 2 / 3, 1.5, 2 / 3 - (2 / 3) * (2 / 3), 0]],
    },
  ],
});

function span(view: View): { from: number; to: number } {
  return { from: view.from, to: horizon(view) };
}

function ofOrders({ firsts, seconds, both, whole, who }: PairEvidence): Input[] {
  return [
    measured('baskets-with-first', firsts, 'orders'),
    measured('baskets-with-both', both, 'orders'),
    measured('baskets-with-second', seconds, 'orders'),
    measured('baskets-known', whole, 'orders'),
    counted('bought-together', who.both),
    counted('bought-first', who.firsts),
  ];
}

function ofCustomers({ who }: PairEvidence): Input[] {
  return [
    counted('bought-both', who.both),
    counted('bought-first', who.firsts),
    counted('bought-second', who.seconds),
    counted('bought-known', who.whole),
  ];
}
