import type { LifetimeModelId, PredictionChoice } from '../../terms/prediction';
import { drawParameters } from './drawn-parameters';
import { drawSpendParameters } from './fit-spend';
import { expectedSpend } from './gamma-gamma';
import type { LifetimeModel } from './lifetime-model';
import { lifetimeModel } from './lifetime-models';
import { scoreTriples, type TripleScores } from './score-customers';
import type { ShopModels } from './shop-models';
import type { Triples } from './triples';

/** Parameters that are drawn, and the seeds: the same shop gives the same intervals. */
const DRAWS = 200;
const LIFETIME_SEED = 20_050_201;
const SPEND_SEED = 20_130_101;

/** What one draw of the parameters says of some customers, in the order of the rows asked for. */
export interface DrawnScores extends TripleScores {
  /** Expected worth of an order-day, minor units; null where spend could not be settled. */
  spend: Float64Array | null;
}

/**
 * What the model would say of some customers if its parameters were a little other than the fit has them, once per draw (Laplace).
 *
 * Lifetime and spend are drawn independently, because they are fitted independently. Cost: draws × rows × times; for a page of customers,
 * not for a shop.
 * @param rows  rows of the history
 */
export function drawnScores(models: ShopModels, rows: Uint32Array, choice: PredictionChoice): DrawnScores[] {
  const model = lifetimeModel(choice.model);
  const triples = triplesOf(models, rows);
  const draws = drawParameters(models.fit(choice.model), DRAWS, LIFETIME_SEED);
  const spends = models.expectedSpend && drawSpendParameters(models.spend, DRAWS, SPEND_SEED);
  const { x, mean } = models.spendHistory;
  return draws.map((theta, k) => {
    const ofSpend = spends?.[k];
    return {
      ...scoreTriples(model, theta, triples, choice),
      spend: ofSpend ? Float64Array.from(rows, (row) => expectedSpend(ofSpend, x[row]!, mean[row]!)) : null,
    };
  });
}

/** P(alive) and expectations of some customers within some days, once per draw: `drawnScores` without what value needs. */
export function drawnTold(
  models: ShopModels,
  rows: Uint32Array,
  id: LifetimeModelId,
  times: readonly number[],
): ReturnType<LifetimeModel['scores']>[] {
  const triples = triplesOf(models, rows);
  const model = lifetimeModel(id);
  return drawParameters(models.fit(id), DRAWS, LIFETIME_SEED).map((theta) => model.scores(theta, triples, times));
}

/** The histories of some customers, one by one. */
function triplesOf({ history }: ShopModels, rows: Uint32Array): Triples {
  const column = (of: Uint32Array): Float64Array => Float64Array.from(rows, (row) => of[row]!);
  return {
    size: rows.length,
    x: column(history.x),
    recency: column(history.recency),
    age: column(history.age),
    weight: new Float64Array(rows.length).fill(1),
  };
}
