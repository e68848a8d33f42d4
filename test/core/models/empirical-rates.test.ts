import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';
import { orderTableOf } from '../../../src/core/columns/order-literals';
import { cellIndex, empiricalRates } from '../../../src/core/models/scores/empirical-rates';
import { ASSUMED_STRENGTH, priorStrength } from '../../../src/core/models/scores/prior-strength';
import { orderTableFromDays } from './shop-from-days';

const START = dayFromYmd(2024, 1, 1);
const order = (customer: string, offset: number) => ({ customer, day: isoFromDay(START + offset), net: 1000 });

describe('rates by recency and frequency', () => {
  // Day 40 is the origin, day 70 the as-of day. a to d ordered on day 31, e and f on day 0; a orders on days 50 and 60, b on day 50 twice.
  const shop = orderTableOf([
    ...['a', 'b', 'c', 'd'].map((customer) => order(customer, 31)),
    ...['e', 'f'].map((customer) => order(customer, 0)),
    order('a', 50),
    order('a', 60),
    order('b', 50),
    order('b', 50),
  ]);
  const rates = empiricalRates(shop, START + 70, 30, 4)!;

  it('by hand: two of four who had just ordered came back, three order-days of theirs, drawn in by four customers of the shop', () => {
    const cell = rates.cells[cellIndex(9, 0)]!;
    expect([cell.who.length, cell.returned.length, cell.orderDays]).toEqual([4, 2, 3]);
    expect(cell.share.value).toBeCloseTo((2 + (4 * 2) / 6) / 8, 12);
    expect(cell.perCustomer.value).toBeCloseTo((3 + (4 * 3) / 6) / 8, 12);
    expect(rates.cells[cellIndex(40, 0)]!.share.value).toBeCloseTo((4 * 2) / 6 / 6, 12);
  });

  it('counts everybody who had ordered by the origin once, and nobody who came later', () => {
    const later = orderTableOf([...['a', 'b', 'c'].map((one) => order(one, 0)), order('late', 41), order('a', 70)]);
    const { cells, customers } = empiricalRates(later, START + 70, 30, 1)!;
    expect(customers).toBe(3);
    expect(cells.reduce((n, { who }) => n + who.length, 0)).toBe(3);
  });

  it('a cell of nobody is the shop, and the wider in doubt', () => {
    const empty = rates.cells[cellIndex(200, 5)]!;
    expect(empty.who).toHaveLength(0);
    expect(empty.share.value).toBeCloseTo(rates.share, 12);
    const full = rates.cells[cellIndex(9, 0)]!;
    expect(empty.share.high - empty.share.low).toBeGreaterThan(full.share.high - full.share.low);
  });

  it('the more customers a cell has, the less it is drawn in', () => {
    const cellOf = (n: number) => {
      const many = orderTableOf([
        ...Array.from({ length: n }, (_, i) => [order(`x${i}`, 31), order(`x${i}`, 50)]).flat(),
        ...Array.from({ length: n }, (_, i) => order(`y${i}`, 0)),
      ]);
      return empiricalRates(many, START + 70, 30, 10)!.cells[cellIndex(9, 0)]!.share.value;
    };
    expect(cellOf(3)).toBeLessThan(cellOf(30));
    expect(cellOf(30)).toBeLessThan(cellOf(300));
    expect(cellOf(300)).toBeGreaterThan(0.98);
  });

  it('are not told where the file knows less before the origin than half of the days after it, or less than thirty', () => {
    const first = [order('a', 0), order('b', 2)];
    expect(empiricalRates(orderTableOf(first), START + 59, 30)).not.toBeNull();
    expect(empiricalRates(orderTableOf(first), START + 58, 30)).toBeNull();
    expect(empiricalRates(orderTableOf(first), START + 546, 365)).toBeNull();
    expect(empiricalRates(orderTableOf(first), START + 547, 365)).not.toBeNull();
  });

  it('whatever the shop, every share lies between 0 and 1 within its interval, and every number is finite', () => {
    const days = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 40 }), fc.integer({ min: 60, max: 320 }), (customers, asOf) => {
        for (const followDays of [7, 30, 90]) {
          const told = empiricalRates(orderTableFromDays(customers), asOf, followDays);
          for (const { share, perCustomer } of told?.cells ?? []) {
            for (const one of [share, perCustomer]) {
              expect(one.low).toBeGreaterThanOrEqual(0);
              expect(one.low).toBeLessThanOrEqual(one.value + 1e-12);
              expect(one.high).toBeGreaterThanOrEqual(one.value - 1e-12);
              expect(Number.isFinite(one.high)).toBe(true);
            }
            expect(share.high).toBeLessThanOrEqual(1);
          }
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe('the strength of the prior', () => {
  it('is strong where cells hardly differ, and weak where they are worlds apart', () => {
    const alike = Array.from({ length: 12 }, () => ({ n: 200, hits: 60 }));
    const apart = Array.from({ length: 12 }, (_, i) => ({ n: 200, hits: i % 2 ? 195 : 5 }));
    expect(priorStrength(alike, 0.3).strength).toBeGreaterThan(200);
    expect(priorStrength(apart, 0.5).strength).toBeLessThan(2);
    expect(priorStrength(alike, 0.3).settled).toBe(true);
  });

  it('is taken for ten where a few customers cannot settle it, and where all or none came back', () => {
    const assumed = { strength: ASSUMED_STRENGTH, settled: false };
    expect(
      priorStrength(
        [
          { n: 4, hits: 2 },
          { n: 2, hits: 0 },
        ],
        1 / 3,
      ),
    ).toEqual(assumed);
    expect(priorStrength([{ n: 90, hits: 0 }], 0)).toEqual(assumed);
    expect(priorStrength([{ n: 90, hits: 90 }], 1)).toEqual(assumed);
  });

  it('finds the strength that shares were drawn with, within a factor of two', () => {
    // Shares of Beta(6, 14), the quantiles of its twenty equal parts to two digits: mean 0.3, strength 20.
    const shares = [0.13, 0.17, 0.19, 0.21, 0.22, 0.24, 0.25, 0.26, 0.28, 0.29, 0.3, 0.31, 0.33, 0.34, 0.36, 0.37, 0.39, 0.42, 0.45, 0.51];
    const { strength, settled } = priorStrength(
      shares.map((share) => ({ n: 1000, hits: Math.round(1000 * share) })),
      0.3,
    );
    expect(settled).toBe(true);
    expect(strength).toBeGreaterThan(10);
    expect(strength).toBeLessThan(40);
  });
});
