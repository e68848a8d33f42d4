import { fitLifetime } from '../../../src/core/models/lifetime/fit-lifetime';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import type { LifetimeModelId } from '../../../src/terms/prediction';
import { simulatedTriples, type Simulated } from './simulate';

/** Parameters as those of the CDNOW sample, in days. */
const TRUE: Record<LifetimeModelId, readonly number[]> = {
  'mbg-nbd': [0.525, 43.3, 0.891, 1.614],
  'bg-nbd': [0.243, 30.9, 0.793, 2.426],
  'pareto-nbd': [0.553, 74.1, 0.606, 81.6],
};

/** A shop of 4 000 customers known for nine months to a year, who behave as the model says. */
export function recoverable(model: LifetimeModelId, seed: number): Simulated {
  return { model, theta: TRUE[model], customers: 4000, days: 365, arrivals: 90, seed };
}

/** In which share of simulated shops the 95 % interval of each parameter (normal in its logarithm) holds the true one. */
export function coverage(model: LifetimeModelId, shops: number): { fitted: number; shares: number[] } {
  const hits = TRUE[model].map(() => 0);
  let fitted = 0;
  for (let seed = 1; seed <= shops; seed++) {
    const { theta, covariance } = fitLifetime(lifetimeModel(model), simulatedTriples(recoverable(model, seed)));
    if (!covariance) continue;
    fitted++;
    TRUE[model].forEach((value, i) => {
      if (Math.abs(Math.log(theta[i]! / value)) < 1.959964 * Math.sqrt(covariance[i * (hits.length + 1)]!)) hits[i]!++;
    });
  }
  return { fitted, shares: hits.map((hit) => hit / fitted) };
}
