import { describe, expect, it } from 'vitest';
import { ratioInterval } from '../../../src/core/stats/ratio-interval';
import { wilson } from '../../../src/core/stats/wilson';

describe('the interval of a ratio of sums', () => {
  const hundreds = (n: number) => new Float64Array(n).fill(100);

  it('where nothing came back of what n customers spent alike, it is that of none of n', () => {
    expect(ratioInterval(new Float64Array(83), hundreds(83), { least: 0, most: 1 })).toEqual(wilson(0, 83));
    expect(ratioInterval(new Float64Array(5000), hundreds(5000))).toEqual(wilson(0, 5000));
  });

  it('where all of it came back of at most all, it is that of n of n', () => {
    expect(ratioInterval(hundreds(12), hundreds(12), { most: 1 })).toEqual(wilson(12, 12));
  });

  it('a customer who spent nearly everything weighs as nearly one customer', () => {
    const spent = Float64Array.of(1_000_000, 1, 1, 1);
    expect(ratioInterval(new Float64Array(4), spent).high).toBeCloseTo(wilson(0, 1).high, 4);
  });

  it('it holds the ratio, and is as wide as something where customers differ', () => {
    const { low, high, method } = ratioInterval(Float64Array.of(100, 0, 50, 0), hundreds(4), { least: 0, most: 1 });
    expect(method).toBe('bootstrap');
    expect([low < 0.375, high > 0.375, low >= 0, high <= 1]).toEqual([true, true, true, true]);
  });
});
