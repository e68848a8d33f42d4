import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fitLifetime } from '../../../src/core/models/lifetime/fit-lifetime';
import { paretoNbd } from '../../../src/core/models/lifetime/pareto-nbd';
import { hostileShops } from './hostile-shops';
import { surviveShop } from './hostile-trial';
import { hasShared, sharedTable } from './shared-table';
import { byHypergeometric, byPlainIntegral } from './pareto-nbd-twins';
import { triplesOf } from './triples-of';

const theta = (...values: number[]): Float64Array => Float64Array.from(values);
const CBS = 'cdnow-sample/BTYD_cdnowSummary_cbs.csv';
const REFERENCE = 'cdnow-sample/reference_BTYD_per_customer.csv';

/* R package BTYD, cdnowSummary$est.params and man/pnbd.*.Rd; the walkthrough by D. McCarthy and E. Wadsworth, 2014. */
const ESTIMATED = theta(0.5533971, 10.5802, 0.6060625, 11.65622);
const WALKTHROUGH = theta(0.55, 10.56, 0.61, 11.64);

describe('the Pareto/NBD at published points', () => {
  it.each([
    [26, 30.86, 31, 0.9979],
    [0, 0, 39, 0.2941633],
  ])('knows that a customer of (%d, %d, %d) is one still with %d', (x, recency, age, alive) => {
    expect(paretoNbd.pAlive(ESTIMATED, x, recency, age)).toBeCloseTo(alive, x === 0 ? 6 : 4);
  });

  it('expects 25.46 orders in a year of (26, 30.86, 31) and 0.388412 in two weeks of (10, 35, 39)', () => {
    expect(paretoNbd.expectedOrders(ESTIMATED, 26, 30.86, 31, 52)).toBeCloseTo(25.46, 2);
    expect(paretoNbd.expectedOrders(WALKTHROUGH, 10, 35, 39, 2)).toBeCloseTo(0.388412, 5);
  });

  it('expects of somebody new what the table of the documentation has, week by week', () => {
    const table = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159, 0.35181024, 0.38909211];
    for (const [t, orders] of table.entries()) expect(paretoNbd.expectedOfNew(WALKTHROUGH, t)).toBeCloseTo(orders, 8);
  });

  it('has discounted expected orders without an end (DERT) of 1.864183, month for month summed finely', () => {
    const at = theta(0.5629966, 12.559037, 0.4081095, 10.5148048);
    let [sum, before] = [0, 0];
    for (let k = 1; k <= 40_000; k++) {
      const now = paretoNbd.expectedOrders(at, 7, 35, 77.86, k / 4);
      sum += (now - before) * Math.exp(-0.0027 * (k / 4 - 0.125));
      before = now;
    }
    expect(sum).toBeCloseTo(1.864183, 5);
  });
});

