import type { LifetimeModelId } from '../../../terms/prediction';
import { bgNbd } from './bg-nbd';
import type { LifetimeModel } from './lifetime-model';
import { mbgNbd } from './mbg-nbd';
import { paretoNbd } from './pareto-nbd';

/** The lifetime models, by id. */
export const LIFETIME_MODEL_LIST: readonly LifetimeModel[] = [mbgNbd, bgNbd, paretoNbd];

/** The model of that name. */
export function lifetimeModel(id: LifetimeModelId): LifetimeModel {
  const model = LIFETIME_MODEL_LIST.find((one) => one.id === id);
  if (!model) throw new Error(`No lifetime model ${id}`);
  return model;
}
