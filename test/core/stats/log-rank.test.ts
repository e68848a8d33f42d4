import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { lifeTable, lifeTableOfCounts } from '../../../src/core/stats/life-table';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { logRank, logRankAmong } from '../../../src/core/stats/log-rank';
import { curveOf, shareEnded, shareLeft } from '../../../src/core/stats/wait-curve';

interface Wait {
  time: number;
  ended: boolean;
  group: number;
}
const wait = (groups: number): fc.Arbitrary<Wait> => fc.record({ time: fc.nat(25), ended: fc.boolean(), group: fc.nat(groups - 1) });
const someWaits = (groups: number) => fc.array(wait(groups), { minLength: 1, maxLength: 60 });

describe('the log-rank test', () => {
  it('gives the figures of R for six observations, without open ones and with', () => {
    const times = [10, 20, 30, 10, 20, 50];
    const of = (ended: number[]) => tested(times.map((time, i) => ({ time, ended: ended[i] === 1, group: i < 3 ? 1 : 0 })));
    expect(of([1, 1, 1, 1, 1, 1])).toEqual(['0.254237', 1, '0.614107']);
    expect(of([1, 0, 1, 1, 0, 1])).toEqual(['0.384615', 1, '0.535143']);
  });

  it('of 6-MP against placebo is 16.8 with p 4.17e-05', () => {
    // E. J. Freireich et al., The Effect of 6-Mercaptopurine on the Duration of Steroid-Induced Remissions in Acute Leukemia, Blood 21, 1963.
    const drug = marked('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+', 0);
    const placebo = marked('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23', 1);
    const { chiSquare, p, observed, expected } = logRank(tablesOf([...drug, ...placebo]))!;
    expect([chiSquare.toFixed(1), p.toPrecision(3)]).toEqual(['16.8', '0.0000417']);
    expect([...observed, ...expected.map((one) => one.toFixed(2))]).toEqual([9, 21, '19.25', '10.75']);
  });

  it('does not depend on the order of rows or on the names of groups', () => {
    fc.assert(
      fc.property(someWaits(4), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (waits, names) => {
        const plain = logRank(tablesOf(waits, 4));
        const renamed = logRank(
          tablesOf(
            waits.toReversed().map((one) => ({ ...one, group: names[one.group]! })),
            4,
          ),
        );
        expect(renamed === null).toBe(plain === null);
        if (!plain || !renamed) return;
        expect(renamed.df).toBe(plain.df);
        expect(renamed.chiSquare).toBeCloseTo(plain.chiSquare, 8);
        expect(renamed.p).toBeCloseTo(plain.p, 8);
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  it('of two groups that are the same is 0, and of what is observed and expected the sums are the same', () => {
    fc.assert(
      fc.property(someWaits(1), someWaits(3), (one, several) => {
        const twice = logRank(tablesOf([...one, ...one.map((same) => ({ ...same, group: 1 }))], 2));
        if (twice) expect([twice.chiSquare, twice.p]).toEqual([0, 1]);
        const test = logRank(tablesOf(several, 3));
        if (!test) return;
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(test.observed)).toBe(several.filter(({ ended }) => ended).length);
        expect(sum(test.expected)).toBeCloseTo(sum(test.observed), 9);
      }),
      { seed: 33, numRuns: 300 },
    );
  });

  it('is what going through all customers at each time gives, for two groups and for three', () => {
    fc.assert(
      fc.property(someWaits(3), fc.constantFrom(2, 3), (all, groups) => {
        const waits = all.filter(({ group }) => group < groups);
        const test = logRank(tablesOf(waits, groups));
        const slow = slowChiSquare(waits, groups);
        if (slow !== null) expect(test?.chiSquare).toBeCloseTo(slow, 7);
      }),
      { seed: 34, numRuns: 400 },
    );
  });

  it('says nothing of one group, nor where nothing has ended; where all ended at once there is no difference', () => {
    const ended = { time: 3, ended: true };
    expect(logRank(tablesOf([{ ...ended, group: 0 }]))).toBeNull();
    expect(logRank(tablesOf([0, 1].map((group) => ({ time: 3, ended: false, group }))))).toBeNull();
    expect(logRank(tablesOf([0, 1].map((group) => ({ ...ended, group }))))).toMatchObject({ chiSquare: 0, df: 1, p: 1 });
  });
});

describe('the log-rank test of groups that are large enough', () => {
  it('is the test of those of which five ends are expected, and says which they are', () => {
    fc.assert(
      fc.property(fc.array(wait(4), { minLength: 30, maxLength: 90 }), (waits) => {
        const tables = tablesOf(waits, 4);
        const found = logRankAmong(tables, 5);
        if (!found) return;
        const { taken, ...test } = found;
        expect(logRank(taken.map((g) => tables[g]!))).toEqual(test);
        expect(Math.min(...test.expected)).toBeGreaterThanOrEqual(5 - 1e-9);
        expect(taken.length).toBe(test.df + 1);
      }),
      { seed: 36, numRuns: 300 },
    );
  });

  it('does not look at what came of a group to leave it out: with all else alike, who ends is of no matter', () => {
    // Five of ten each time; once all five ends are of the small group, once none is.
    const of = (mine: number) => [
      ...Array.from({ length: 40 }, (_, i) => ({ time: 9, ended: i >= mine, group: 0 })),
      ...Array.from({ length: 5 }, (_, i) => ({ time: 9, ended: i < mine, group: 1 })),
    ];
    for (const mine of [0, 5]) expect(logRankAmong(tablesOf(of(mine), 2), 5)).toBeNull();
  });

  it('finds a difference once in twenty times among groups that are alike, beside groups of five to ten customers too', () => {
    const dice = steadyDice(37);
    const sizes = [60, 60, 5, 6, 7, 8, 9, 10];
    const runs = 1500;
    const found = { all: 0, enough: 0 };
    for (let run = 0; run < runs; run++) {
      const tables = sizes.map((size) => {
        const waits = Array.from({ length: size }, () => ({ day: Math.ceil(-60 * Math.log(1 - dice())), known: Math.ceil(120 * dice()) }));
        return lifeTable(
          waits.map(({ day, known }) => Math.min(day, known)),
          waits.map(({ day, known }) => Number(day <= known)),
        );
      });
      if (logRank(tables)!.p < 0.05) found.all++;
      if (logRankAmong(tables, 5)!.p < 0.05) found.enough++;
    }
    expect(found.all / runs).toBeGreaterThan(0.058);
    expect(found.enough / runs).toBeLessThan(0.058);
    expect(found.enough / runs).toBeGreaterThan(0.035);
  });
});

describe('a life table', () => {
  it('is the same from waits as from counts, and its curve falls from 1 and stays within its interval and within 0 and 1', () => {
    fc.assert(
      fc.property(someWaits(1), (waits) => {
        const counts = (ended: boolean) => {
          const of = new Uint32Array(26);
          for (const one of waits) if (one.ended === ended) of[one.time]!++;
          return of;
        };
        const [table] = tablesOf(waits);
        expect(lifeTableOfCounts(counts(true), counts(false))).toEqual(table);
        const curve = curveOf(table!);
        let before = 1;
        for (let t = 0; t < 26; t++) {
          const { share, interval } = shareLeft(curve, t);
          expect(share).toBeLessThanOrEqual(before);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(shareEnded(curve, t)).toBe(1 - share);
          before = share;
          if (!interval) continue;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.low).toBeLessThanOrEqual(share);
          expect(interval.high).toBeGreaterThanOrEqual(share);
          expect(interval.high).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 35, numRuns: 300 },
    );
  });
});

function tablesOf(waits: readonly Wait[], groups = Math.max(...waits.map(({ group }) => group)) + 1) {
  return Array.from({ length: groups }, (_, g) => {
    const own = waits.filter(({ group }) => group === g);
    return lifeTable(
      own.map(({ time }) => time),
      own.map(({ ended }) => Number(ended)),
    );
  });
}

function tested(waits: readonly Wait[]) {
  const { chiSquare, df, p } = logRank(tablesOf(waits))!;
  return [chiSquare.toFixed(6), df, p.toFixed(6)];
}

function marked(text: string, group: number): Wait[] {
  return text.split(' ').map((one) => ({ time: Number.parseInt(one), ended: !one.endsWith('+'), group }));
}

/** The textbook way, the first group left out instead of the last; null where there is no spread. */
function slowChiSquare(waits: readonly Wait[], groups: number): number | null {
  const u = [0, 0, 0];
  const v = [0, 1, 2].map(() => [0, 0, 0]);
  for (const time of new Set(waits.filter(({ ended }) => ended).map((one) => one.time))) {
    const atRisk = waits.filter((one) => one.time >= time);
    const d = atRisk.filter((one) => one.ended && one.time === time).length;
    const n = atRisk.length;
    const of = (g: number) => atRisk.filter(({ group }) => group === g).length;
    for (let g = 0; g < groups; g++) {
      u[g]! += atRisk.filter((one) => one.group === g && one.ended && one.time === time).length - (d * of(g)) / n;
      for (let h = 0; h < groups; h++) if (n > 1) v[g]![h]! += ((d * (n - d)) / (n - 1)) * ((of(g) / n) * ((g === h ? 1 : 0) - of(h) / n));
    }
  }
  if (groups === 2) return v[1]![1]! > 1e-9 ? u[1]! ** 2 / v[1]![1]! : null;
  const [a, b, c] = [v[1]![1]!, v[1]![2]!, v[2]![2]!];
  const determinant = a * c - b * b;
  return determinant > 1e-9 ? (c * u[1]! ** 2 - 2 * b * u[1]! * u[2]! + a * u[2]! ** 2) / determinant : null;
}
