import { byLogarithms } from '../fitting/by-logarithms';
import type { Objective } from '../fitting/maximise';
import type { LifetimeModel } from './lifetime-model';
import type { Triples } from './triples';

/** ln θ stays within ± this, in a unit of time in which the mean T is 1. */
export const WALL = 14;
/** Standard deviation of the weak prior on ln θ, around 0: a factor of 50 up or down is nothing special to it. */
export const PRIOR_SD = 2;

/**
 * What a fit of a lifetime model climbs.
 * @param withPrior  whether the weak prior is added
 */
export function fitObjective(model: LifetimeModel, triples: Triples, withPrior: boolean): Objective {
  const customers = triples.weight.reduce((sum, w) => sum + w, 0);
  const priorSd = withPrior ? PRIOR_SD : null;
  return byLogarithms((theta, gradient) => model.logLikelihood(triples, theta, gradient), { wall: WALL, customers, priorSd });
}
