import { describe, expect, it } from 'vitest';
import { DEFAULT_PREDICTION } from '../../../src/terms/prediction';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { eachPrediction } from '../../../src/core/models/scores/customer-prediction';
import { customerScores, scoreTriples } from '../../../src/core/models/scores/score-customers';
import { modelsOf } from '../../../src/core/models/shop-models';
import { cpuTime } from '../../cpu-time';
import { simulatedShop } from './simulate';

/** Least processor time of three runs, ms: the first one also compiles. */
function least(run: () => unknown): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const begin = cpuTime();
      run();
      return cpuTime() - begin;
    }),
  );
}

describe('120 000 customers of two years', () => {
  const shop = simulatedShop({ model: 'mbg-nbd', theta: [0.55, 40, 0.9, 1.8], customers: 120_000, days: 730, arrivals: 700, seed: 5 });
  const models = modelsOf(shop, shop.lastDay);

  it.each(['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const)('%s: P(alive), three expectations and value take at most 150 ms', (model) => {
    const { theta } = models.fit(model);
    const { history, triples, of, worthShare: share, expectedSpend: spend } = models;
    const score = (discountPerYear: number) => () => {
      const told = scoreTriples(lifetimeModel(model), theta, triples, { ...DEFAULT_PREDICTION, discountPerYear });
      return customerScores(history, of, told, spend && { spend, share }, null);
    };
    const [plain, discounted] = [least(score(0)), least(score(0.1))];
    console.info(`${model}: ${plain.toFixed(0)} ms without a discount, ${discounted.toFixed(0)} ms with one`);
    expect(discounted).toBeLessThan(150);
  });

  it.each([
    ['mbg-nbd', 10_000],
    ['bg-nbd', 10_000],
    ['pareto-nbd', 20_000],
  ] as const)('%s: the ranges of all of them, for a file, take at most %s ms', (model, most) => {
    const choice = { ...DEFAULT_PREDICTION, model };
    expect(models.verdict(choice).basis).toBe('model');
    models.scores(choice);
    const begin = cpuTime();
    let told = 0;
    for (const { alive, value } of eachPrediction(models, models.history.id, choice)!) if (alive!.low <= alive!.high && value) told++;
    const took = cpuTime() - begin;
    console.info(`${model}: ${took.toFixed(0)} ms for the ranges of ${told} customers`);
    expect(told).toBe(models.customers);
    expect(took).toBeLessThan(most);
  });
});
