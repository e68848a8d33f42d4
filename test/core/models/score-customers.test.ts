import { describe, expect, it } from 'vitest';
import type { PredictionChoice } from '../../../src/terms/prediction';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { monthlyWeights } from '../../../src/core/models/scores/discounted-orders';
import { expectedSpend } from '../../../src/core/models/spend/gamma-gamma';
import type { LifetimeModelId } from '../../../src/terms/prediction';
import { scoreTriples } from '../../../src/core/models/scores/score-customers';
import { modelsOf } from '../../../src/core/models/shop-models';
import { cdnowOrders, CDNOW_CALIBRATION } from './cdnow-orders';
import { hasShared, sharedTable } from './shared-table';

const LIFETIMES = 'cdnow-sample/reference_lifetimes_per_customer.csv';
const BTYD = 'cdnow-sample/reference_BTYD_per_customer.csv';
const ONLINE = 'online-retail/reference_lifetimes_per_customer.csv';
const HAS_CDNOW = hasShared(LIFETIMES) && hasShared('cdnow-sample/CDNOW_sample.txt');

/** 39 weeks ahead, 1 % a month. */
const choice = (model: LifetimeModelId, horizonDays = 273): PredictionChoice => ({
  model,
  horizonDays,
  margin: null,
  discountPerYear: 1.01 ** 12 - 1,
});
const sum = (column: Float64Array): number => column.reduce((total, one) => total + one, 0);
/** The largest relative difference of two columns. */
const apart = (ours: Float64Array, theirs: Float64Array, unit = 1): number =>
  ours.reduce((most, one, i) => Math.max(most, Math.abs(one / unit / theirs[i]! - 1)), 0);

describe.runIf(HAS_CDNOW)('scores of the 2 357 customers of the CDNOW sample', () => {
  const models = modelsOf(cdnowOrders(), CDNOW_CALIBRATION);

  it.each([
    ['mbg-nbd', 'mbg_e39'],
    ['bg-nbd', 'bgnbd_e39'],
    ['pareto-nbd', 'pnbd_e39'],
  ] as const)('%s: orders of 39 weeks add up to those of the reference', (model, column) => {
    const { ordersAhead } = models.scores(choice(model))!;
    expect(Math.abs(sum(ordersAhead) / sum(sharedTable(LIFETIMES)[column]!) - 1)).toBeLessThan(2e-5);
  });

  it.runIf(hasShared(BTYD))('BG/NBD and spend are those of the reference for each customer; the fits differ in the fifth digit', () => {
    const scores = models.scores(choice('bg-nbd'))!;
    const reference = sharedTable(BTYD);
    expect(apart(scores.alive, reference['bgnbd_palive']!)).toBeLessThan(1e-4);
    expect(apart(scores.ordersAhead, reference['bgnbd_e39']!)).toBeLessThan(1e-4);
    expect(apart(scores.spend, reference['gg_expected']!, 100)).toBeLessThan(1e-4);
  });

  it('the value of a year at 1 % a month is that of the reference read in weeks, which rounds their times to 0.01', () => {
    const { value } = models.scores(choice('bg-nbd', 365))!;
    const reference = sharedTable(LIFETIMES)['clv12m_d001_freqW']!;
    expect(Math.abs(sum(value) / 100 / sum(reference) - 1)).toBeLessThan(1e-3);
    expect(apart(value, reference, 100)).toBeLessThan(0.014);
  });

  it('weeks are not read as days: the value is not the four times larger one that is printed where they are', () => {
    const { value } = models.scores(choice('bg-nbd', 365))!;
    const trap = sharedTable(LIFETIMES)['clv12m_d001_freqD']!;
    expect(sum(trap) / (sum(value) / 100)).toBeGreaterThan(3);
  });

  it('margin multiplies, and a year at no discount is orders times spend', () => {
    const plain = models.scores({ ...choice('mbg-nbd', 365), discountPerYear: 0 })!;
    const third = models.scores({ ...choice('mbg-nbd', 365), discountPerYear: 0, margin: 0.3 })!;
    for (let i = 0; i < plain.count; i += 37) {
      expect(plain.value[i]).toBeCloseTo(plain.orders365[i]! * plain.spend[i]!, 6);
      expect(third.value[i]).toBeCloseTo(0.3 * plain.value[i]!, 6);
    }
  });

  it.each(['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const)('%s: months read off a curve are months worked out one by one', (model) => {
    const { theta } = models.fit(model);
    for (const horizonDays of [200, 365, 730]) {
      const told = scoreTriples(lifetimeModel(model), theta, models.triples, { horizonDays, discountPerYear: 0.1 });
      const { times, weights } = monthlyWeights(horizonDays, 0.1);
      const { expected } = lifetimeModel(model).scores(theta, models.triples, times);
      const oneByOne = told.discounted.map((_, i) => times.reduce((total, _t, k) => total + weights[k]! * expected[k]![i]!, 0));
      expect(apart(told.discounted, oneByOne)).toBeLessThan(1e-5);
    }
  });
});

describe.runIf(hasShared(ONLINE))('the 4 339 customers of Online Retail', () => {
  it('are worth what the library says when its months of 30 days are taken and its printed parameters', () => {
    const { frequency, recency, T, monetary_value: mean, clv12 } = sharedTable(ONLINE);
    // Parameters to three or four digits, as they are printed; no digit more is known of a, so sums are compared.
    const theta = Float64Array.of(0.83, 68.89, 0.00344, 6.75);
    const spend = Float64Array.of(2.1, 3.45, 485.57);
    const triples = { size: T!.length, x: frequency!, recency: recency!, age: T!, weight: T!.map(() => 1) };
    const months = Array.from({ length: 12 }, (_, k) => 30 * (k + 1));
    const { expected } = lifetimeModel('bg-nbd').scores(theta, triples, months);
    const value = clv12!.map((_, i) => {
      const orders = months.reduce((total, _m, k) => total + (expected[k]![i]! - (expected[k - 1]?.[i] ?? 0)) / 1.01 ** (k + 1), 0);
      return orders * expectedSpend(spend, frequency![i]!, mean![i]!);
    });
    expect(Math.abs(sum(value) / sum(clv12!) - 1)).toBeLessThan(0.01);
    expect(apart(value, clv12!)).toBeLessThan(0.02);
  });
});
