import type { LifetimeModelId, PredictionChoice } from '../../../terms/prediction';
import { drawParameters } from '../fitting/drawn-parameters';
import { drawSpendParameters } from '../spend/fit-spend';
import { expectedSpend } from '../spend/gamma-gamma';
import { lifetimeModel } from '../lifetime/lifetime-models';
import { scoreTriples, type TripleScores } from './score-customers';
import type { ShopModels } from '../shop-models';
import type { Triples } from '../lifetime/triples';

/** Parameters that are drawn, and the seeds: the same shop gives the same intervals. */
const DRAWS = 200;
const LIFETIME_SEED = 20_050_201;
const SPEND_SEED = 20_130_101;

/** What draws of the parameters say of some customers. */
export interface DrawnScores {
  /** Per draw, one number per different history among the customers. */
  told: TripleScores[];
  /** Index of the history of each row asked for. */
  at: Uint32Array;
  /** Per draw the expected worth of an order-day by row, minor units; null where spend could not be settled. */
  spend: Float64Array[] | null;
}

/** Parameters of the lifetime model as they might be too. */
export function lifetimeDraws(models: ShopModels, id: LifetimeModelId): Float64Array[] {
  return drawParameters(models.fit(id), DRAWS, LIFETIME_SEED);
}

/** The same of the spend model. */
export function spendDraws(models: ShopModels): Float64Array[] {
  return drawSpendParameters(models.spend, DRAWS, SPEND_SEED);
}

/**
 * What the model would say of some customers if its parameters were a little other than the fit has them, once per draw (Laplace).
 *
 * Lifetime and spend are drawn independently, because they are fitted independently. All draws are held at once: meant for some hundred
 * customers; `drawnRanges` is for any number. Cost: draws × different histories × times.
 * @param rows  rows of the history
 */
export function drawnScores(models: ShopModels, rows: Uint32Array, choice: PredictionChoice): DrawnScores {
  const model = lifetimeModel(choice.model);
  const { triples, at } = historiesOf(models, rows);
  const spends = models.expectedSpend && spendDraws(models);
  const { x, mean } = models.spendHistory;
  return {
    told: lifetimeDraws(models, choice.model).map((theta) => scoreTriples(model, theta, triples, choice)),
    at,
    spend: spends && spends.map((theta) => Float64Array.from(rows, (row) => expectedSpend(theta, x[row]!, mean[row]!))),
  };
}

/** P(alive) of some customers, or the orders expected of them within some days, by row and once per draw. */
export function drawnTold(models: ShopModels, rows: Uint32Array, id: LifetimeModelId, days: number | null): Float64Array[] {
  const { triples, at } = historiesOf(models, rows);
  const model = lifetimeModel(id);
  return lifetimeDraws(models, id).map((theta) => {
    const { alive, expected } = model.scores(theta, triples, days === null ? [] : [days]);
    return Float64Array.from(at, (k) => (expected[0] ?? alive)[k]!);
  });
}

/** The different histories of some customers, sorted as the shop's. */
function historiesOf(models: ShopModels, rows: Uint32Array): { triples: Triples; at: Uint32Array } {
  const { of } = models;
  const different = Uint32Array.from(new Set(Array.from(rows, (row) => of[row]!))).sort();
  const place = new Map(Array.from(different, (triple, k) => [triple, k]));
  return { triples: triplesAt(models, different), at: Uint32Array.from(rows, (row) => place.get(of[row]!)!) };
}

/** Some of the shop's histories, in the order given. */
export function triplesAt({ triples }: ShopModels, some: ArrayLike<number>): Triples {
  const column = (all: Float64Array): Float64Array => Float64Array.from(some, (triple) => all[triple]!);
  return {
    size: some.length,
    x: column(triples.x),
    recency: column(triples.recency),
    age: column(triples.age),
    weight: column(triples.weight),
  };
}
