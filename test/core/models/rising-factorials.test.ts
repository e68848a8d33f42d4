import { describe, expect, it } from 'vitest';
import { risingBetas, risingFactorial } from '../../../src/core/models/lifetime/rising-factorials';
import { logBeta } from '../../../src/core/stats/log-beta';
import { logGamma } from '../../../src/core/stats/log-gamma';

const near = (value: number, other: number, tolerance: number): void =>
  expect(Math.abs(value - other), `${value} and ${other}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(other)));

describe('rising factorials', () => {
  it('are ratios of gamma and beta functions, in small steps and in great ones, backwards too', () => {
    for (const [a, b] of [
      [0.24, 2.4],
      [0.003, 6.7],
      [12, 0.05],
    ] as const) {
      const [buying, staying] = [risingFactorial(a, 4), risingBetas(a, b)];
      for (const n of [0, 1, 2, 7, 100, 5000, 5001, 1_000_000, 3]) {
        near(buying(n).value, logGamma(a + n) - logGamma(a) - n * Math.log(4), 1e-12);
        near(staying(n).value, logBeta(a, b + n) - logBeta(a, b), 1e-8);
      }
    }
  });

  it('have the slopes that small differences have', () => {
    const h = 1e-5;
    for (const n of [1, 5, 90, 400]) {
      near(risingFactorial(0.7, 3)(n).slope, (risingFactorial(0.7 + h, 3)(n).value - risingFactorial(0.7 - h, 3)(n).value) / (2 * h), 1e-7);
      const { byA, byB } = risingBetas(0.8, 2.4)(n);
      near(byA, (risingBetas(0.8 + h, 2.4)(n).value - risingBetas(0.8 - h, 2.4)(n).value) / (2 * h), 1e-7);
      near(byB, (risingBetas(0.8, 2.4 + h)(n).value - risingBetas(0.8, 2.4 - h)(n).value) / (2 * h), 1e-7);
    }
  });

  it('keep their digits where a difference of two gamma functions has lost them', () => {
    // (1 + 1/10¹²)(1 + 2/10¹²) = 1 + 3/10¹², and the share that stays is 1 − 2 · 10⁻⁶ of two chances of one in a million.
    expect(risingFactorial(1e12, 1e12)(3).value).toBeCloseTo(3e-12, 15);
    expect(risingBetas(1, 999_999)(2).value).toBeCloseTo(Math.log1p(-1e-6) + Math.log1p(-1 / 1_000_001), 20);
  });
});
