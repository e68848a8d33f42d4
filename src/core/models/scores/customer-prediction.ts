import type { PredictionChoice, Ranged } from '../../../terms/prediction';
import { quantile } from '../../stats/quantile';
import { drawnScores, type DrawnScores } from './drawn-scores';
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
 */
export function customerPredictions(models: ShopModels, rows: Uint32Array, asked: PredictionChoice): RowPrediction[] | null {
  const choice = soundChoice(asked);
  const scores = models.scores(choice);
  if (!scores) return null;
  if (models.verdict(choice).basis === 'empirical') return Array.from(rows, (row) => byRates(models, row, choice.horizonDays));
  const draws = drawnScores(models, rows, choice);
  return Array.from(rows, (row, k) => byModel(models, scores, { row, k }, draws, choice));
}

function byModel(
  models: ShopModels,
  scores: Scores,
  { row, k }: { row: number; k: number },
  { told, at, spend }: DrawnScores,
  choice: PredictionChoice,
): RowPrediction {
  const own = at[k]!;
  const ranged = (name: 'alive' | 'orders30' | 'orders90' | 'orders365' | 'ordersAhead'): Ranged =>
    rangeAround(
      scores[name][row]!,
      told.map((draw) => draw[name][own]!),
    );
  const isSpendTold = spend !== null && !Number.isNaN(scores.spend[row]!);
  const spends = isSpendTold ? spend.map((draw) => draw[k]!) : [];
  const values = spends.map((worth, j) => (choice.margin ?? 1) * told[j]!.discounted[own]! * worth);
  return {
    evidence: scores.evidence[row]!,
    alive: ranged('alive'),
    orders30: ranged('orders30'),
    orders90: ranged('orders90'),
    orders365: ranged('orders365'),
    ordersAhead: ranged('ordersAhead'),
    spend: isSpendTold ? rangeAround(scores.spend[row]!, spends) : null,
    value: isSpendTold ? rangeAround(scores.value[row]!, values) : null,
    next: nextOrder(models.fit(choice.model).theta, models.history.x[row]!, models.history.age[row]!, models.asOf),
  };
}

/** The middle 95 % of what was drawn, widened to hold the value itself. What is not finite in a draw is left out. */
export function rangeAround(value: number, drawn: readonly number[]): Ranged {
  const finite = Float64Array.from(drawn.filter(Number.isFinite));
  if (finite.length === 0) return { value, low: value, high: value };
  const [low, high] = [quantile(finite, 0.025), quantile(finite, 0.975)];
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
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
