import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { changeSheet } from '../../../src/core/lab/change-sheet';
import { clvSheet } from '../../../src/core/lab/clv-sheet';
import { npsSheet } from '../../../src/core/lab/nps-sheet';
import { retentionSheet, type RetentionLine } from '../../../src/core/lab/retention-sheet';

const lineOf = (numbers: Parameters<typeof retentionSheet>[0], key: RetentionLine['key']) =>
  retentionSheet(numbers).lines.find((line) => line.key === key)!;

/* The article counts 1,000 at the start, 200 new, 100 lost, 1,100 at the end, and prints 90 %, 110 % and 88 %. */
const ARTICLE = { start: 1000, fresh: 200, end: 1100, lostOld: null };

describe('the formulas for retention on three numbers', () => {
  it('give 90.0 %, an impossible 110 %, 75.0 % where 88 % was printed, and 91.7 % for the form that is consistent', () => {
    expect(lineOf(ARTICLE, 'count')).toMatchObject({ value: 0.9, impossible: false });
    expect(lineOf(ARTICLE, 'stock')).toMatchObject({ value: 1.1, impossible: true });
    expect(lineOf(ARTICLE, 'served-new-removed')).toMatchObject({ value: 0.75, impossible: false });
    expect(lineOf(ARTICLE, 'served').value).toBeCloseTo(0.916_666_667, 9);
  });

  it('leave open what retention was: between 90 % and all, by how many of the 100 lost were new', () => {
    expect(lineOf(ARTICLE, 'by-person')).toEqual({ key: 'by-person', value: null, low: 0.9, high: 1, impossible: false });
  });

  it('say 94.0 % when 60 of the lost were old, while the count formula still says 90.0 %', () => {
    const sheet = retentionSheet({ ...ARTICLE, lostOld: 60 });
    expect(sheet.lines.map((line) => line.value).slice(0, 2)).toEqual([0.94, 0.9]);
    expect([sheet.lost, sheet.lostNew, sheet.fault]).toEqual([100, 40, null]);
  });

  it('say what cannot be: more new ones lost than came, more lost than there were, nobody at the start, halves of customers', () => {
    const fault = (numbers: Partial<Parameters<typeof retentionSheet>[0]>) => retentionSheet({ ...ARTICLE, ...numbers }).fault;
    expect(fault({ end: 900, lostOld: 50 })).toBe('more-new-lost-than-came');
    expect(fault({ lostOld: 101 })).toBe('more-lost-than-there-were');
    expect(fault({ start: 0 })).toBe('nobody-at-start');
    expect(fault({ end: 10.5 })).toBe('not-whole');
    expect(fault({})).toBeNull();
  });

  it('give no share of nobody, and never anything that is no number', () => {
    const number = fc.nat(50);
    fc.assert(
      fc.property(number, number, number, fc.option(number), (start, fresh, end, lostOld) => {
        for (const { value, low = 0, high = 0 } of retentionSheet({ start, fresh, end, lostOld }).lines) {
          expect(value === null || Number.isFinite(value)).toBe(true);
          expect(low).toBeLessThanOrEqual(high);
        }
        expect(lineOf({ start: 0, fresh, end, lostOld }, 'count').value).toBeNull();
      }),
      { seed: 4 },
    );
  });

  it('agree when nobody new was lost and nobody came back: then the count formula is retention', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(99), fc.nat(99), (start, fresh, lost) => {
        const lostOld = Math.min(lost, start);
        const numbers = { start, fresh, end: start + fresh - lostOld, lostOld };
        expect(lineOf(numbers, 'by-person').value).toBeCloseTo(lineOf(numbers, 'count').value!, 12);
      }),
      { seed: 5 },
    );
  });

  it('bound retention so that every possible number of old customers lost lies within', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), fc.nat(60), (start, fresh, a, b) => {
        const [lostOld, lostNew] = [Math.min(a, start), Math.min(b, fresh)];
        const { low, high } = lineOf({ start, fresh, end: start + fresh - lostOld - lostNew, lostOld: null }, 'by-person');
        const truth = (start - lostOld) / start;
        expect(truth).toBeGreaterThanOrEqual(low! - 1e-12);
        expect(truth).toBeLessThanOrEqual(high! + 1e-12);
      }),
      { seed: 6 },
    );
  });
});

/* The article's table: loyalty 30 → 60 %, churn 20 → 10 %, satisfaction 70 → 90 %, spend 200 → 300; it prints +300 %, −50 %, +20 %, +50 %. */
describe('a change, in points and in per cent', () => {
  it.each([
    ['share', 0.3, 0.6, 0.3, 1],
    ['share', 0.2, 0.1, -0.1, -0.5],
    ['share', 0.7, 0.9, 0.2, 2 / 7],
    ['amount', 200, 300, 100, 0.5],
  ] as const)('%s %s → %s', (unit, before, after, difference, relative) => {
    const change = changeSheet({ unit, before, after });
    expect(change.difference).toBe(difference);
    expect(change.relative).toBeCloseTo(relative, 10);
  });

  it('has no per cent where there was nothing before', () => {
    expect(changeSheet({ unit: 'amount', before: 0, after: 5 })).toEqual({ difference: 5, relative: null });
  });
});

/* 324 answers, half promoters, a third passive: a worked example on Cross Validated gives 33.3 with a margin of 8.1. */
describe('the net promoter score of typed counts', () => {
  it('is 33.3 ± 8.1 for 162, 108 and 54', () => {
    const sheet = npsSheet({ promoters: 162, passives: 108, detractors: 54 })!;
    expect(sheet.score).toBeCloseTo(33.3333, 4);
    expect((sheet.interval!.high - sheet.interval!.low) / 2).toBeCloseTo(8.12, 2);
  });

  it('has no range for fewer than ten answers, and is none of nobody or of half an answer', () => {
    expect(npsSheet({ promoters: 5, passives: 3, detractors: 1 })!.interval).toBeNull();
    expect(npsSheet({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
    expect(npsSheet({ promoters: 1.5, passives: 0, detractors: 0 })).toBeNull();
  });
});

describe('the value of a customer from typed numbers', () => {
  const typed = { tenure: 5, tenureUnit: 'year', orderValueMinor: 20_000, frequency: 4, frequencyUnit: 'year' } as const;

  it('is 4,000 of sales, and 909.79 of profit with a margin of 30 % and 10 % a year', () => {
    const { sales, profit } = clvSheet({ ...typed, margin: 0.3, discountPerYear: 0.1 });
    expect(sales.value).toBe(400_000);
    expect(profit.value! / 100).toBeCloseTo(909.79, 2);
  });

  it('is refused where years are multiplied by orders per month', () => {
    expect(clvSheet({ ...typed, frequencyUnit: 'month', margin: null, discountPerYear: null }).sales).toEqual({
      value: null,
      why: 'units-differ',
    });
  });
});
