import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREDICTION } from '../../../src/terms/prediction';
import type { CustomerList } from '../../../src/engine/protocol';
import { difference } from '../../../src/ui/reading/difference';
import { fractionWord } from '../../../src/ui/reading/fraction-word';
import { formatList, formatSort, listPart, parseList, parseShown, parseSort, withChoice } from '../../../src/ui/reading/list-query';
import { rowAfterKey, scrolledHeight, scrollToShow, virtualWindow } from '../../../src/ui/reading/virtual-window';

describe('difference of two shares', () => {
  // Newcombe (1998), table II (a): 56/70 − 48/80 = 0.2, method 10 gives 0.0524 to 0.3339. The Wilson intervals of the two are given.
  it('has the interval of Newcombe’s method 10', () => {
    const wilson = (x: number, n: number) => {
      const z = 1.959963984540054;
      const middle = (x + (z * z) / 2) / (n + z * z);
      const half = (z * Math.sqrt((x * (n - x)) / n + (z * z) / 4)) / (n + z * z);
      return { rate: x / n, low: middle - half, high: middle + half };
    };
    const { rate, low, high, clear } = difference(wilson(56, 70), wilson(48, 80));
    expect(rate).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
    expect(clear).toBe(true);
  });
  it('is not clear when the range holds zero', () => {
    expect(difference({ rate: 0.4, low: 0.3, high: 0.5 }, { rate: 0.38, low: 0.3, high: 0.46 }).clear).toBe(false);
  });
});

describe('fractions in words', () => {
  it('are said when they are near enough', () => {
    expect(fractionWord(0.386)).toBe('2-5');
    expect(fractionWord(0.503)).toBe('1-2');
    expect(fractionWord(0.11)).toBe('1-10');
  });
  it('are not said of shares that have no plain name', () => {
    expect(fractionWord(0.45)).toBeNull();
    expect(fractionWord(0.001)).toBeNull();
    expect(fractionWord(0.99)).toBeNull();
  });
});

const list: fc.Arbitrary<CustomerList> = fc.record(
  {
    who: fc.record({
      id: fc.constantFrom('customer-retention-rate', 'retention-by-cohort'),
      input: fc.constantFrom('returned', 'size'),
      at: fc.record({ row: fc.constant('2011-01-01'), column: fc.constantFrom('p1', 'rate') }),
    }),
    filter: fc.record(
      {
        search: fc.string({ minLength: 1 }).filter((s) => s.trim() === s),
        stage: fc.constantFrom('new' as const, 'lapsed' as const),
        minOrders: fc.nat(99),
        silentOver: fc.nat(999),
        slipping: fc.constant(true as const),
        beyondLongestGap: fc.constantFrom(1.5, 2),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['filter'] },
) as fc.Arbitrary<CustomerList>;

describe('a list of customers in the address', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(list, (l) => {
        expect(parseList(formatList(l))).toEqual(l);
      }),
    );
  });
  it('replaces another list wholly', () => {
    const before = formatList({ filter: { minOrders: 2, silentOver: 90 } });
    expect(parseList({ ...before, ...formatList({ filter: { stage: 'new' } }) })).toEqual({ filter: { stage: 'new' } });
  });
  it('leaves out what makes no sense', () => {
    expect(parseList({ min: 'x', silent: '-3', stage: 'gone', who: 'a', q: '' })).toEqual({ filter: {} });
  });
  it('keeps its order, and none is the usual one', () => {
    for (const text of ['-silent', 'key', '-net', 'net']) expect(parseSort(formatSort(parseSort(text)))).toEqual(parseSort(text));
    expect(formatSort({ column: 'net', descending: true })).toBe('');
    expect(parseSort('nonsense')).toEqual({ column: 'net', descending: true });
  });
  it('carries what its predictions are asked with only where it reads any', () => {
    const of = (text: string, query: Record<string, string>) => withChoice(parseList(query), parseSort(text), DEFAULT_PREDICTION).choice;
    expect(of('-net', {})).toBeUndefined();
    expect(of('-value', {})).toEqual(DEFAULT_PREDICTION);
    expect(of('-net', { slip: '1' })).toEqual(DEFAULT_PREDICTION);
    expect(['likely', 'did', '', 'x', undefined].map(parseShown)).toEqual(['likely', 'did', 'did', 'did', 'did']);
  });
  it('leaves the rest of the address alone', () => {
    expect(listPart({ min: '2', from: '2011-01-01', how: 'x', sort: '-orders' })).toEqual({ min: '2', sort: '-orders' });
  });
});

describe('a virtual list', () => {
  const sizes = fc.record({ rows: fc.integer({ min: 1, max: 2_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
  it('fills the screen, whatever its length and wherever it stands', () => {
    fc.assert(
      fc.property(sizes, ({ rows, share }) => {
        const viewport = Math.min(rows, 16) * 39;
        const top = share * Math.max(0, scrolledHeight(rows, 39) - viewport);
        const { first, end, before } = virtualWindow(rows, 39, viewport, top);
        expect(before).toBeLessThanOrEqual(top + 1e-6);
        expect(before + (end - first) * 39).toBeGreaterThanOrEqual(top + viewport - 1e-3);
      }),
    );
  });
  it('shows the first row at its top and the last row at its end', () => {
    expect(virtualWindow(1_000_000, 39, 624, 0).first).toBe(0);
    expect(virtualWindow(1_000_000, 39, 624, scrolledHeight(1_000_000, 39)).end).toBe(1_000_000);
  });
  it('scrolls to a row only when it is not on screen', () => {
    expect(scrollToShow(3, 1000, 39, 624, 0)).toBe(0);
    expect(scrollToShow(16, 1000, 39, 624, 0)).toBeCloseTo(39);
    expect(scrollToShow(0, 1000, 39, 624, 400)).toBe(0);
  });
  it('is walked by the keys of a list, and never past its ends', () => {
    expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9);
    expect(rowAfterKey('PageUp', 3, 10, 5)).toBe(0);
    expect(rowAfterKey('End', 0, 10, 5)).toBe(9);
    expect(rowAfterKey('a', 0, 10, 5)).toBeNull();
  });
});
