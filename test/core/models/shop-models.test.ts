import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayFromYmd } from '../../../src/terms/day';
import { DEFAULT_PREDICTION, LIFETIME_MODELS, type PredictionChoice } from '../../../src/terms/prediction';
import type { OrderTable } from '../../../src/core/columns/order-table';
import { customerPredictions } from '../../../src/core/models/scores/customer-prediction';
import { expectedSum } from '../../../src/core/models/scores/expected-sum';
import type { Scores } from '../../../src/core/models/predictions';
import { modelsOf } from '../../../src/core/models/shop-models';
import { cdnowOrders, CDNOW_CALIBRATION, HAS_CDNOW } from './cdnow-orders';
import { orderTableFromColumns } from './order-table-from-columns';
import { orderTableFromDays } from './shop-from-days';
import { simulatedShop, simulatedTimes } from './simulate';

const COLUMNS = ['alive', 'orders30', 'orders90', 'orders365', 'ordersAhead', 'spend', 'value'] as const;
const START = dayFromYmd(2023, 1, 1);
const finite = (column: Float64Array): boolean => column.every(Number.isFinite);

/** What must hold of any scores: nothing is NaN on the ground of a model; rates tell orders or nothing, column by column. */
function expectSound(scores: Scores, basis: string): void {
  for (const name of COLUMNS) {
    const column = scores[name];
    const untold = column.every(Number.isNaN);
    if (basis === 'model' && name !== 'spend' && name !== 'value') expect(finite(column), name).toBe(true);
    expect(finite(column) || untold, name).toBe(true);
    expect(untold || column.every((one) => one >= 0), name).toBe(true);
  }
  if (basis === 'model') expect(scores.alive.every((one) => one <= 1)).toBe(true);
}

describe('the models of a shop', () => {
  const shop = simulatedShop({ model: 'mbg-nbd', theta: [0.6, 45, 0.8, 1.9], customers: 1500, days: 730, arrivals: 500, seed: 3 });

  it('are the same ones for the same table and day, and are forgotten with a third day', () => {
    const [one, two, three] = [700, 710, 720];
    const first = modelsOf(shop, one);
    expect(modelsOf(shop, one)).toBe(first);
    modelsOf(shop, two);
    modelsOf(shop, three);
    expect(modelsOf(shop, one)).not.toBe(first);
  });

  it('fit a model once, and keep the scores of the last three choices', () => {
    const models = modelsOf(shop, shop.lastDay);
    expect(models.fit('mbg-nbd')).toBe(models.fit('mbg-nbd'));
    const at = (horizonDays: number): PredictionChoice => ({ ...DEFAULT_PREDICTION, horizonDays });
    const kept = models.scores(at(30));
    for (const days of [60, 90]) models.scores(at(days));
    expect(models.scores(at(30))).toBe(kept);
    for (const days of [120, 150, 180]) models.scores(at(days));
    expect(models.scores(at(30))).not.toBe(kept);
  });

  it('expect more within longer times, and everything within the horizon where it is one of the usual', () => {
    const scores = modelsOf(shop, shop.lastDay).scores(DEFAULT_PREDICTION)!;
    expectSound(scores, 'model');
    for (let i = 0; i < scores.count; i++) {
      expect(scores.orders30[i]).toBeLessThanOrEqual(scores.orders90[i]!);
      expect(scores.orders90[i]).toBeLessThanOrEqual(scores.orders365[i]!);
      expect(scores.ordersAhead[i]).toBe(scores.orders365[i]);
    }
  });

  it('say too few of a long file whose customers came back after the cut only', () => {
    const late = simulatedTimes({ model: 'mbg-nbd', theta: [0.6, 45, 0.8, 1.9], customers: 500, days: 280, arrivals: 200, seed: 5 });
    const shop = orderTableFromDays([[0], ...late.map((own) => own.map((day) => 440 + Math.floor(day)))]);
    expect(modelsOf(shop, 720).verdict(DEFAULT_PREDICTION)).toMatchObject({ basis: 'none', why: 'too-few' });
  });

  it('give empty scores of no choice a verdict names none for', () => {
    const models = modelsOf(orderTableFromDays([[0], [5], [9]]), 200);
    expect(models.verdict(DEFAULT_PREDICTION)).toEqual({ basis: 'none', why: 'no-repeats', warnings: ['horizon-beyond-file'] });
    expect(models.scores(DEFAULT_PREDICTION)).toBeNull();
    expect(customerPredictions(models, Uint32Array.of(0), DEFAULT_PREDICTION)).toBeNull();
  });
});

describe.runIf(HAS_CDNOW)('the order of rows in a file', () => {
  it('changes no bit of a fit, a sum or its interval', () => {
    const [straight, shuffled] = [modelsOf(cdnowOrders(), CDNOW_CALIBRATION), modelsOf(renumbered(cdnowOrders(true)), CDNOW_CALIBRATION)];
    expect(shuffled.fit('mbg-nbd').theta).toEqual(straight.fit('mbg-nbd').theta);
    expect(shuffled.spend.theta).toEqual(straight.spend.theta);
    for (const summed of ['alive', 'ordersAhead', 'value'] as const)
      expect(expectedSum(shuffled, DEFAULT_PREDICTION, summed)).toEqual(expectedSum(straight, DEFAULT_PREDICTION, summed));
  });

  it('changes no bit of what is said of a customer', () => {
    const [straight, shuffled] = [modelsOf(cdnowOrders(), CDNOW_CALIBRATION), modelsOf(renumbered(cdnowOrders(true)), CDNOW_CALIBRATION)];
    const there = Array.from({ length: 20 }, (_, i) => i * 100);
    const told = customerPredictions(straight, Uint32Array.from(there), DEFAULT_PREDICTION);
    const again = customerPredictions(
      shuffled,
      Uint32Array.from(there, (row) => straight.history.count - 1 - row),
      DEFAULT_PREDICTION,
    );
    expect(again).toEqual(told);
  });
});

