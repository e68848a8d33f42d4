import type { PredictionChoice } from '../../terms/prediction';
import { lifetimeModel } from '../models/lifetime/lifetime-models';
import type { ShopModels } from '../models/shop-models';

/** What is read of the models of a shop. */
export type ToldByModel = Pick<ShopModels, 'history' | 'verdict' | 'scores' | 'fit'>;

/** Below this P(alive) a customer is more likely gone than not. */
const EVEN = 0.5;
/** The share of what P(alive) was at the end of the last order-day below which silence has told. */
const LEFT = 0.5;

/**
 * Whether the model calls a customer more likely gone than not *because of silence*: P(alive) is below a half, and below half of what it was
 * at the end of their last order-day.
 *
 * The second is needed where most people order once: there P(alive) can be below a half the moment somebody has ordered for the first time,
 * which says something about the shop and nothing about this customer's silence. False for everybody where the verdict is no model, and for
 * one without an order. Cost: one pass over customers, and P(alive) once for each different (x, t_x) among those below a half.
 */
export function fallenBySilence(models: ToldByModel, choice: PredictionChoice): (customer: number) => boolean {
  const verdict = models.verdict(choice);
  const scores = verdict.basis === 'model' ? models.scores(choice) : null;
  if (verdict.basis !== 'model' || !scores) return () => false;
  const atLastOrder = aliveAtLastOrder(models, verdict.model);
  const fallen = new Set<number>();
  const { id, alive } = scores;
  for (let i = 0; i < id.length; i++) if (alive[i]! < EVEN && alive[i]! < LEFT * atLastOrder(i)) fallen.add(id[i]!);
  return (customer) => fallen.has(customer);
}

/** P(alive) at the end of the last order-day, by row of the history. */
function aliveAtLastOrder(models: ToldByModel, id: PredictionChoice['model']): (row: number) => number {
  const model = lifetimeModel(id);
  const { history } = models;
  const { theta } = models.fit(id);
  const known = new Map<number, number>();
  return (row) => {
    const [x, recency] = [history.x[row]!, history.recency[row]!];
    // Both are far below 2²⁶: the key stays a whole number.
    const key = x * 2 ** 26 + recency;
    if (!known.has(key)) known.set(key, model.pAlive(theta, x, recency, recency));
    return known.get(key)!;
  };
}
