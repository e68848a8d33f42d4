import { expect, it } from 'vitest';
import { recoveredLifetime } from './recovered';

it('of 200 shops that are a Pareto/NBD, the 95 % intervals hold the truth in 90 to 98 %', { timeout: 600_000 }, () => {
  const shop = { model: 'pareto-nbd', theta: [0.8, 60, 0.7, 90], customers: 1500, days: 730, arrivals: 500 } as const;
  const { statuses, covered } = recoveredLifetime(shop, 200);
  console.log('Pareto/NBD: r, α, s, β covered', covered, statuses);
  expect(statuses).toEqual({ fitted: 200 });
  for (const share of covered) expect(Math.abs(share - 0.94)).toBeLessThanOrEqual(0.0400001);
});