describe('the Pareto/NBD on the CDNOW sample', () => {
  it.runIf(hasShared(CBS))('has a log-likelihood of −9594.976 at the parameters that BTYD estimates', () => {
    const cbs = sharedTable(CBS);
    expect(paretoNbd.logLikelihood(triplesOf(cbs['x']!, cbs['t.x']!, cbs['T.cal']!), ESTIMATED)).toBeCloseTo(-9594.976198, 5);
  });

  it.runIf(hasShared(REFERENCE))('says of all 2,357 customers what BTYD says, to 10⁻⁶', () => {
    const { x, 't.x': recency, 'T.cal': age, pnbd_palive: alive, pnbd_e39: expected } = sharedTable(REFERENCE);
    let worst = 0;
    for (let i = 0; i < x!.length; i++) {
      worst = Math.max(worst, Math.abs(paretoNbd.pAlive(ESTIMATED, x![i]!, recency![i]!, age![i]!) / alive![i]! - 1));
      worst = Math.max(worst, Math.abs(paretoNbd.expectedOrders(ESTIMATED, x![i]!, recency![i]!, age![i]!, 39) / expected![i]! - 1));
    }
    expect(x).toHaveLength(2357);
    expect(worst).toBeLessThan(1e-6);
  });

  it.runIf(hasShared(CBS))('is fitted with r .553, α 10.578, s .606, β 11.669 from all five starts', () => {
    const cbs = sharedTable(CBS);
    const fit = fitLifetime(paretoNbd, triplesOf(cbs['x']!, cbs['t.x']!, cbs['T.cal']!));
    expect(fit.status).toBe('fitted');
    expect(fit.logLikelihood).toBeCloseTo(-9594.976, 3);
    for (const [i, value] of [0.553, 10.578, 0.606, 11.669].entries()) expect(Math.abs(fit.theta[i]! / value - 1)).toBeLessThan(0.001);
    expect(fit.starts).toEqual({ tried: 5, agreed: 5 });
    // Standard errors .0476, .8427, .1873 and 6.2105 are printed in the tests of the R package CLVTools.
    for (const [i, error] of [0.0476, 0.8427, 0.1873, 6.2105].entries()) {
      expect(Math.abs((Math.sqrt(fit.covariance![i * 5]!) * fit.theta[i]!) / error - 1)).toBeLessThan(0.01);
    }
  });

  /* The walkthrough of BTYD: cumulative expected repeat transactions, customers counted from their first week on. */
  it.runIf(hasShared(CBS))('expects 1309, 1385, 1460, 1533, 1604 and 1674 repeat orders by the weeks 20 to 25', () => {
    const { 'T.cal': age } = sharedTable(CBS);
    const longest = Math.max(...age!);
    const expected = [20, 21, 22, 23, 24, 25].map((week) =>
      age!.reduce((sum, own) => sum + (week > longest - own ? paretoNbd.expectedOfNew(ESTIMATED, week - (longest - own)) : 0), 0),
    );
    expect(expected.map(Math.round)).toEqual([1309, 1385, 1460, 1533, 1604, 1674]);
  });

  it.runIf(hasShared(CBS))('expects 1,665.4 orders of all in the 39 weeks that were held out', () => {
    const { x, 't.x': recency, 'T.cal': age } = sharedTable(CBS);
    const { expected } = paretoNbd.scores(ESTIMATED, triplesOf(x!, recency!, age!), [39]);
    expect(expected[0]!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1665.4, 0);
  });
});

