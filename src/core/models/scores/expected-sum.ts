import type { PredictionChoice, Ranged } from '../../../terms/prediction';
import { rangeAround } from './customer-prediction';
import { drawnScores, drawnTold } from './drawn-scores';
import type { ShopModels } from '../shop-models';

/** Figures that are summed over all customers. */
export type Summed = 'alive' | 'ordersAhead' | 'value';

/** Customers on whom the drawn parameters are tried. */
const PICKED = 200;

/** A sum of scores over all customers; `range` is null on the ground of rates, which has no parameters to draw. */
export interface ExpectedSum {
  value: number;
  range: Ranged | null;
}

/**
 * Σ of a score over all customers with its interval from drawn parameters; null where no such score is told.
 *
 * The sum under a draw is estimated on 200 customers picked in proportion to what they contribute (systematic sampling): the sum times the
 * mean of each one's ratio of drawn to fitted score. Customers of one kind move together under a draw, so few are enough; the interval is
 * that of the sum's expectation and knows nothing of chance in what people do. Customers are taken in the order of their histories, so that
 * the order of rows in a file changes no bit.
 * Cost: 200 draws × 200 customers × times, whatever the shop's size, and a sort of customers once.
 * @source  M. H. Hansen, W. N. Hurwitz, On the Theory of Sampling from Finite Populations, Annals of Mathematical Statistics 14 (4), 1943
 */
export function expectedSum(models: ShopModels, choice: PredictionChoice, summed: Summed): ExpectedSum | null {
  const scores = models.scores(choice);
  const column = scores?.[summed];
  if (!scores || !column || Number.isNaN(column[0])) return null;
  const order = models.rowsInOrder;
  const value = order.reduce((sum, row) => sum + column[row]!, 0);
  if (models.verdict(choice).basis !== 'model' || value === 0) return { value, range: null };
  const picked = pickedInProportion(order, column, value);
  const drawn = drawnColumns(models, picked, choice, summed);
  return {
    value,
    range: rangeAround(
      value,
      drawn.map((own) => value * meanRatio(own, column, picked)),
    ),
  };
}

/** What each draw says of the picked customers. */
function drawnColumns(models: ShopModels, picked: Uint32Array, choice: PredictionChoice, summed: Summed): Float64Array[] {
  if (summed === 'alive') return drawnTold(models, picked, choice.model, null);
  if (summed === 'ordersAhead') return drawnTold(models, picked, choice.model, choice.horizonDays);
  const { told, at, spend } = drawnScores(models, picked, choice);
  return told.map(({ discounted }, j) =>
    Float64Array.from(at, (k, row) => (choice.margin ?? 1) * discounted[k]! * (spend?.[j]?.[row] ?? NaN)),
  );
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
