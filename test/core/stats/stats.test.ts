import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wilson } from '../../../src/core/stats/wilson';
import { quantile, quantileOfCounts } from '../../../src/core/stats/quantile';
import { select } from '../../../src/core/stats/select';
import { kaplanMeier, timeReached } from '../../../src/core/stats/kaplan-meier';

describe('Wilson interval', () => {
  // Golden values of the requirements (features, §6), computed there independently.
  it.each([
    [900, 1000, 0.8798, 0.9171],
    [70, 100, 0.6042, 0.7811],
    [0, 10, 0, 0.2775],
    [1, 1, 0.2065, 1],
  ])('%i of %i lies between %f and %f', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval).toMatchObject({ level: 0.95, method: 'wilson' });
  });

  it('holds the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, p) => {
        const part = Math.round(p * whole);
        const { low, high } = wilson(part, whole);
        const mirrored = wilson(whole - part, whole);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part / whole);
        expect(high).toBeGreaterThanOrEqual(part / whole);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
      { seed: 1 },
    );
  });
});

describe('quantile of definition 7', () => {
  // By hand: of four values the quantile lies at 3p.
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 3],
    [0.75, 5],
    [0.9, 6.8],
    [1, 8],
  ])('at %f of 1, 2, 4, 8 it is %f', (p, expected) => {
    expect(quantile(Float64Array.of(8, 1, 4, 2), p)).toBeCloseTo(expected, 12);
    expect(quantileOfCounts(Uint32Array.of(0, 1, 1, 0, 1, 0, 0, 0, 1), 4, p)).toBeCloseTo(expected, 12);
  });

  it('of values and of their counts is the same as by sorting', () => {
    const values = fc.array(fc.nat(50), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const counts = new Uint32Array(51);
        for (const value of list) counts[value]!++;
        const expected = bySorting(list, p);
        expect(quantile(Float64Array.from(list), p)).toBeCloseTo(expected, 9);
        expect(quantileOfCounts(counts, list.length, p)).toBeCloseTo(expected, 9);
      }),
      { seed: 2 },
    );
  });

  it('selects from many values, equal ones among them, and leaves what lies past the length alone', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 1009);
    const sorted = values.slice(0, 15_000).sort();
    for (const k of [0, 1, 7_499, 14_000, 14_999]) {
      const copy = values.slice();
      expect(select(copy, k, 15_000)).toBe(sorted[k]);
      expect(copy.slice(15_000)).toEqual(values.slice(15_000));
    }
  });
});

describe('Kaplan–Meier', () => {
  // The toy of the requirements' §6: times 1 event, 2 censored, 3 event, 4 event, 5 censored.
  const toy = kaplanMeier(Uint32Array.of(0, 1, 0, 1, 1, 0), Uint32Array.of(0, 0, 1, 0, 0, 1));

  it('gives .8, .8, .5333, .2667, .2667 for the five of the toy', () => {
    expect([...toy].slice(1).map((s) => s.toFixed(4))).toEqual(['0.8000', '0.8000', '0.5333', '0.2667', '0.2667']);
  });

  it('says when a share has ended, and null when that is not reached', () => {
    expect(timeReached(toy, 0.2)).toBe(1);
    expect(timeReached(toy, 0.5)).toBe(4);
    expect(timeReached(toy, 0.9)).toBeNull();
  });

  it('reaches nine tenths when nine of ten have ended, whatever the rounding of the product', () => {
    const curve = kaplanMeier(Uint32Array.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0), Uint32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    expect(timeReached(curve, 0.9)).toBe(9);
  });
});

function bySorting(list: readonly number[], p: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)]!;
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - low);
}
