import { DEFAULT_PREDICTION, type LifetimeModelId } from '../../../terms/prediction';
import { modelsOf } from '../../models/shop-models';
import { soundChoice } from '../../models/scores/sound-choice';
import { defineMetric, type ScalarMetric } from '../define';
import { expectedFigure } from './expected-figure';

interface Params {
  model: LifetimeModelId;
}

/**
 * How many of all who ever ordered are likely to be customers still: the sum of their P(alive), which is no whole number.
 *
 * Absent as `expectedFigure` says; with fewer than 100 customers who came back there is no model and so no P(alive): `too-few`. The view's
 * beginning and end play no part. Cost: a fit and a back-test once per table.
 */
export const expectedActiveCustomers = defineMetric<Params, ScalarMetric<Params>>({
  id: 'expected-active-customers',
  family: 'prediction',
  unit: 'number',
  shape: 'scalar',
  formula: 'Σᵢ P(alive | xᵢ, tᵢ, Tᵢ), i = 1 … n; interval: ± 1.96 √(Var by drawn parameters + Σᵢ Pᵢ (1 − Pᵢ))',
  source: {
    title: 'Counting Your Customers: Who Are They and What Will They Do Next?',
    author: 'D. C. Schmittlein, D. G. Morrison, R. Colombo',
    year: 1987,
    where: 'Management Science 33 (1), 1–24',
  },
  defaults: { model: DEFAULT_PREDICTION.model },
  sql: { none: 'a model of customers is fitted to their orders first, which no query can do' },
  compute({ orders }, view, { model }) {
    // Of the choice only the model matters; without a discount no month is looked at.
    const choice = soundChoice({ model, horizonDays: 365, discountPerYear: 0 });
    const figure = expectedFigure(modelsOf(orders, view.asOf), choice, 'alive');
    return figure.value === null ? figure : { ...figure, note: 'alive-is-not-soon' };
  },
  vectors: [
    {
      name: 'two customers, one of whom came back, are too few for a model',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-05', net: 100 },
        { customer: 'a', day: '2024-03-01', net: 100 },
      ],
      view: {},
      expected: null,
    },
    {
      name: 'where nobody ever came back nothing can be said',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 100 },
        { customer: 'b', day: '2024-01-05', net: 100 },
      ],
      view: {},
      expected: null,
    },
  ],
});
