import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/core/models/lifetime/bg-nbd';
import { mbgNbd } from '../../../src/core/models/lifetime/mbg-nbd';
import { byIntegration } from './beta-geometric-twin';
import { triplesOf } from './triples-of';

const MODELS = [
  { model: bgNbd, chances: 0 },
  { model: mbgNbd, chances: 1 },
] as const;

const near = (value: number, other: number, tolerance: number): void =>
  expect(Math.abs(value - other), `${value} and ${other}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(other)));

/** A parameter between 0.01 and 100, as likely small as large. */
const parameter = fc.double({ min: Math.log(0.01), max: Math.log(100), noNaN: true }).map(Math.exp);
const theta = fc.array(parameter, { minLength: 4, maxLength: 4 }).map((values) => Float64Array.from(values));
const history = fc
  .record({ x: fc.nat(60), age: fc.integer({ min: 1, max: 900 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ x, age, share }) => ({ x, age, recency: x === 0 ? 0 : Math.round(share * age) }));

describe.each(MODELS)('$model.id', ({ model, chances }) => {
  it.each([
    [[0.243, 4.414, 0.793, 2.426], { x: 2, recency: 30.43, age: 38.86 }],
    [[0.525, 6.183, 0.891, 1.614], { x: 0, recency: 0, age: 38.86 }],
    [[2.5, 30, 1, 1.5], { x: 7, recency: 100, age: 180 }],
    [[0.8, 10, 0.3, 0.4], { x: 1, recency: 0.5, age: 300 }],
    [[1.2, 60, 3, 0.7], { x: 25, recency: 350, age: 365 }],
  ] as const)('is what its story says, summed over all rates and all chances to leave: %j %j', (at, { x, recency, age }) => {
    const twin = byIntegration(chances, at, { x, recency, age });
    const own = Float64Array.from(at);
    near(model.logLikelihood(triplesOf([x], [recency], [age]), own), twin.logLikelihood, 1e-9);
    near(model.pAlive(own, x, recency, age), twin.pAlive, 1e-9);
    for (const t of [1, 39, 365, 3650]) near(model.expectedOrders(own, x, recency, age, t), twin.expectedOrders(t), 1e-8);
    const fresh = byIntegration(chances, at, { x: 0, recency: 0, age: 0 });
    for (const t of [1, 365]) near(model.expectedOfNew(own, t), fresh.expectedOrders(t), 1e-8);
  });

  it('has the derivatives that small differences of the likelihood have', () => {
    fc.assert(
      fc.property(theta, fc.array(history, { minLength: 1, maxLength: 12 }), (at, rows) => {
        const triples = triplesOf(...columns(rows));
        const gradient = new Float64Array(4);
        model.logLikelihood(triples, at, gradient);
        for (let i = 0; i < 4; i++) {
          const moved = (by: number): number =>
            model.logLikelihood(
              triples,
              at.map((value, j) => (j === i ? value * Math.exp(by) : value)),
            );
          // Richardson's: the error of the plain difference is of the second order, of this one of the fourth.
          const plain = (h: number): number => (moved(h) - moved(-h)) / (2 * h);
          const difference = (4 * plain(1e-3) - plain(2e-3)) / 3;
          near(gradient[i]! * at[i]!, difference, 1e-7);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives chances between 0 and 1, and expectations that begin at 0 and rise', () => {
    fc.assert(
      fc.property(theta, history, (at, { x, recency, age }) => {
        const alive = model.pAlive(at, x, recency, age);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const orders = [0, 1, 10, 100, 1000, 10_000].map((t) => model.expectedOrders(at, x, recency, age, t));
        expect(orders[0]).toBe(0);
        for (let i = 1; i < orders.length; i++) expect(orders[i]).toBeGreaterThanOrEqual(orders[i - 1]! * (1 - 1e-10));
        expect(orders.every(Number.isFinite)).toBe(true);
        // Nobody can order more than if nobody left.
        expect(orders[3]).toBeLessThanOrEqual((((at[0]! + x) * 100) / (at[1]! + age)) * (1 + 1e-10));
      }),
      { numRuns: 300 },
    );
  });

  it('has a day less of silence never speak against a customer', () => {
    fc.assert(
      fc.property(theta, history, (at, { x, recency, age }) => {
        fc.pre(x > 0);
        expect(model.pAlive(at, x, recency, age)).toBeGreaterThanOrEqual(model.pAlive(at, x, recency, age + 1));
        expect(model.pAlive(at, x, age, age)).toBeGreaterThanOrEqual(model.pAlive(at, x, recency, age));
      }),
    );
  });

  it('counts somebody twice who weighs 2', () => {
    const at = Float64Array.of(0.5, 40, 0.9, 1.6);
    const [once, twice] = [triplesOf([0, 3], [0, 80], [100, 90]), triplesOf([0, 3, 3], [0, 80, 80], [100, 90, 90])];
    const [g, h] = [new Float64Array(4), new Float64Array(4)];
    near(model.logLikelihood({ ...once, weight: Float64Array.of(1, 2) }, at, g), model.logLikelihood(twice, at, h), 1e-14);
    g.forEach((slope, i) => near(slope, h[i]!, 1e-12));
  });

  it('says the same in weeks as in days, but for the unit of the density', () => {
    fc.assert(
      fc.property(theta, fc.array(history, { minLength: 1, maxLength: 8 }), (at, rows) => {
        const [x, recency, age] = columns(rows);
        const week = (days: number): number => days / 7;
        const inWeeks = at.map((value, i) => (model.isTime[i] ? value / 7 : value));
        const orders = x.reduce((sum, one) => sum + one, 0);
        const days = model.logLikelihood(triplesOf(x, recency, age), at);
        near(model.logLikelihood(triplesOf(x, recency.map(week), age.map(week)), inWeeks), days + orders * Math.log(7), 1e-11);
        near(
          model.expectedOrders(inWeeks, x[0]!, recency[0]! / 7, age[0]! / 7, 10),
          model.expectedOrders(at, x[0]!, recency[0]!, age[0]!, 70),
          1e-9,
        );
      }),
    );
  });
});

function columns(rows: readonly { x: number; recency: number; age: number }[]): [number[], number[], number[]] {
  return [rows.map(({ x }) => x), rows.map(({ recency }) => recency), rows.map(({ age }) => age)];
}
