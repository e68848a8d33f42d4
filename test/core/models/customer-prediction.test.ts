import { describe, expect, it } from 'vitest';
import { dayFromYmd } from '../../../src/terms/day';
import { DEFAULT_PREDICTION, type PredictionChoice } from '../../../src/terms/prediction';
import { aliveCurve } from '../../../src/core/models/scores/alive-curve';
import { customerPredictions } from '../../../src/core/models/scores/customer-prediction';
import { rangeAround } from '../../../src/core/models/scores/middle-of-draws';
import { drawParameters } from '../../../src/core/models/fitting/drawn-parameters';
import { expectedSum } from '../../../src/core/models/scores/expected-sum';
import { looksLeftTruncated } from '../../../src/core/models/left-truncation';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { nextOrder } from '../../../src/core/models/scores/next-order';
import { modelsOf } from '../../../src/core/models/shop-models';
import { soundChoice } from '../../../src/core/models/scores/sound-choice';
import { cdnowOrders, CDNOW_CALIBRATION, HAS_CDNOW } from './cdnow-orders';
import { orderTableFromDays } from './shop-from-days';

const choice: PredictionChoice = { ...DEFAULT_PREDICTION, horizonDays: 273 };

describe.runIf(HAS_CDNOW)('what is said of one customer of CDNOW', () => {
  const models = modelsOf(cdnowOrders(), CDNOW_CALIBRATION);
  const rows = Uint32Array.from({ length: 60 }, (_, i) => i * 39);
  const told = customerPredictions(models, rows, choice)!;
  const scores = models.scores(choice)!;

  it('is what the columns say, each number within its interval', () => {
    told.forEach((one, k) => {
      const row = rows[k]!;
      expect(one.evidence).toBe(scores.evidence[row]);
      for (const name of ['alive', 'orders30', 'orders90', 'orders365', 'ordersAhead', 'spend', 'value'] as const) {
        const { value, low, high } = one[name]!;
        expect(value, name).toBe(scores[name][row]);
        expect(low < value && value < high, name).toBe(true);
      }
    });
  });

  it('comes out the same whoever else is asked for', () => {
    expect(customerPredictions(models, Uint32Array.of(39), choice)![0]).toEqual(told[1]);
  });

  it('the interval of P(alive) is that of the delta method from the covariance of the fit, within a fifth', () => {
    const { theta, covariance } = models.fit('mbg-nbd');
    const [x, recency, age] = [models.history.x[0]!, models.history.recency[0]!, models.history.age[0]!];
    const at = (i: number, step: number) =>
      lifetimeModel('mbg-nbd').pAlive(
        theta.map((value, j) => (i === j ? value * Math.exp(step) : value)),
        x,
        recency,
        age,
      );
    const slope = Array.from(theta, (_, i) => (at(i, 1e-4) - at(i, -1e-4)) / 2e-4);
    const variance = slope.reduce((sum, a, i) => sum + slope.reduce((own, b, j) => own + a * b * covariance![4 * i + j]!, 0), 0);
    const { low, high } = customerPredictions(models, Uint32Array.of(0), choice)![0]!.alive!;
    expect((high - low) / (2 * 1.96 * Math.sqrt(variance))).toBeGreaterThan(0.8);
    expect((high - low) / (2 * 1.96 * Math.sqrt(variance))).toBeLessThan(1.2);
  });

  it('sums over all customers are the columns added up', () => {
    for (const summed of ['alive', 'ordersAhead', 'value'] as const) {
      const sum = scores[summed].reduce((total, one) => total + one, 0);
      expect(Math.abs(expectedSum(models, choice, summed)!.value / sum - 1)).toBeLessThan(1e-12);
    }
  });

  it('the interval of a sum from two hundred customers is that from all of them, within a tenth of its width', () => {
    const { value, expectation: range } = expectedSum(models, choice, 'ordersAhead')!;
    const model = lifetimeModel('mbg-nbd');
    const sums = drawParameters(models.fit('mbg-nbd'), 200, 20_050_201).map((theta) => {
      const { expected } = model.scores(theta, models.triples, [273]);
      return expected[0]!.reduce((sum, one, i) => sum + models.triples.weight[i]! * one, 0);
    });
    const all = rangeAround(value, sums);
    const width = all.high - all.low;
    expect(Math.abs(range!.low - all.low)).toBeLessThan(width / 10);
    expect(Math.abs(range!.high - all.high)).toBeLessThan(width / 10);
  });

  it('the value of all, in cents, has margin as a factor in its interval too', () => {
    const [sales, profit] = [expectedSum(models, choice, 'value')!, expectedSum(models, { ...choice, margin: 0.25 }, 'value')!];
    expect(profit.value / sales.value).toBeCloseTo(0.25, 10);
    expect(profit.expectation!.high / sales.expectation!.high).toBeCloseTo(0.25, 10);
    expect(profit.outcome!.high / sales.outcome!.high).toBeCloseTo(0.25, 10);
  });

  it('the curve of P(alive) ends with the score, falls in silence and stands at every order-day and the day before', () => {
    const row = models.history.x.findIndex((x) => x >= 3);
    const id = models.history.id[row]!;
    const curve = aliveCurve(models.orders, id, models.fit('mbg-nbd'), models.asOf);
    const own = Array.from(models.orders.day.slice(models.orders.first[id]!, models.orders.first[id + 1]!)).filter(
      (day) => day <= models.asOf,
    );
    expect(curve.at(-1)).toEqual({ day: models.asOf, alive: scores.alive[row] });
    expect(curve[0]!.day).toBe(own[0]);
    const days = curve.map(({ day }) => day);
    for (const day of own.slice(1)) expect(days).toEqual(expect.arrayContaining([day - 1, day]));
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    curve.forEach(({ day, alive }, i) => {
      if (i > 0 && !own.includes(day)) expect(alive).toBeLessThan(curve[i - 1]!.alive);
    });
  });
});

