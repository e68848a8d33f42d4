import { describe, expect, it } from 'vitest';
import { DEFAULT_PREDICTION, type PredictionChoice } from '../../../src/terms/prediction';
import { spreadOfOrders } from '../../../src/core/models/scores/chance-of-sums';
import { customerPredictions } from '../../../src/core/models/scores/customer-prediction';
import { drawnScores } from '../../../src/core/models/scores/drawn-scores';
import { expectedSum } from '../../../src/core/models/scores/expected-sum';
import { middleOfDraws, rangeAround } from '../../../src/core/models/scores/middle-of-draws';
import { modelsOf } from '../../../src/core/models/shop-models';
import { quantile } from '../../../src/core/stats/quantile';
import { warm } from './simulate';
import { cameAbout, simulatedSales, type SimulatedOutcome } from './simulated-outcome';

const AS_OF = 730;
/** Customers buy often enough for everybody who is still there to show it within the years watched afterwards. */
const shopOf = (seed: number, more: Partial<SimulatedOutcome> = {}) =>
  simulatedSales({
    ...{ model: 'mbg-nbd', theta: [2, 40, 1, 3], spend: [6, 4, 15_000], customers: 500, days: AS_OF + 2000, arrivals: 700, seed },
    ...more,
  });
const choice: PredictionChoice = { ...DEFAULT_PREDICTION, horizonDays: 90, discountPerYear: 0 };

describe('the interval of a sum', () => {
  it('by hand: what was held back varied four times as much as chance, so over twice the days it is seven times', () => {
    // Squares 1, 1, 9, 1 over guesses that add up to 3.
    const test = { expected: Float64Array.of(1, 1, 1, 0), actual: Uint32Array.of(0, 2, 4, 1), split: { holdOutDays: 30 } as never };
    expect(spreadOfOrders(test, 30)).toBeCloseTo(4, 12);
    expect(spreadOfOrders(test, 60)).toBeCloseTo(7, 12);
    const steady = { ...test, actual: Uint32Array.of(1, 1, 1, 0) };
    expect(spreadOfOrders(steady, 60)).toBe(1);
  });

  it('holds what came about in at least 85 of 100 sums, and that of the expectation misses a fifth of them or more', () => {
    const held = { outcome: 0, expectation: 0 };
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
    for (const seed of seeds) {
      const shop = shopOf(seed);
      const came = cameAbout(shop, AS_OF, choice.horizonDays);
      for (const summed of ['ordersAhead', 'value', 'alive'] as const) {
        const sum = expectedSum(modelsOf(shop, AS_OF), choice, summed)!;
        for (const of of ['outcome', 'expectation'] as const) if (sum[of]!.low <= came[summed] && came[summed] <= sum[of]!.high) held[of]++;
      }
    }
    expect(held.outcome / (3 * seeds.length)).toBeGreaterThanOrEqual(0.85);
    expect(held.expectation / (3 * seeds.length)).toBeLessThanOrEqual(0.8);
  });

  it('holds that of the expectation, is not below 0 and says of no more customers than there are that they are there', () => {
    const models = modelsOf(shopOf(3), AS_OF);
    for (const summed of ['ordersAhead', 'value', 'alive'] as const) {
      const { expectation, outcome } = expectedSum(models, choice, summed)!;
      expect(outcome!.high - outcome!.low).toBeGreaterThan(expectation!.high - expectation!.low);
      expect(outcome!.low).toBeGreaterThanOrEqual(0);
    }
    expect(expectedSum(models, choice, 'alive')!.outcome!.high).toBeLessThanOrEqual(models.customers);
  });
});

describe('order-days that bring nothing', () => {
  it('are not paid for: with fifteen in a hundred the value expected is what came within a tenth, and is too much without their share', () => {
    let [said, came, share] = [0, 0, 0];
    for (const seed of [1, 2, 3, 4]) {
      const shop = shopOf(seed, { free: 0.15, customers: 1500 });
      const models = modelsOf(shop, AS_OF);
      said += expectedSum(models, { ...choice, horizonDays: 365 }, 'value')!.value / 4;
      came += cameAbout(shop, AS_OF, 365).value / 4;
      share += models.worthShare / 4;
    }
    expect(share).toBeCloseTo(0.85, 1);
    expect(Math.abs(said / came - 1)).toBeLessThan(0.1);
    expect(said / share / came).toBeGreaterThan(1.1);
  });
});

describe('a shop whose later order-days bring nothing at all', () => {
  it('is told orders by the model and no value, with the reason', () => {
    const models = modelsOf(shopOf(1, { free: 1, customers: 1500 }), AS_OF);
    expect(models.verdict(choice)).toMatchObject({ basis: 'model', noValue: 'too-few' });
    expect(expectedSum(models, choice, 'ordersAhead')!.value).toBeGreaterThan(0);
    expect(expectedSum(models, choice, 'value')).toBeNull();
    expect(customerPredictions(models, Uint32Array.of(0), choice)![0]).toMatchObject({ spend: null, value: null });
    expect(modelsOf(shopOf(1), AS_OF).verdict(choice)).not.toHaveProperty('noValue');
  });
});

describe('the intervals of all customers at once', () => {
  const models = modelsOf(shopOf(5), AS_OF);
  const all = models.history.id.map((_, row) => row);

  it('are those of a page of them, to the last bit', () => {
    const told = customerPredictions(models, all, choice)!;
    expect(customerPredictions(models, Uint32Array.of(400, 7, 7), choice)).toEqual([told[400], told[7], told[7]]);
  });

  it('are the middle of what two hundred draws say of each, of value up to what discounting moves', () => {
    const yearly = { ...choice, discountPerYear: 0.1, margin: 0.3 };
    const some = Uint32Array.of(0, 33, 250, 499);
    const scores = models.scores(yearly)!;
    const { told, at, spend } = drawnScores(models, some, yearly);
    customerPredictions(models, some, yearly)!.forEach((one, k) => {
      const drawn = told.map(({ orders90 }) => orders90[at[k]!]!);
      expect(one.orders90).toEqual(rangeAround(scores.orders90[some[k]!]!, drawn));
      const worth = told.map(({ discounted }, j) => 0.3 * models.worthShare * discounted[at[k]!]! * spend![j]![k]!);
      const straight = rangeAround(scores.value[some[k]!]!, worth);
      expect(Math.abs(one.value!.low / straight.low - 1)).toBeLessThan(0.002);
      expect(Math.abs(one.value!.high / straight.high - 1)).toBeLessThan(0.002);
    });
  });
});

describe('the middle of draws', () => {
  it('is that of the two quantiles, whatever the numbers and however many, leaving out what is not finite', () => {
    const dice = warm(9);
    for (let n = 1; n < 260; n += 7) {
      const drawn = Float64Array.from({ length: n }, () => Math.round(dice() * 50) - 20);
      const middle = { low: quantile(drawn.slice(), 0.025), high: quantile(drawn.slice(), 0.975) };
      const told = middleOfDraws([...drawn, NaN, Infinity])!;
      expect(told.low).toBeCloseTo(middle.low, 12);
      expect(told.high).toBeCloseTo(middle.high, 12);
    }
    expect(middleOfDraws([NaN])).toBeNull();
  });
});
