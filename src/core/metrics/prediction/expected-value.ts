import { DEFAULT_PREDICTION, type PredictionChoice } from '../../../terms/prediction';
import { modelsOf } from '../../models/shop-models';
import { soundChoice } from '../../models/scores/sound-choice';
import { defineMetric, type ScalarMetric } from '../define';
import { measured } from '../figure';
import { askedWith, expectedFigure } from './expected-figure';

/**
 * What the customers known today are likely to bring within the days ahead, minor units: their customer lifetime value up to a horizon.
 *
 * For each customer margin × Σ by months of the order-days expected × the share of order-days after a first that are worth something × the
 * worth of such an order-day expected ÷ (1 + d)^(end of the month in
 * years); a month is 365/12 days, the last one ends with the horizon. Without a margin it is sales. What they have brought already is not in
 * it, nor are customers who are new by then. Absent as `expectedFigure` says: rates tell of no money. Cost: a fit and a back-test once per
 * table, and the expectations of each month.
 */
export const expectedValue = defineMetric<PredictionChoice, ScalarMetric<PredictionChoice>>({
  id: 'expected-value',
  family: 'prediction',
  unit: 'money',
  shape: 'scalar',
  formula:
    'Σᵢ vᵢ, vᵢ = m · w · E[Mᵢ] · Σₖ (E[Yᵢ(tₖ)] − E[Yᵢ(tₖ₋₁)]) (1 + d)^(−tₖ/365), tₖ = min(k · 365/12, h); m = margin (1: sales), w = share of repeat order-days worth > 0, d = discountPerYear, h = horizonDays; interval: ± 1.96 √(Var by drawn parameters + φ_h Σᵢ vᵢ² (1 + 1/p) / (w E[Yᵢ(h)]))',
  source: {
    title: 'RFM and CLV: Using Iso-Value Curves for Customer Base Analysis',
    author: 'P. S. Fader, B. G. S. Hardie, K. L. Lee',
    year: 2005,
    where: 'Journal of Marketing Research 42 (4), 415–430',
  },
  defaults: DEFAULT_PREDICTION,
  sql: { none: 'a model of customers is fitted to their orders first, which no query can do' },
  compute({ orders }, view, params) {
    const choice = soundChoice(params);
    const models = modelsOf(orders, view.asOf);
    const worthless = measured('worthless-order-days', models.spendHistory.worthless, 'order-days');
    return expectedFigure(models, choice, 'value', [...askedWith(choice), worthless]);
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
      params: { margin: 0.3 },
      expected: null,
    },
  ],
});