describe('the next order', () => {
  it('by hand: with r + x = 1 half of the waits of a Lomax lie between a third of its scale and three times of it', () => {
    // P(W > w) = 90 / (90 + w): 0.75 at 30, 0.25 at 270.
    expect(nextOrder(Float64Array.of(0.5, 40), 0.5, 50, 1000)).toEqual({ from: 1030, to: 1270 });
  });

  it('is at least a day ahead, and not told where its end is over two years away', () => {
    expect(nextOrder(Float64Array.of(1, 1), 400, 100, 1000)).toEqual({ from: 1001, to: 1001 });
    expect(nextOrder(Float64Array.of(0.5, 40), 0.5, 203, 1000)).toEqual({ from: 1081, to: 1729 });
    expect(nextOrder(Float64Array.of(0.5, 40), 0.5, 204, 1000)).toBeNull();
  });
});

describe('a file that begins in the middle', () => {
  const start = dayFromYmd(2022, 1, 1);
  /** Customers who begin over so many days and order every 20 days for a while. */
  const regulars = (n: number, from: number, span: number, times: number): number[][] =>
    Array.from({ length: n }, (_, i) => Array.from({ length: times }, (_t, k) => start + from + ((i * 7) % span) + 20 * k));

  it('is told by early customers who come back far more than later ones', () => {
    const customers = [...regulars(300, 0, 60, 9), ...regulars(100, 250, 400, 3), ...regulars(300, 250, 400, 1)];
    expect(looksLeftTruncated(orderTableFromDays(customers), start + 799)).toBe(true);
  });

  it('is not seen where early and later customers come back alike, nor in a file of one cohort', () => {
    const alike = [...regulars(150, 0, 60, 3), ...regulars(150, 0, 60, 1), ...regulars(200, 250, 400, 3), ...regulars(200, 250, 400, 1)];
    expect(looksLeftTruncated(orderTableFromDays(alike), start + 799)).toBe(false);
    expect(looksLeftTruncated(orderTableFromDays(regulars(900, 0, 60, 9)), start + 799)).toBe(false);
  });
});

describe('what was typed', () => {
  it('becomes a choice that models can work with', () => {
    expect(soundChoice({})).toEqual(DEFAULT_PREDICTION);
    const odd = { model: 'arima', horizonDays: 1e12, margin: 7, discountPerYear: NaN };
    expect(soundChoice(odd)).toEqual({ ...DEFAULT_PREDICTION, horizonDays: 3650 });
    expect(soundChoice({ horizonDays: 0, margin: '', discountPerYear: -1 })).toEqual(DEFAULT_PREDICTION);
    expect(soundChoice({ model: 'bg-nbd', horizonDays: 90.4, margin: 0, discountPerYear: 0 })).toEqual({
      model: 'bg-nbd',
      horizonDays: 90,
      margin: 0,
      discountPerYear: 0,
    });
  });
});
