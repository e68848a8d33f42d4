import { fitLifetime } from '../../../src/core/models/lifetime/fit-lifetime';
import { fitSpend } from '../../../src/core/models/spend/fit-spend';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { fitShiftedBetaGeometric } from '../../../src/core/models/shifted-beta-geometric';
import { simulatedTriples, type Simulated } from './simulate';
import { simulatedSpend, simulatedSurvivors } from './simulate-spend';

/** How often the 95 % intervals of the parameters, on the logarithms, hold the truth; by parameter. */
export interface Recovered {
  statuses: Record<string, number>;
  covered: number[];
}

interface Settled {
  status: string;
  /** In the coordinates of the covariance, which is of their logarithms. */
  theta: ArrayLike<number>;
  covariance: Float64Array | null;
}

/** Shops of which one model is true, fitted with it. */
export function recoveredLifetime(shop: Omit<Simulated, 'seed'>, shops: number): Recovered {
  const model = lifetimeModel(shop.model);
  return recovered(shop.theta, shops, (seed) => fitLifetime(model, simulatedTriples({ ...shop, seed })));
}

/** The same for spend; theta is p, q, γ, of which the interval is about p, q − 1, γ. */
export function recoveredSpend(theta: readonly [number, number, number], customers: number, repeats: number, shops: number): Recovered {
  const [p, q, gamma] = theta;
  return recovered([p, q - 1, gamma], shops, (seed) => {
    const fit = fitSpend(simulatedSpend({ theta, customers, repeats, seed }));
    return { ...fit, theta: [fit.theta[0]!, fit.theta[1]! - 1, fit.theta[2]!] };
  });
}

/** The same for cohorts under contract. */
export function recoveredContracts(theta: readonly [number, number], customers: number, periods: number, shops: number): Recovered {
  return recovered(theta, shops, (seed) => fitShiftedBetaGeometric(simulatedSurvivors(theta, customers, periods, seed)));
}

function recovered(truth: ArrayLike<number>, shops: number, fitOf: (seed: number) => Settled): Recovered {
  const n = truth.length;
  const covered = new Array<number>(n).fill(0);
  const statuses: Record<string, number> = {};
  for (let seed = 1; seed <= shops; seed++) {
    const { status, theta, covariance } = fitOf(seed);
    statuses[status] = (statuses[status] ?? 0) + 1;
    for (let i = 0; covariance && i < n; i++) {
      const doubt = 1.96 * Math.sqrt(covariance[i * (n + 1)]!);
      if (Math.abs(Math.log(theta[i]! / truth[i]!)) <= doubt) covered[i]!++;
    }
  }
  return { statuses, covered: covered.map((hits) => hits / shops) };
}
