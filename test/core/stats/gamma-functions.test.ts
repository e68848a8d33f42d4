import { describe, expect, it } from 'vitest';
import { digamma } from '../../../src/core/stats/digamma';
import { logBeta } from '../../../src/core/stats/log-beta';
import { logGamma } from '../../../src/core/stats/log-gamma';

/** x, ln Γ(x), ψ(x): mpmath 1.3.0 with 40 digits; 1.4616… is where Γ is least. */
const TABLE = [
  [1e-6, 13.8155099807494317, -1000000.57721402001],
  [0.003, 5.8074187347259782, -333.90562498540746],
  [0.24259, 1.31982905961925855, -4.35854384239717518],
  [0.5, 0.572364942924700087, -1.96351002602142348],
  [0.793, 0.158871330286365163, -0.981214309744387383],
  [1, 0, -0.577215664901532861],
  [1.4616321449683623, -0.121486290535849608, 0],
  [2, 0, 0.422784335098467139],
  [2.426, 0.234008116887316226, 0.666207914968796258],
  [7.5, 7.53436423675873296, 1.94675748424608679],
  [31.7, 77.0586477013628036, 3.44046089065298351],
  [100, 359.134205369575399, 4.6001618527380874],
  [15284.25, 131969.152979534316, 9.63454545163677274],
  [1e6, 12815504.5691476117, 13.8155100579641908],
  [123456789.5, 2176716248.53897087, 18.631401766168018],
] as const;

const near = (value: number, other: number): void =>
  expect(Math.abs(value - other), `${value} for ${other}`).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(other)));

describe('the gamma functions', () => {
  it.each(TABLE)('are right to the last bits at %d', (x, lnGamma, psi) => {
    near(logGamma(x), lnGamma);
    near(digamma(x), psi);
  });

  it('have Γ(x + 1) = x Γ(x) and ψ(x + 1) = ψ(x) + 1/x', () => {
    for (let x = 0.5; x < 50; x *= 1.3) {
      near(logGamma(x + 1), logGamma(x) + Math.log(x));
      near(digamma(x + 1), digamma(x) + 1 / x);
    }
  });

  it('make a beta function of which B(1, n) is 1/n', () => {
    for (const n of [0.01, 1, 2.5, 40]) near(logBeta(1, n), -Math.log(n));
  });
});
