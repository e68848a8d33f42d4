import { describe, expect, it } from 'vitest';
import { discountFactor, fewWeights, monthEnds, monthlyWeights } from '../../../src/core/models/scores/discounted-orders';

/** Σ over months as the formula stands, one after another. */
function asWritten(expected: (days: number) => number, horizonDays: number, d: number): number {
  let [sum, before] = [0, 0];
  for (const end of monthEnds(horizonDays)) {
    sum += (expected(end) - before) / (1 + d) ** (end / 365);
    before = expected(end);
  }
  return sum;
}

const weighed = ({ times, weights }: ReturnType<typeof monthlyWeights>, expected: (days: number) => number): number =>
  times.reduce((sum, days, k) => sum + weights[k]! * expected(days), 0);

describe('discounted orders', () => {
  it('a year has twelve months of 365/12 days, and a part of a month ends with the horizon', () => {
    expect(monthEnds(365)).toHaveLength(12);
    expect(monthEnds(365)[0]).toBeCloseTo(30.41666, 4);
    expect(monthEnds(365).at(-1)).toBe(365);
    expect(monthEnds(1)).toEqual([1]);
    expect(monthEnds(40)).toEqual([365 / 12, 40]);
    expect(monthEnds(730)).toHaveLength(24);
  });

  it('an order at the end of a year at 10 % is worth 1/1.1, and twelve months at 1 % are a year at 12.68 %', () => {
    expect(discountFactor(365, 0.1)).toBeCloseTo(1 / 1.1, 12);
    expect(discountFactor(365 / 12, 1.01 ** 12 - 1)).toBeCloseTo(1 / 1.01, 12);
  });

  it('by hand: one order a month for two months at 21 % a year', () => {
    // 1.21^(1/12) = 1.016011868; 1/1.016011868 + 1/1.016011868² = 0.984240471 + 0.968729305.
    const ends = monthlyWeights(730 / 12, 0.21);
    expect(weighed(ends, (days) => days / (365 / 12))).toBeCloseTo(1.952969776, 8);
  });

  it('the weights of months are the formula taken by parts', () => {
    const expected = (days: number): number => 3 * (1 - (60 / (60 + days)) ** 0.7);
    for (const horizon of [1, 29, 31, 200, 365, 1000])
      for (const d of [0, 0.1, 1]) expect(weighed(monthlyWeights(horizon, d), expected)).toBeCloseTo(asWritten(expected, horizon, d), 12);
  });

  it('without a discount it is the expectation at the horizon, whatever the months', () => {
    expect(fewWeights(365, 0, [30, 90, 365], 40)).toEqual({ times: [365], weights: [1] });
  });

  it('six times say of a smooth expectation what twelve months say, to five digits, and to three of one that is over within weeks', () => {
    for (const age of [40, 200, 2000])
      for (const shape of [0.5, 2, 20]) {
        const expected = (days: number): number => 1 - (age / (age + days)) ** shape;
        const few = fewWeights(365, 0.1, [30, 90, 365], 40);
        expect(few.times).toHaveLength(6);
        expect(Math.abs(weighed(few, expected) / asWritten(expected, 365, 0.1) - 1)).toBeLessThan(shape === 20 ? 1e-3 : 2e-5);
      }
  });
});
