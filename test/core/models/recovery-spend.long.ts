import { expect, it } from 'vitest';
import { recoveredContracts, recoveredSpend } from './recovered';

it('of 200 shops whose spend is a Gamma-Gamma, the 95 % intervals hold the truth in 90 to 98 %', () => {
  const { statuses, covered } = recoveredSpend([6.25, 3.74, 1544], 2000, 1.2, 200);
  console.log('Gamma-Gamma: p, q − 1, γ covered', covered, statuses);
  expect(statuses).toEqual({ fitted: 200 });
  for (const share of covered) expect(Math.abs(share - 0.94)).toBeLessThanOrEqual(0.0400001);
});

it('of 200 cohorts under contract, the 95 % intervals hold the truth in 90 to 98 %', () => {
  const { statuses, covered } = recoveredContracts([0.668, 3.806], 2000, 8, 200);
  console.log('shifted-beta-geometric: α, β covered', covered, statuses);
  expect(statuses).toEqual({ fitted: 200 });
  for (const share of covered) expect(Math.abs(share - 0.94)).toBeLessThanOrEqual(0.0400001);
});
