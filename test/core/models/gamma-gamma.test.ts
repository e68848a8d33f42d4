import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fitSpend, type SpendFit } from '../../../src/core/models/spend/fit-spend';
import { expectedSpend, spendLogLikelihood } from '../../../src/core/models/spend/gamma-gamma';
import { mergedSpends } from '../../../src/core/models/spend/spend-history';
import { logGamma } from '../../../src/core/stats/log-gamma';
import { hasShared, sharedTable } from './shared-table';

const CBS = 'cdnow-sample/BTYD_cdnowSummary_cbs.csv';
const BTYD = 'cdnow-sample/reference_BTYD_per_customer.csv';
const LIFETIMES = 'cdnow-sample/reference_lifetimes_per_customer.csv';
const ONLINE_RETAIL = 'online-retail/reference_lifetimes_per_customer.csv';
/** Fader and Hardie, note 025, table 2. */
const PUBLISHED = Float64Array.of(6.25, 3.74, 15.44);

const spendsOf = (x: ArrayLike<number>, mean: ArrayLike<number>) =>
  mergedSpends({ count: x.length, x: Uint32Array.from(x), mean: Float64Array.from(mean) });
const fitOf = (x: ArrayLike<number>, mean: ArrayLike<number>): SpendFit =>
  fitSpend({ count: x.length, id: new Uint32Array(x.length), x: Uint32Array.from(x), mean: Float64Array.from(mean), worthless: 0 });

describe('the Gamma-Gamma on the CDNOW sample', () => {
  it.runIf(hasShared(CBS))('is fitted with p 6.25, q 3.74, γ 15.44 and a log-likelihood of −4055.918 on 946 customers', () => {
    const cbs = sharedTable(CBS);
    const fit = fitOf(cbs['x']!, cbs['m.x']!);
    expect(fit.status).toBe('fitted');
    expect(fit.customers).toBe(946);
    expect(fit.logLikelihood).toBeCloseTo(-4055.9177, 3);
    for (const [i, value] of PUBLISHED.entries()) expect(Math.abs(fit.theta[i]! / value - 1)).toBeLessThan(0.01);
    expect(fit.mean).toBeCloseTo(35.2, 1);
    expect(fit.correlation).toBeCloseTo(0.113884, 3);
    expect(fit.starts).toEqual({ tried: 5, agreed: 5 });
  });

  it.runIf(hasShared(CBS))('has a log-likelihood of −4055.919232 at the rounded parameters', () => {
    const cbs = sharedTable(CBS);
    expect(spendLogLikelihood(spendsOf(cbs['x']!, cbs['m.x']!), PUBLISHED)).toBeCloseTo(-4055.919232, 5);
  });

  it.runIf(hasShared(BTYD))('expects of each of the 2,357 customers what BTYD expects at its parameters, to 10⁻⁶', () => {
    const { x, 'm.x': mean, gg_expected: expected } = sharedTable(BTYD);
    const estimated = Float64Array.of(6.249349, 3.744256, 15.444307);
    const worst = Array.from(x!, (n, i) => Math.abs(expectedSpend(estimated, n, mean![i]!) / expected![i]! - 1));
    expect(worst).toHaveLength(2357);
    expect(Math.max(...worst)).toBeLessThan(1e-6);
  });

  it.runIf(hasShared(LIFETIMES))(
    'expects 24.66, 18.91, 35.17 … 71.46 … of the first ten customers, as the documentation of lifetimes prints',
    () => {
      const { x, zbar } = sharedTable(LIFETIMES);
      const fit = fitOf(x!, zbar!);
      const printed = [24.658619, 18.911489, 35.170981, 35.170981, 35.170981, 71.462843, 18.911489, 35.170981, 27.282408, 35.170981];
      for (const [i, value] of printed.entries())
        expect(Math.abs(expectedSpend(fit.theta, x![i]!, zbar![i]!) / value - 1)).toBeLessThan(1e-4);
      expect(fit.correlation).toBeCloseTo(0.113884, 6);
    },
  );

  it('expects 88.35 of somebody with two order-days of 100, 35.03 with three of 35, and 35.22 of somebody unknown', () => {
    expect(expectedSpend(PUBLISHED, 2, 100)).toBeCloseTo(88.353, 3);
    expect(expectedSpend(PUBLISHED, 3, 35)).toBeCloseTo(35.02792, 5);
    expect(expectedSpend(PUBLISHED, 0, 0)).toBeCloseTo(35.218978, 6);
  });
});

describe('the Gamma-Gamma on Online Retail', () => {
  it.runIf(hasShared(ONLINE_RETAIL))(
    'is fitted with p 2.10, q 3.45, γ 485.57 and expects what lifetimes does, customer by customer',
    () => {
      const { frequency, monetary_value: mean, gg } = sharedTable(ONLINE_RETAIL);
      const fit = fitOf(frequency!, mean!);
      expect(fit.status).toBe('fitted');
      expect([fit.theta[0]!.toFixed(2), fit.theta[1]!.toFixed(2)]).toEqual(['2.10', '3.45']);
      expect(Math.abs(fit.theta[2]! / 485.57 - 1)).toBeLessThan(1e-3);
      const worst = Array.from(gg!, (value, i) => Math.abs(expectedSpend(fit.theta, frequency![i]!, mean![i]!) / value - 1));
      expect(worst).toHaveLength(4339);
      expect(Math.max(...worst)).toBeLessThan(1e-4);
    },
  );
});

