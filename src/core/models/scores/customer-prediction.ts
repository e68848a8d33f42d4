import type { PredictionChoice, Ranged } from '../../../terms/prediction';
import { drawnRanges, type DrawnRanges, type RangedName } from './drawn-ranges';
import { cellIndex, type EmpiricalRates } from './empirical-rates';
import { nextOrder } from './next-order';
import type { CustomerPrediction, Scores } from '../predictions';
import type { ShopModels } from '../shop-models';
import { soundChoice } from './sound-choice';

/** What is told of one customer, who is known here by a row of the history. */
export type RowPrediction = Omit<CustomerPrediction, 'key'>;

/**
 * Predictions for some customers with their intervals, on the ground of the verdict; null where that names none.
 *
 * An interval is the middle 95 % of what drawn parameters say (Laplace): how well the *expectation* is known, not what one person does. A
 * customer of whom 0.4 orders are expected, 0.38 to 0.42, places none or one or two all the same. It always holds its number. On the ground
 * of rates it is that of the rate of the customer's cell.
 * @param rows  rows of the history
 * Cost: see `drawnRanges`.
 */
export function customerPredictions(models: ShopModels, rows: Uint32Array, asked: PredictionChoice): RowPrediction[] | null {
  const each = eachPrediction(models, rows, asked);
  return each && [...each];
}

/** The same, each made when it is taken, so that those of a whole shop need not be held at once. */
export function eachPrediction(models: ShopModels, rows: Uint32Array, asked: PredictionChoice): Iterable<RowPrediction> | null {
  const choice = soundChoice(asked);
  const scores = models.scores(choice);
  if (!scores) return null;
  return models.verdict(choice).basis === 'empirical' ? allByRates(models, rows, choice) : allByModel(models, scores, rows, choice);
}

function* allByRates(models: ShopModels, rows: Uint32Array, { horizonDays }: PredictionChoice): Generator<RowPrediction> {
  for (const row of rows) yield byRates(models, row, horizonDays);
}

function* allByModel(models: ShopModels, scores: Scores, rows: Uint32Array, choice: PredictionChoice): Generator<RowPrediction> {
  const ranges = drawnRanges(models, scores, rows, choice);
  const { theta } = models.fit(choice.model);
  for (let place = 0; place < rows.length; place++) yield byModel(models, scores, ranges, { row: rows[place]!, place }, theta);
}

function byModel(
  { history: { x, age }, asOf }: ShopModels,
  scores: Scores,
  ranges: DrawnRanges,
  { row, place }: { row: number; place: number },
  theta: Float64Array,
): RowPrediction {
  const ranged = (name: RangedName): Ranged => ({
    value: scores[name][row]!,
    low: ranges[name].low[place]!,
    high: ranges[name].high[place]!,
  });
  const isSpendTold = !Number.isNaN(scores.spend[row]!);
  return {
    evidence: scores.evidence[row]!,
    alive: ranged('alive'),
    orders30: ranged('orders30'),
    orders90: ranged('orders90'),
    orders365: ranged('orders365'),
    ordersAhead: ranged('ordersAhead'),
    spend: isSpendTold ? ranged('spend') : null,
    value: isSpendTold ? ranged('value') : null,
    next: nextOrder(theta, x[row]!, age[row]!, asOf),
  };
}

function byRates(models: ShopModels, row: number, horizonDays: number): RowPrediction {
  const { x, recency, age } = models.history;
  const cell = cellIndex(age[row]! - recency[row]!, x[row]!);
  const orders = (rates: EmpiricalRates | null): Ranged | null => rates && rates.cells[cell]!.perCustomer;
  return {
    evidence: x[row]!,
    alive: null,
    orders30: orders(models.rates(30)),
    orders90: orders(models.rates(90)),
    orders365: orders(models.rates(365)),
    ordersAhead: orders(models.rates(horizonDays)),
    spend: null,
    value: null,
    next: null,
  };
}
