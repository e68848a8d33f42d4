import { describe, expect, it } from 'vitest';
import { LADDERS, ladderFor, shadeOf } from '../../../src/ui/retention/shade-ladder';

const USUAL = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const between = (low: number, high: number) => Array.from({ length: 50 }, (_, i) => low + ((high - low) * i) / 49);

describe('the colours of the cohort table', () => {
  it('have seven classes, a share that reaches an end lies above it', () => {
    expect([0, 0.149, 0.15, 0.2, 0.3, 0.399, 0.4, 2].map((share) => shadeOf(share, LADDERS[2]!))).toEqual([1, 1, 2, 3, 5, 6, 7, 7]);
  });
  it('are those of a usual shop by month where nothing says otherwise', () => {
    expect(ladderFor(between(0.15, 0.4))).toEqual(USUAL);
    expect(ladderFor(between(0.12, 0.47))).toEqual(USUAL);
  });
  it('tell the weeks of a shop apart, and one outlier changes nothing', () => {
    expect(ladderFor(between(0.03, 0.15))[0]).toBe(0.04);
    expect(ladderFor([...between(0.03, 0.13), 0.9])[0]).toBe(0.04);
    expect(ladderFor(between(0, 0.05))[0]).toBe(0.01);
  });
  it('tell the groups of a loyal shop apart', () => {
    expect(ladderFor(between(0.4, 0.75))[0]).toBe(0.3);
    expect(ladderFor(between(0.9, 1))[0]).toBe(0.3);
  });
  it('reach above all of it where orders or money are summed over several periods', () => {
    expect(ladderFor(between(0.9, 3.6))[0]).toBe(1);
    expect(new Set(between(0.9, 3.6).map((share) => shadeOf(share, ladderFor(between(0.9, 3.6))))).size).toBe(7);
  });
  it('go one lower where a third of the cells would be palest', () => {
    const skewed = [...between(0.05, 0.12), ...between(0.16, 0.3).slice(0, 12)];
    expect(ladderFor(skewed)[0]).toBe(0.04);
  });
  it('never put all of a table that spans a ladder into one class', () => {
    for (const ladder of LADDERS) {
      const shares = between(ladder[0], ladder[5]);
      expect(new Set(shares.map((s) => shadeOf(s, ladderFor(shares)))).size).toBeGreaterThanOrEqual(5);
    }
  });
});
