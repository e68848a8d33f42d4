import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayFromYmd, isoFromDay } from '../../../src/terms/day';
import { orderTableOf } from '../../../src/core/columns/order-literals';
import { cellIndex, empiricalRates } from '../../../src/core/models/scores/empirical-rates';
import { ASSUMED_STRENGTH, cellPrior, type CellCounts } from '../../../src/core/models/scores/cell-prior';
import { rateInterval } from '../../../src/core/models/scores/rate-interval';
import { wilson } from '../../../src/core/stats/wilson';
import { orderTableFromDays } from './shop-from-days';
import { simulatedShop } from './simulate';

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

  it('by hand: two of four who had just ordered came back, three order-days of theirs, drawn in by four customers of the mean cell', () => {
    // The two cells weigh 4/8 and 2/6: the mean share is (2/8 + 0) / (5/6) = 0.3, that of order-days (3/8 + 0) / (5/6) = 0.45.
    const cell = rates.cells[cellIndex(9, 0)]!;
    expect([cell.who.length, cell.returned.length, cell.orderDays]).toEqual([4, 2, 3]);
    expect(cell.share.value).toBeCloseTo((2 + 4 * 0.3) / 8, 12);
    expect(cell.perCustomer.value).toBeCloseTo((3 + 4 * 0.45) / 8, 12);
    expect(rates.cells[cellIndex(40, 0)]!.share.value).toBeCloseTo((4 * 0.3) / 6, 12);
  });

  it('counts everybody who had ordered by the origin once, and nobody who came later', () => {
    const later = orderTableOf([...['a', 'b', 'c'].map((one) => order(one, 0)), order('late', 41), order('a', 70)]);
    const { cells, customers } = empiricalRates(later, START + 70, 30, 1)!;
    expect(customers).toBe(3);
    expect(cells.reduce((n, { who }) => n + who.length, 0)).toBe(3);
  });

  it('the interval of a share is Wilson’s of the cell’s own count, which holds what it was drawn to', () => {
    const { low, high } = wilson(2, 4);
    expect(rates.cells[cellIndex(9, 0)]!.share).toMatchObject({ low, high });
  });

  it('a cell of nobody is the mean of the cells, and the wider in doubt', () => {
    const empty = rates.cells[cellIndex(200, 5)]!;
    expect(empty.who).toHaveLength(0);
    expect(empty.share.value).toBeCloseTo(0.3, 12);
    expect(empty.perCustomer.value).toBeCloseTo(0.45, 12);
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

describe('what cells are drawn towards', () => {
  const ofShares = (cells: readonly CellCounts[]) => cellPrior(cells, { kind: 'shares', strength: null });
  const SMALL = [
    { n: 4, hits: 2 },
    { n: 2, hits: 0 },
  ];

  it('is strong where cells hardly differ, and weak where they are worlds apart', () => {
    const alike = Array.from({ length: 12 }, () => ({ n: 200, hits: 60 }));
    const apart = Array.from({ length: 12 }, (_, i) => ({ n: 200, hits: i % 2 ? 195 : 5 }));
    for (const kind of [
      { kind: 'shares', strength: null },
      { kind: 'rates', strength: null, spread: 1.5 },
    ] as const) {
      expect(cellPrior(alike, kind).strength).toBeGreaterThan(200);
      expect(cellPrior(apart, kind).strength).toBeLessThan(4);
      expect(cellPrior(alike, kind).settled).toBe(true);
      expect(cellPrior(alike, kind).mean).toBeCloseTo(0.3, 12);
    }
  });

  it('is ten where a few customers cannot settle it, and where all or none came back', () => {
    // By hand: weights 4/14 and 2/12, so (2/14) / (4/14 + 2/12) = 6/19.
    const prior = ofShares(SMALL);
    expect([prior.strength, prior.settled]).toEqual([ASSUMED_STRENGTH, false]);
    expect(prior.mean).toBeCloseTo(6 / 19, 12);
    expect(ofShares([{ n: 90, hits: 0 }])).toEqual({ mean: 0, strength: ASSUMED_STRENGTH, settled: false });
    expect(ofShares([{ n: 90, hits: 90 }])).toEqual({ mean: 1, strength: ASSUMED_STRENGTH, settled: false });
  });

  it('a large silent cell does not draw the others down to itself', () => {
    const active = Array.from({ length: 5 }, (_, i) => ({ n: 8, hits: 3 + (i % 3) }));
    const { mean } = ofShares([{ n: 400, hits: 4 }, ...active]);
    const ofCustomers = (4 + active.reduce((sum, { hits }) => sum + hits, 0)) / 440;
    expect(ofCustomers).toBeLessThan(0.06);
    expect(mean).toBeGreaterThan(0.25);
  });

  it('finds the mean and the strength that shares were drawn with, the strength within a factor of two', () => {
    // Shares of Beta(6, 14), the quantiles of its twenty equal parts to two digits: mean 0.3, strength 20.
    const shares = [0.13, 0.17, 0.19, 0.21, 0.22, 0.24, 0.25, 0.26, 0.28, 0.29, 0.3, 0.31, 0.33, 0.34, 0.36, 0.37, 0.39, 0.42, 0.45, 0.51];
    const { mean, strength, settled } = ofShares(shares.map((share) => ({ n: 1000, hits: Math.round(1000 * share) })));
    expect(settled).toBe(true);
    expect(mean).toBeCloseTo(0.3, 1);
    expect(strength).toBeGreaterThan(10);
    expect(strength).toBeLessThan(40);
  });
});

describe('the interval of a rate', () => {
  it('is the exact one of a Poisson count within a fiftieth, and wider where customers differ', () => {
    // Exact limits, as printed: 0: 0 to 3.689; 1: 0.0253 to 5.572; 10: 4.795 to 18.39.
    expect(rateInterval(0, 1, 1).low).toBe(0);
    expect(rateInterval(0, 1, 1).high).toBeCloseTo(3.689, 1);
    expect(rateInterval(1, 1, 1).high / 5.572).toBeCloseTo(1, 1);
    expect(rateInterval(10, 1, 1).low / 4.795).toBeCloseTo(1, 1);
    expect(rateInterval(10, 5, 1).high / (18.39 / 5)).toBeCloseTo(1, 2);
    const [own, spread] = [rateInterval(10, 5, 1), rateInterval(10, 5, 3)];
    expect(spread.low < own.low && own.high < spread.high).toBe(true);
  });

  it('holds the true rate and share of at least nine cells in ten of forty shops of 150 customers', () => {
    const shopOf = (customers: number, seed: number) =>
      simulatedShop({ model: 'mbg-nbd', theta: [0.55, 40, 0.9, 1.8], customers, days: 365, arrivals: 355, seed });
    const truth = empiricalRates(shopOf(40_000, 999), 364, 90)!;
    const held = { cells: 0, share: 0, perCustomer: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      empiricalRates(shopOf(150, seed), 364, 90)!.cells.forEach((cell, k) => {
        if (cell.who.length === 0 || truth.cells[k]!.who.length < 300) return;
        held.cells++;
        for (const of of ['share', 'perCustomer'] as const) {
          const { value } = truth.cells[k]![of];
          if (cell[of].low <= value && value <= cell[of].high) held[of]++;
        }
      });
    }
    expect(held.cells).toBeGreaterThan(200);
    expect(held.share / held.cells).toBeGreaterThan(0.9);
    expect(held.perCustomer / held.cells).toBeGreaterThan(0.9);
  });
});
