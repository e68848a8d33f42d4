import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { contractSheet } from '../../../src/core/lab/contract-sheet';
import { EXAMPLE } from '../../../src/ui/lab/contract-numbers';

/* Fader and Hardie 2007, "High End". */
const HIGH_END = { survivors: [1000, 869, 743, 653, 593, 551, 517, 491], ahead: 5, discountPerPeriod: 0 };

describe('a cohort under contract, typed', () => {
  it('begins with the cohort of the article as an example', () => {
    expect(EXAMPLE.survivors).toEqual(HIGH_END.survivors);
  });

  it('is fitted as the article has it, and 37.8 % are expected to be there after twelve periods', () => {
    const { status, fault, lines } = contractSheet(HIGH_END);
    expect([status, fault, lines.length]).toEqual(['fitted', null, 13]);
    expect(lines[12]!.fitted).toBeCloseTo(0.377999, 5);
    expect(lines[7]!.counted).toBe(0.491);
    expect(lines[7]!.stayed).toBeCloseTo(491 / 517, 12);
    expect([lines[8]!.counted, lines[8]!.stayed, lines[0]!.low, lines[0]!.fitted]).toEqual([null, null, null, 1]);
  });

  it('has a range round each share that grows with the distance, and a share that stays that rises', () => {
    const { lines } = contractSheet({ ...HIGH_END, ahead: 20 });
    const width = (period: number) => lines[period]!.high! - lines[period]!.low!;
    for (const line of lines.slice(1)) {
      expect(line.low!).toBeLessThan(line.fitted);
      expect(line.high!).toBeGreaterThan(line.fitted);
    }
    expect(width(27)).toBeGreaterThan(width(7));
    for (let t = 2; t < lines.length; t++) expect(lines[t]!.stayedFitted).toBeGreaterThan(lines[t - 1]!.stayedFitted);
  });

  it('expects of somebody there after n periods the sum of what the next ones keep, and less when discounted', () => {
    const { lines } = contractSheet(HIGH_END);
    const later = [8, 9, 10, 11, 12].reduce((sum, period) => sum + lines[period]!.fitted, 0);
    expect(lines[7]!.remaining).toBeCloseTo(later / lines[7]!.fitted, 9);
    expect(contractSheet({ ...HIGH_END, discountPerPeriod: 0.1 }).lines[7]!.remaining).toBeLessThan(lines[7]!.remaining);
  });

  it('is tested on its last third from what was known before, beside the last rate going on', () => {
    const test = contractSheet(HIGH_END).test!;
    expect(test.fittedOn).toBe(5);
    expect(test.lines.map(({ period, counted }) => [period, counted])).toEqual([
      [6, 0.517],
      [7, 0.491],
    ]);
    // The model of five renewals has S(6) .5063 and S(7) .4695; the last rate known was 551/593.
    expect(test.worst).toBeCloseTo(0.0215, 4);
    expect(test.lines[1]!.lastRate).toBeCloseTo(0.551 * (551 / 593) ** 2, 12);
    expect(contractSheet({ ...HIGH_END, survivors: [100, 80, 70, 65] }).test).toBeNull();
  });

  it('stands beside the last rate going on, and says when that was nearer in the test', () => {
    const { lines, test } = contractSheet(HIGH_END);
    expect(lines.slice(0, 8).map(({ lastRate }) => lastRate)).toEqual(Array(8).fill(null));
    expect(lines[8]!.lastRate).toBeCloseTo(0.491 * (491 / 517), 12);
    expect(lines[12]!.lastRate).toBeCloseTo(0.491 * (491 / 517) ** 5, 12);
    // Off by at most .491 - .551 (551/593)² = .0153, the model by .0215.
    expect([test!.worstOfLastRate.toFixed(4), test!.lastRateIsNearer]).toEqual(['0.0153', true]);
    // The article's "Regular": the last rate known, 289/326, ends at .2271 where .241 stayed; the model is nearer.
    const regular = contractSheet({ ...HIGH_END, survivors: [1000, 631, 468, 382, 326, 289, 262, 241] }).test!;
    expect(regular.worst).toBeLessThan(regular.worstOfLastRate);
    expect(regular.lastRateIsNearer).toBe(false);
    expect(contractSheet({ ...HIGH_END, survivors: [100, 40, 0] }).lines.at(-1)!.lastRate).toBe(0);
  });

  it('says what cannot be of a cohort', () => {
    const fault = (part: Partial<Parameters<typeof contractSheet>[0]>) => contractSheet({ ...HIGH_END, ...part }).fault;
    expect(fault({ survivors: [100, 90.5] })).toBe('not-whole');
    expect(fault({ survivors: [100, -1] })).toBe('not-whole');
    expect(fault({ survivors: [100, 80, 81] })).toBe('rising');
    expect(fault({ survivors: [0, 0] })).toBe('nobody-at-start');
    expect(fault({ survivors: [] })).toBe('nobody-at-start');
    expect(fault({ ahead: 0 })).toBe('look-ahead');
    expect(fault({ ahead: 61 })).toBe('look-ahead');
    expect(fault({ discountPerPeriod: -0.1 })).toBe('look-ahead');
  });

  it('has a status where nobody left, all left at once, or one period is known, and no lines then', () => {
    const sheet = (...survivors: number[]) => contractSheet({ ...HIGH_END, survivors });
    expect(sheet(50, 50, 50)).toEqual({ fault: null, status: 'nobody-leaves', lines: [], test: null });
    expect(sheet(50, 0)).toMatchObject({ status: 'everybody-leaves', lines: [] });
    expect(sheet(50, 40)).toMatchObject({ status: 'too-few', lines: [] });
  });

  it('never gives anything that is no number', () => {
    const cohort = fc.array(fc.nat(500), { maxLength: 9 }).map((counts) => counts.sort((a, b) => b - a));
    fc.assert(
      fc.property(cohort, fc.integer({ min: 1, max: 12 }), (survivors, ahead) => {
        const { lines, test } = contractSheet({ survivors, ahead, discountPerPeriod: 0.05 });
        const numbers = [...lines.flatMap((line) => Object.values(line)), ...(test?.lines ?? []).flatMap((line) => Object.values(line))];
        expect(numbers.every((n) => n === null || Number.isFinite(n))).toBe(true);
        for (const { low, high } of lines) expect((low ?? 0) <= (high ?? 0)).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
