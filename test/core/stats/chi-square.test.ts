import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { chiSquareTail } from '../../../src/core/stats/chi-square';

describe('the tail of χ²', () => {
  // mpmath 1.3, gammainc(df/2, x/2, regularized) with 40 digits.
  it.each([
    [0.254237288, 1, 0.6141071501498414],
    [3.84145882069412, 1, 0.05000000000000018],
    [6.0628879, 1, 0.01380517520059509],
    [122.249126, 1, 2.035982784109701e-28],
    [600, 1, 1.674167984691788e-132],
    [0.001, 1, 0.9747728793699604],
    [5.99146454710798, 2, 0.05000000000000005],
    [1400, 2, 9.859676543759771e-305],
    [0.5, 3, 0.9188914116546759],
    [7.81472790325118, 3, 0.05],
    [30, 3, 1.380057031293255e-6],
    [2.5, 5, 0.7764950711233227],
    [322.599078, 5, 1.381485015142386e-67],
    [1.2, 7, 0.9909268978050813],
    [40, 10, 1.694474393006738e-5],
    [12, 12, 0.4456796413646112],
    [80, 100, 0.929664933340605],
    [250, 100, 7.766936403539177e-15],
  ])('beyond %f with %i degrees of freedom is %f', (x, df, expected) => {
    expect(Math.abs(chiSquareTail(x, df) / expected - 1)).toBeLessThan(2e-13);
  });

  it('is 1 at nothing, 0 where no number is small enough, and never rises', () => {
    expect([chiSquareTail(0, 3), chiSquareTail(2352.8725, 2)]).toEqual([1, 0]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 900, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), fc.nat(30), (x, more, k) => {
        const [near, far] = [chiSquareTail(x, k + 1), chiSquareTail(x + more, k + 1)];
        expect(near).toBeLessThanOrEqual(1);
        expect(far).toBeGreaterThanOrEqual(0);
        expect(far).toBeLessThanOrEqual(near * (1 + 1e-12));
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('with two degrees of freedom is exp(−x/2)', () => {
    for (let x = 0.1; x < 60; x += 0.7) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
  });
});