describe('the Pareto/NBD, whatever is asked', () => {
  const parameter = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.exp);
  const parameters = fc.tuple(parameter, parameter, parameter, parameter);
  const customer = fc
    .tuple(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 300, noNaN: true }))
    .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age] as const);
  const one = (at: readonly number[], [x, recency, age]: readonly [number, number, number], gradient?: Float64Array): number =>
    paretoNbd.logLikelihood(triplesOf([x], [recency], [age]), Float64Array.from(at), gradient);

  it('has the likelihood that Simpson’s rule finds', () => {
    fc.assert(
      fc.property(parameters, customer, (at, history) => {
        const plain = byPlainIntegral(at, ...history);
        expect(Math.abs(one(at, history) - plain)).toBeLessThan(1e-8 * Math.max(1, Math.abs(plain)));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('has the likelihood that the article writes, for α above β and below, where the article’s difference keeps its digits', () => {
    fc.assert(
      fc.property(parameters, fc.nat(12), (at, x) => {
        const history = [x, x === 0 ? 0 : 10, 40] as const;
        const plain = byHypergeometric(at, ...history);
        expect(Math.abs(one(at, history) - plain)).toBeLessThan(1e-8 * Math.max(1, Math.abs(plain)));
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('has derivatives that are those of small differences', () => {
    fc.assert(
      fc.property(parameters, customer, (at, history) => {
        const gradient = new Float64Array(4);
        one(at, history, gradient);
        for (let k = 0; k < 4; k++) {
          const step = 1e-4 * at[k]!;
          const moved = (by: number): number =>
            one(
              at.map((value, i) => (i === k ? value + by : value)),
              history,
            );
          const slope = (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step);
          // Differences of a value of this size know their slope no better.
          const doubt = 1e-6 * Math.abs(slope) + (1e-13 * Math.max(1, Math.abs(moved(0)))) / step;
          expect(Math.abs(gradient[k]! - slope)).toBeLessThan(doubt + 1e-9);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('does not mind in which unit time is', () => {
    fc.assert(
      fc.property(parameters, customer, ([r, alpha, s, beta], [x, recency, age]) => {
        const weeks = paretoNbd.pAlive(theta(r, alpha, s, beta), x, recency, age);
        expect(paretoNbd.pAlive(theta(r, 7 * alpha, s, 7 * beta), x, 7 * recency, 7 * age)).toBeCloseTo(weeks, 9);
      }),
      { seed: 4 },
    );
  });

  it('has a P(alive) from 0 to 1 that falls while nothing is heard, and is 1 on the day of the last order', () => {
    fc.assert(
      fc.property(parameters, customer, fc.double({ min: 0, max: 500, noNaN: true }), (at, [x, recency, age], longer) => {
        const now = paretoNbd.pAlive(theta(...at), x, recency, age);
        const later = paretoNbd.pAlive(theta(...at), x, recency, age + longer);
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(now + 1e-12);
        expect(paretoNbd.pAlive(theta(...at), x, recency, recency)).toBe(1);
      }),
      { seed: 5 },
    );
  });

  it('expects of somebody new what it expects of a customer on the day of the first order, and no more over a shorter time', () => {
    fc.assert(
      fc.property(parameters, fc.double({ min: 0, max: 400, noNaN: true }), (at, t) => {
        const orders = paretoNbd.expectedOfNew(theta(...at), t);
        expect(orders).toBe(paretoNbd.expectedOrders(theta(...at), 0, 0, 0, t));
        expect(paretoNbd.expectedOfNew(theta(...at), t / 2)).toBeLessThanOrEqual(orders);
        expect(orders).toBeLessThanOrEqual(((at[0] * t) / at[1]) * (1 + 1e-12));
      }),
      { seed: 6 },
    );
  });

  /* R package CLVTools, tests of the Pareto/NBD: customers at whom other programs overflow. */
  it('stays finite for hundreds of orders and for a million', () => {
    const busy = theta(0.5143, 2.8845, 0.2856, 14.1087);
    const days = 1e6;
    const customers = [
      [221, 103.42857, 103.57143],
      [254, 97.14286, 97.28571],
      [161, 94.71429, 98.0],
      [204, 98.57143, 99.42857],
      [1000, 10, 100],
      [days, 364, 365],
      [days, 1, 365_000],
      [0, 0, 0],
    ] as const;
    for (const [x, recency, age] of customers) {
      const gradient = new Float64Array(4);
      const value = paretoNbd.logLikelihood(triplesOf([x], [recency], [age]), busy, gradient);
      const alive = paretoNbd.pAlive(busy, x, recency, age);
      const expected = paretoNbd.expectedOrders(busy, x, recency, age, 365);
      expect([value, alive, expected, ...gradient].every(Number.isFinite)).toBe(true);
    }
    expect(paretoNbd.pAlive(busy, 1000, 10, 100)).toBeLessThan(1e-12);
  });

  it('goes smoothly through s = 1 and α = β, where the formulas of the article divide by nothing', () => {
    const orders = (s: number, beta: number): number => paretoNbd.expectedOrders(theta(0.5, 10, s, beta), 3, 20, 30, 40);
    expect(orders(1, 10)).toBeCloseTo((orders(1 - 1e-6, 10) + orders(1 + 1e-6, 10)) / 2, 9);
    expect(orders(0.6, 10)).toBeCloseTo((orders(0.6, 10 - 1e-6) + orders(0.6, 10 + 1e-6)) / 2, 9);
  });

  it('keeps its digits where customers hardly differ, so that a climb along that ridge comes to rest', () => {
    const history = [4, 100, 180] as const;
    const far = (factor: number): number => one([0.6 * factor, 9 * factor, 0.7 * factor, 80 * factor], history);
    const near = (factor: number): number => one([0.6, 9, 0.7 * factor, 80 * factor], history);
    expect(Math.abs(far(1e9) - far(1.001e9))).toBeLessThan(1e-8);
    expect(Math.abs(near(1e9) - near(1.001e9))).toBeLessThan(1e-10);
  });

  it('scores all triples as one by one', () => {
    const triples = triplesOf([0, 0, 2, 5, 40], [0, 0, 12, 30, 38], [10, 39, 39, 38.5, 39]);
    const { alive, expected } = paretoNbd.scores(ESTIMATED, triples, [4, 52]);
    for (let i = 0; i < triples.size; i++) {
      const history = [triples.x[i]!, triples.recency[i]!, triples.age[i]!] as const;
      expect(alive[i]).toBe(paretoNbd.pAlive(ESTIMATED, ...history));
      expect([expected[0]![i], expected[1]![i]]).toEqual([4, 52].map((t) => paretoNbd.expectedOrders(ESTIMATED, ...history, t)));
    }
  });
});

// Five hundred shops and two hundred starts: hostile.long.ts.
describe('the Pareto/NBD on shops that no model is made for', () => {
  it.each(hostileShops(45))('has a status and no number that is none for $title', (shop) => {
    expect(surviveShop(paretoNbd, shop)).toBeTruthy();
  });
});
