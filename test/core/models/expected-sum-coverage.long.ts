import { describe, expect, it } from 'vitest';
import { DEFAULT_PREDICTION } from '../../../src/terms/prediction';
import { expectedSum } from '../../../src/core/models/scores/expected-sum';
import { modelsOf } from '../../../src/core/models/shop-models';
import { cameAbout, simulatedSales, type SimulatedOutcome } from './simulated-outcome';

const AS_OF = 730;
const SHOPS = 100;
const KINDS: Record<string, Pick<SimulatedOutcome, 'theta' | 'spend' | 'customers'>> = {
  usual: { theta: [0.55, 40, 0.9, 1.8], spend: [6, 4, 15_000], customers: 1500 },
  frequent: { theta: [2, 40, 1, 3], spend: [3, 3, 10_000], customers: 800 },
  uneven: { theta: [0.25, 8, 0.8, 2.4], spend: [6, 2.5, 15_000], customers: 3000 },
};

describe('a hundred shops of a kind, and what came about after the day of their prediction', () => {
  it.each(Object.keys(KINDS).flatMap((kind) => [30, 365].map((days) => [kind, days] as const)))(
    '%s, %s days: the interval holds between 88 and 100 of 100 sums of orders and of sales',
    (kind, horizonDays) => {
      const held = { ordersAhead: 0, value: 0 };
      let shops = 0;
      for (let seed = 1; seed <= SHOPS; seed++) {
        const shop = simulatedSales({ model: 'mbg-nbd', days: AS_OF + 366, arrivals: 700, seed, ...KINDS[kind]! });
        const models = modelsOf(shop, AS_OF);
        const choice = { ...DEFAULT_PREDICTION, horizonDays, discountPerYear: 0 };
        if (models.verdict(choice).basis !== 'model') continue;
        shops++;
        const came = cameAbout(shop, AS_OF, horizonDays);
        for (const summed of ['ordersAhead', 'value'] as const) {
          const { low, high } = expectedSum(models, choice, summed)!.outcome!;
          if (low <= came[summed] && came[summed] <= high) held[summed]++;
        }
      }
      console.info(`${kind}, ${horizonDays} days: ${shops} shops, orders ${held.ordersAhead}, sales ${held.value} held`);
      expect(shops).toBeGreaterThan(90);
      for (const count of Object.values(held)) expect(count / shops).toBeGreaterThanOrEqual(0.88);
    },
  );
});