describe('the Gamma-Gamma, whatever is asked', () => {
  const parameter = fc.double({ min: -3, max: 3, noNaN: true }).map(Math.exp);
  const customer = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0.01, max: 1000, noNaN: true }));

  it('has derivatives that are those of small differences', () => {
    fc.assert(
      fc.property(fc.tuple(parameter, parameter, parameter), customer, (at, [x, mean]) => {
        const spends = spendsOf([x], [mean]);
        const gradient = new Float64Array(3);
        spendLogLikelihood(spends, Float64Array.from(at), gradient);
        for (let k = 0; k < 3; k++) {
          const step = 1e-4 * at[k]!;
          const moved = (by: number) =>
            spendLogLikelihood(
              spends,
              Float64Array.from(at, (value, i) => (i === k ? value + by : value)),
            );
          const slope = (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step);
          const doubt = 1e-6 * Math.abs(slope) + (1e-13 * (Math.abs(moved(0)) + 100)) / step;
          expect(Math.abs(gradient[k]! - slope)).toBeLessThan(doubt + 1e-9);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('has a density of means that Simpson’s rule finds by mixing over ν', () => {
    const [p, q, gamma] = [2.5, 3.2, 20];
    for (const [x, mean] of [
      [1, 5],
      [3, 30],
      [12, 80],
    ] as const) {
      const inner = (v: number) =>
        p * x * Math.log(v * x) -
        logGamma(p * x) +
        (p * x - 1) * Math.log(mean) -
        v * x * mean +
        (q * Math.log(gamma) - logGamma(q) + (q - 1) * Math.log(v) - gamma * v);
      let sum = 0;
      for (let k = 0; k <= 4000; k++) {
        const y = -20 + (k * 25) / 4000;
        sum += (k === 0 || k === 4000 ? 1 : k % 2 ? 4 : 2) * Math.exp(inner(Math.exp(y)) + y);
      }
      expect(spendLogLikelihood(spendsOf([x], [mean]), Float64Array.of(p, q, gamma))).toBeCloseTo(Math.log((sum * 25) / 4000 / 3), 9);
    }
  });

  it('expects something between a customer’s own mean and that of all, and the closer to the own the more is known', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, customer, (p, less, gamma, [x, mean]) => {
        const at = Float64Array.of(p, 1 + less, gamma);
        const all = expectedSpend(at, 0, 0);
        const one = expectedSpend(at, x, mean);
        expect(one).toBeGreaterThanOrEqual(Math.min(all, mean) * (1 - 1e-12));
        expect(one).toBeLessThanOrEqual(Math.max(all, mean) * (1 + 1e-12));
        expect(Math.abs(expectedSpend(at, 2 * x, mean) - mean)).toBeLessThanOrEqual(Math.abs(one - mean) + 1e-9 * mean);
      }),
      { seed: 2 },
    );
  });

  it('is the same in cents as in euros, and in whatever order the customers come', () => {
    const x = [1, 2, 5, 3, 1, 8, 2, 1, 4, 6, 1, 2];
    const mean = [12, 30, 22, 41, 8, 25, 60, 19, 33, 27, 90, 14];
    const fit = fitOf(x, mean);
    const cents = fitOf(
      x,
      mean.map((one) => 100 * one),
    );
    expect(cents.theta[0]! / fit.theta[0]!).toBeCloseTo(1, 6);
    expect(cents.theta[2]! / fit.theta[2]!).toBeCloseTo(100, 4);
    expect(fitOf(x.toReversed(), mean.toReversed())).toEqual(fit);
  });

  it('has no mean where px + q ≤ 1', () => {
    expect(expectedSpend(Float64Array.of(0.5, 0.9, 10), 0, 0)).toBe(Infinity);
    expect(Number.isFinite(expectedSpend(Float64Array.of(0.5, 0.9, 10), 1, 20))).toBe(true);
  });
});

describe('fitting spend, whoever the customers are', () => {
  const isUsable = (fit: SpendFit): void => {
    for (const number of [...fit.theta, fit.logLikelihood, fit.mean, fit.correlation ?? 0, ...(fit.covariance ?? [])]) {
      expect(Number.isFinite(number)).toBe(true);
    }
    expect(fit.theta[1]).toBeGreaterThan(1);
  };

  it('says that nobody came back, or that too few did', () => {
    expect(fitOf([0, 0, 0], [0, 0, 0]).status).toBe('no-repeats');
    expect(fitOf([], []).status).toBe('no-repeats');
    expect(fitOf([3, 0], [20, 0]).status).toBe('too-few');
    isUsable(fitOf([], []));
    isUsable(fitOf([3, 0], [20, 0]));
  });

  it('needs a weak prior where all spend the same, and then expects that', () => {
    const fit = fitOf(new Array(50).fill(3), new Array(50).fill(4000));
    expect(fit.status).toBe('with-prior');
    expect(fit.correlation).toBeNull();
    isUsable(fit);
    expect(Math.abs(fit.mean / 4000 - 1)).toBeLessThan(0.05);
  });

  it('stays finite for one spender of a million among cents, and where the tail has no mean', () => {
    isUsable(fitOf([1, 1, 1, 1, 1, 1, 2, 1, 1, 900], [1, 1, 2, 1, 3, 1, 1, 1, 2, 1e9]));
    isUsable(
      fitOf(
        new Array(60).fill(1),
        Array.from({ length: 60 }, (_, i) => Math.exp(i / 2)),
      ),
    );
    isUsable(fitOf([1e6, 1e6, 1, 2, 3], [5, 7, 9, 1, 4]));
  });

  it('never fails, whatever was spent', () => {
    const shop = fc.array(fc.tuple(fc.nat(30), fc.double({ min: -7, max: 16, noNaN: true }).map(Math.exp)), { maxLength: 30 });
    fc.assert(
      fc.property(shop, (customers) => {
        isUsable(
          fitOf(
            customers.map(([x]) => x),
            customers.map(([, mean]) => mean),
          ),
        );
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});
