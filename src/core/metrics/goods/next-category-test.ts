import { nextTest, PROPOSED } from '../../basket/next-test';
import { difference } from '../customer-sets';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { horizon } from '../periods';
import { goodsChosen, type GoodsChoice } from './goods-choice';

interface Params {
  goods: GoodsChoice;
  /** Part of the days that is held back, the last one. */
  heldBackShare: number;
  leastTogether: number;
  /** Fewest customers to be tested on. */
  leastTested: number;
  mostItems: number;
}

/**
 * Whether what comes after what is worth knowing: of the customers who came back in the last part of the file, the share whose next order
 * held one of the three proposed for it from what was known before.
 *
 * The variant proposes to everybody the three that come next most often. `note` says whether the difference can be chance: the customers
 * whom only one of the two foretold, 1.96 standard errors of paired shares. Absent `not-tested` with fewer than `leastTested` customers, or
 * where no file says what was bought; `too-few` where no more items than the three were met often enough before the cut, so that foretelling
 * cannot fail. Cost: see `nextTest`.
 */
export const nextCategoryTest = defineMetric<Params, ScalarMetric<Params>>({
  id: 'next-category-test',
  family: 'repeat',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['next-foretold', 'next-tested'],
  formula: '|{c : next(c) ∩ top₃(last(c)) ≠ ∅}| / |{c : an order after the cut, one before it}|; top₃ from the days before the cut',
  source: {
    title: 'Note on the sampling error of the difference between correlated proportions or percentages',
    author: 'Q. McNemar, Psychometrika 12 (2), 153–157',
    year: 1947,
    where: 'https://doi.org/10.1007/BF02295996',
  },
  defaults: { goods: 'category-or-product', heldBackShare: 0.25, leastTogether: 5, leastTested: 30, mostItems: 1000 },
  sql: { none: 'the tables have one row per order, and no lines: what an order holds besides its main product is not in them' },
  compute({ orders, facts }, view, { goods: choice, leastTested, ...params }) {
    const goods = goodsChosen(facts, choice);
    if (!goods) return absent('not-tested');
    const { tested, items, hit, plainHit } = nextTest(orders, goods, { from: view.from, to: horizon(view) }, params);
    if (items <= PROPOSED) return absent('too-few');
    if (tested.length < Math.max(1, leastTested)) return absent('not-tested');
    const whole = counted('next-tested', tested);
    const plain = counted('next-foretold-plain', plainHit);
    return {
      ...shareFigure(counted('next-foretold', hit), whole, [plain]),
      variants: { 'plain-top-three': shareFigure(plain, whole) },
      note: noteOf(difference(hit, plainHit).length, difference(plainHit, hit).length, tested.length),
    };
  },
  vectors: [
    {
      // 48 days, 12 held back: from 6 February on. Before it pots, ware and books come next twice each, a mug once, always after tea.
      name: 'after tea a mug was foretold, which is not among the three that come next most often',
      orders: [
        ...['pots', 'ware', 'books'].flatMap((next) =>
          ['1', '2'].flatMap((nth) => [
            { customer: `${next}${nth}`, day: '2024-01-01', net: 100, category: 'gifts' },
            { customer: `${next}${nth}`, day: '2024-01-09', net: 100, category: next },
          ]),
        ),
        { customer: 'a', day: '2024-01-02', net: 100, category: 'tea' },
        { customer: 'a', day: '2024-01-10', net: 100, category: 'mugs' },
        { customer: 'b', day: '2024-01-20', net: 100, category: 'tea' },
        { customer: 'b', day: '2024-02-10', net: 100, category: 'mugs' },
        { customer: 'c', day: '2024-01-20', net: 100, category: 'tea' },
        { customer: 'c', day: '2024-02-17', net: 100, category: 'tea' },
      ],
      view: {},
      params: { leastTogether: 1, leastTested: 1 },
      expected: 1 / 2,
    },
    {
      name: 'three items are all that there is to foretell: nothing is tested, because whatever comes is among them',
      orders: ['a', 'b', 'c'].flatMap((customer) => [
        { customer, day: '2024-01-01', net: 100, category: 'tea' },
        { customer, day: '2024-01-10', net: 100, category: 'pots' },
        { customer, day: '2024-01-20', net: 100, category: 'mugs' },
        { customer, day: '2024-02-17', net: 100, category: 'tea' },
      ]),
      view: {},
      params: { leastTogether: 1, leastTested: 1 },
      expected: null,
    },
    {
      name: 'nothing is said of fewer than thirty customers',
      orders: [
        { customer: 'a', day: '2024-01-02', net: 100, category: 'tea' },
        { customer: 'a', day: '2024-01-20', net: 100, category: 'mugs' },
      ],
      view: {},
      expected: null,
    },
  ],
});

/** What customers whom only the table foretold, and only the plain three, say of which is better. */
function noteOf(table: number, plain: number, tested: number): string {
  const lead = table - plain;
  const reach = 1.959963984540054 * Math.sqrt(Math.max(0, table + plain - (lead * lead) / tested));
  if (Math.abs(lead) <= reach) return 'next-as-good';
  return lead > 0 ? 'next-better' : 'next-worse';
}
