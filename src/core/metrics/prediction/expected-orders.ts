import { dayFromYmd } from '../../../terms/day';
import { DEFAULT_PREDICTION, type LifetimeModelId } from '../../../terms/prediction';
import type { OrderLiteral } from '../../columns/order-literals';
import { modelsOf } from '../../models/shop-models';
import { soundChoice } from '../../models/scores/sound-choice';
import { defineMetric, type ScalarMetric } from '../define';
import { measured } from '../figure';
import { expectedFigure } from './expected-figure';

interface Params {
  model: LifetimeModelId;
  /** Days ahead, from the day after the as-of day on. */
  horizonDays: number;
}

/** Until 10 February four have just ordered and two are silent for 40 days; within the 30 days after it two of the four order again. */
const SIX: OrderLiteral[] = [
  ...['a', 'b', 'c', 'd'].map((customer) => ({ customer, day: '2024-02-01', net: 100 })),
  ...['e', 'f'].map((customer) => ({ customer, day: '2024-01-01', net: 100 })),
  ...['a', 'b'].map((customer) => ({ customer, day: '2024-02-20', net: 100 })),
];

/**
 * On how many days the customers known today are likely to order within the days ahead, all together: the sum of their expectations.
 *
 * Customers who are new by then are not in it. With fewer than 100 customers who came back it rests on rates (`empiricalRates`) and says so.
 * Absent as `expectedFigure` says, `file-too-short` where rates cannot be followed for so many days. The view's beginning and end play no
 * part. Cost: a fit and a back-test once per table.
 */
export const expectedOrders = defineMetric<Params, ScalarMetric<Params>>({
  id: 'expected-orders',
  family: 'prediction',
  unit: 'number',
  shape: 'scalar',
  formula:
    'Σᵢ E[Y(h) | xᵢ, tᵢ, Tᵢ], i = 1 … n; h = horizonDays; interval: ± 1.96 √(Var by drawn parameters + φ_h Σᵢ E[Yᵢ(h)]), φ_h = max(1, 1 + (φ − 1) h / days held back), φ = Σ (guess − actual)² / Σ guess in the back-test',
  source: {
    title: '"Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model',
    author: 'P. S. Fader, B. G. S. Hardie, K. L. Lee',
    year: 2005,
    where: 'Marketing Science 24 (2), 275–284, equation 10',
  },
  defaults: { model: DEFAULT_PREDICTION.model, horizonDays: 90 },
  sql: { none: 'a model of customers is fitted to their orders first, which no query can do' },
  compute({ orders }, view, params) {
    const choice = soundChoice({ ...params, discountPerYear: 0 });
    return expectedFigure(modelsOf(orders, view.asOf), choice, 'ordersAhead', [measured('horizon-days', choice.horizonDays, 'days')]);
  },
  vectors: [
    {
      // Two of four and none of two, weighed 4/14 and 2/12: their mean is 6/19. Silent for 31 to 90 days: (0 + 10·6/19) / 12 = 5/19. On
      // 11 March a and b came back and are silent for 20 days, as nobody was then: 6/19 each; the four others for 39 and 70 days: 5/19 each.
      name: 'rates of six customers, drawn towards the mean of their groups, add up to 32/19',
      orders: SIX,
      view: { asOf: dayFromYmd(2024, 3, 11) },
      params: { horizonDays: 30 },
      expected: 32 / 19,
    },
    {
      name: 'they cannot be followed for longer than the file is',
      orders: SIX,
      view: { asOf: dayFromYmd(2024, 3, 11) },
      params: { horizonDays: 90 },
      expected: null,
    },
    {
      name: 'where nobody ever came back nothing can be said',
      orders: SIX.slice(0, 6),
      view: { asOf: dayFromYmd(2024, 3, 11) },
      params: { horizonDays: 30 },
      expected: null,
    },
  ],
});
