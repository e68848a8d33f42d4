import type { PredictionChoice, Ranged } from '../../../terms/prediction';
import { chanceOfSum, type Summed } from './chance-of-sums';
import { rangeAround } from './middle-of-draws';
import { drawnScores, drawnTold } from './drawn-scores';
import type { ShopModels } from '../shop-models';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;
/** Customers on whom the drawn parameters are tried. */
const PICKED = 200;

/** A sum of scores over all customers; the ranges are null on the ground of rates, which has no parameters to draw. */
export interface ExpectedSum {
  value: number;
  /** Of the expectation: how well the parameters are known. */
  expectation: Ranged | null;
  /** Of what will come about: the same, and chance. */
  outcome: Ranged | null;
}

/**
 * Σ of a score over all customers with its 95 % intervals; null where no such score is told.
 *
 * What comes about differs from its expectation by chance: outcome = sum ± 1.96 √(Var of the expectation + Var by chance), the first from the
 * width of its interval (÷ 3.92, squared), the second as `chanceOfSum` has it; not below 0, nor are more customers there than there are.
 *
 * The interval of the expectation is the middle 95 % under drawn parameters. The sum under a draw is estimated on 200 customers picked in proportion to what they contribute (systematic sampling): the sum times the
 * mean of each one's ratio of drawn to fitted score. Customers of one kind move together under a draw, so few are enough. Customers are taken
 * in the order of their histories, so that the order of rows in a file changes no bit.
 * Cost: 200 draws × 200 customers × times, whatever the shop's size, a pass over customers and a sort of them once.
 * @source  M. H. Hansen, W. N. Hurwitz, On the Theory of Sampling from Finite Populations, Annals of Mathematical Statistics 14 (4), 1943
 */
export function expectedSum(models: ShopModels, choice: PredictionChoice, summed: Summed): ExpectedSum | null {
  const scores = models.scores(choice);
  const column = scores?.[summed];
  if (!scores || !column || Number.isNaN(column[0])) return null;
  const order = models.rowsInOrder;
  const value = order.reduce((sum, row) => sum + column[row]!, 0);
  if (models.verdict(choice).basis !== 'model' || value === 0) return { value, expectation: null, outcome: null };
  const picked = pickedInProportion(order, column, value);
  const drawn = drawnColumns(models, picked, choice, summed);
  const expectation = rangeAround(
    value,
    drawn.map((own) => value * meanRatio(own, column, picked)),
  );
  const known = (expectation.high - expectation.low) / (2 * Z);
  const reach = Z * Math.sqrt(known * known + chanceOfSum(models, scores, choice, summed));
  const most = summed === 'alive' ? scores.count : Infinity;
  return { value, expectation, outcome: { value, low: Math.max(0, value - reach), high: Math.min(most, value + reach) } };
}

/** What each draw says of the picked customers. */
function drawnColumns(models: ShopModels, picked: Uint32Array, choice: PredictionChoice, summed: Summed): Float64Array[] {
  if (summed === 'alive') return drawnTold(models, picked, choice.model, null);
  if (summed === 'ordersAhead') return drawnTold(models, picked, choice.model, choice.horizonDays);
  const { told, at, spend } = drawnScores(models, picked, choice);
  const factor = (choice.margin ?? 1) * models.worthShare;
  return told.map(({ discounted }, j) => Float64Array.from(at, (k, row) => factor * discounted[k]! * (spend?.[j]?.[row] ?? NaN)));
}

function pickedInProportion(order: Uint32Array, column: Float64Array, total: number): Uint32Array {
  const picked = new Uint32Array(PICKED);
  let [passed, k] = [0, -1];
  for (let n = 0; n < PICKED; n++) {
    const at = ((n + 0.5) / PICKED) * total;
    while (passed < at && k < order.length - 1) passed += column[order[++k]!]!;
    picked[n] = order[k]!;
  }
  return picked;
}

function meanRatio(drawn: Float64Array, column: Float64Array, picked: Uint32Array): number {
  return drawn.reduce((sum, one, k) => sum + one / column[picked[k]!]!, 0) / picked.length;
}