describe('a small shop', () => {
  // Forty customers in a year and a half; every third comes back each month or two.
  const days = Array.from({ length: 40 }, (_, c) => [c * 9, ...(c % 3 ? [] : [c * 9 + 40, c * 9 + 95, c * 9 + 130])]);
  const models = modelsOf(orderTableFromDays(days), 560);

  it('is told by rates and says so, with orders for every customer and nothing that only a model knows', () => {
    const verdict = models.verdict({ ...DEFAULT_PREDICTION, horizonDays: 90 });
    expect(verdict.basis).toBe('empirical');
    const scores = models.scores({ ...DEFAULT_PREDICTION, horizonDays: 90 })!;
    expectSound(scores, 'empirical');
    expect(finite(scores.orders90)).toBe(true);
    expect(scores.ordersAhead).toEqual(scores.orders90);
    expect(scores.alive.every(Number.isNaN) && scores.value.every(Number.isNaN)).toBe(true);
  });

  it('leaves out days for which its file is too short', () => {
    const short = modelsOf(orderTableFromDays(days.map((own) => own.map((day) => day / 4).map(Math.floor))), 140);
    const scores = short.scores(DEFAULT_PREDICTION)!;
    expect(finite(scores.orders30)).toBe(true);
    expect(scores.orders365.every(Number.isNaN)).toBe(true);
    const [one] = customerPredictions(short, Uint32Array.of(0), DEFAULT_PREDICTION)!;
    expect(one).toMatchObject({ alive: null, orders365: null, spend: null, value: null, next: null, evidence: 3 });
    expect(one!.orders30!.low).toBeLessThanOrEqual(one!.orders30!.value);
  });

  it('expects more of who comes often than of who came once, long ago', () => {
    const { orders90, evidence } = models.scores(DEFAULT_PREDICTION)!;
    const [often, once] = [evidence.indexOf(3), evidence.indexOf(0)];
    expect(orders90[often]).toBeGreaterThan(orders90[once]!);
  });
});

describe('a shop that is hardly one', () => {
  const orders = (customers: number[][], net = 1000): OrderTable =>
    orderTableFromColumns(customers.flatMap((own, customer) => own.map((day) => ({ customer, day: START + day, net }))));
  const asked = { ...DEFAULT_PREDICTION, horizonDays: 90 };

  it.each([
    ['nobody', orders([]), 'no-orders'],
    ['one customer, once', orders([[0]]), 'no-repeats'],
    ['one customer who comes back', orders([[0, 40, 80, 120]]), 'too-few'],
    ['three hundred who came once', orders(Array.from({ length: 300 }, (_, i) => [i])), 'no-repeats'],
    ['everybody on one day, many times', orders(Array.from({ length: 300 }, () => [0, 0, 0])), 'no-repeats'],
  ])('%s: says why nothing is told', (_, table, why) => {
    const models = modelsOf(table, START + 200);
    for (const model of LIFETIME_MODELS) expect(models.verdict({ ...asked, model })).toMatchObject({ basis: 'none', why });
  });

  it('500 hostile shops: each has a verdict, and not one number is NaN where one is told', () => {
    const huge = fc.integer({ min: 0, max: 900 }).map((n) => Array.from({ length: n }, (_, k) => k));
    const own = fc.oneof(
      { weight: 20, arbitrary: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 8 }) },
      { weight: 1, arbitrary: huge.filter((days) => days.length > 0) },
      { weight: 4, arbitrary: fc.constant([0, 1]) },
    );
    const net = fc.constantFrom(0, 1, 1000, 1e9);
    let [told, byModel] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(own, { minLength: 1, maxLength: 6 }),
        fc.oneof({ weight: 11, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(40) }),
        net,
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom(...LIFETIME_MODELS),
        (kinds, copies, worth, asOf, model) => {
          const customers = Array.from({ length: copies }, (_, k) =>
            kinds.map((days) => days.map((day) => day + (copies > 1 ? (k * 7) % 60 : 0))),
          ).flat();
          const models = modelsOf(orders(customers, worth), START + asOf);
          const choice = { ...asked, model };
          const verdict = models.verdict(choice);
          const scores = models.scores(choice);
          expect(scores === null).toBe(verdict.basis === 'none');
          if (!scores) return;
          told++;
          if (verdict.basis === 'model') byModel++;
          expectSound(scores, verdict.basis);
          for (const row of customerPredictions(models, Uint32Array.of(0, scores.count - 1), choice)!)
            for (const ranged of [row.alive, row.orders30, row.ordersAhead, row.spend, row.value])
              if (ranged) expect(ranged.low <= ranged.value && ranged.value <= ranged.high && Number.isFinite(ranged.high)).toBe(true);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
    // Shops of which nothing is ever told would prove nothing.
    expect(told).toBeGreaterThan(50);
    expect(byModel).toBeGreaterThan(0);
  }, 60_000);
});

/** The same shop with its customers numbered from the last to the first. */
function renumbered({ customers, first, day, net }: OrderTable): OrderTable {
  const orders: { customer: number; day: number; net: number }[] = [];
  for (let c = 0; c < customers; c++)
    for (let i = first[c]!; i < first[c + 1]!; i++) orders.push({ customer: customers - 1 - c, day: day[i]!, net: net[i]! });
  return orderTableFromColumns(orders);
}
