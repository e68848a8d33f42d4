import type { Scores } from '../predictions';
import type { ShopModels } from '../shop-models';
import { expectedSpend } from '../spend/gamma-gamma';
import { spendDraws } from './drawn-scores';
import { middleOfDraws, type Ends } from './middle-of-draws';

/** Of one row, given the order-days that draws expect of it within the horizon: where its spend and its value lie. */
export type DrawnWorth = (row: number, orders: Float64Array) => { spend: Ends | null; value: Ends | null };

/**
 * What draws of the spend parameters make of each customer's spend and value; null where spend could not be settled.
 *
 * Where the spend model has no draws its parameters stand as they are, and only order-days are uncertain.
 * Cost: 200 numbers per row.
 */
export function drawnWorth(models: ShopModels, scores: Scores): DrawnWorth | null {
  if (!models.expectedSpend) return null;
  const { x, mean } = models.spendHistory;
  const drawn = spendDraws(models);
  const thetas = drawn.length > 0 ? drawn : [models.spend.theta];
  const spends = new Float64Array(thetas.length);
  const unknown = Float64Array.from(thetas, (theta) => expectedSpend(theta, 0, 0));
  const ofUnknown = middleOfDraws(unknown);
  return (row, orders) => {
    const isUnknown = x[row] === 0;
    if (!isUnknown) for (let j = 0; j < thetas.length; j++) spends[j] = expectedSpend(thetas[j]!, x[row]!, mean[row]!);
    const own = isUnknown ? unknown : spends;
    const product = scores.ordersAhead[row]! * scores.spend[row]!;
    const factor = product > 0 ? scores.value[row]! / product : 0;
    const values = orders.map((days, j) => factor * days * own[j % own.length]!);
    return { spend: isUnknown ? ofUnknown : middleOfDraws(spends), value: product > 0 ? middleOfDraws(values) : null };
  };
}
