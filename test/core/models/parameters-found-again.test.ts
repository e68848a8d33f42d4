import { describe, expect, it } from 'vitest';
import { recoveredContracts, recoveredLifetime, recoveredSpend } from './recovered';

/* Two hundred shops each are the long trials; of twelve, an interval of 95 % misses more than three once in 400 times. */
const SHOPS = 12;
const FEWEST = (SHOPS - 3) / SHOPS;

describe('parameters are found again in shops of which the model is true', () => {
  it('by the Pareto/NBD', () => {
    const shop = { model: 'pareto-nbd', theta: [0.8, 60, 0.7, 90], customers: 600, days: 730, arrivals: 500 } as const;
    const { statuses, covered } = recoveredLifetime(shop, SHOPS);
    expect(statuses).toEqual({ fitted: SHOPS });
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(FEWEST);
  });

  it('by the Gamma-Gamma', () => {
    const { statuses, covered } = recoveredSpend([6.25, 3.74, 1544], 800, 1.2, SHOPS);
    expect(statuses).toEqual({ fitted: SHOPS });
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(FEWEST);
  });

  it('by the shifted-beta-geometric', () => {
    const { statuses, covered } = recoveredContracts([0.668, 3.806], 1000, 8, SHOPS);
    expect(statuses).toEqual({ fitted: SHOPS });
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(FEWEST);
  });
});
