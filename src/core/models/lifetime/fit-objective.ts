import type { LifetimeModel } from './lifetime-model';
import type { Objective } from '../fitting/maximise';
import type { Triples } from './triples';

/** ln θ stays within ± this, in a unit of time in which the mean T is 1: a soft wall stands there. */
export const WALL = 14;
/** Standard deviation of the weak prior on ln θ, around 0: a factor of 50 up or down is nothing special to it. */
export const PRIOR_SD = 2;

/**
 * What a fit climbs: the log-likelihood by ln θ, falling steeply beyond the wall, so that nothing overflows on the way.
 * @param withPrior  whether the weak prior is added
 */
export function fitObjective(model: LifetimeModel, triples: Triples, withPrior: boolean): Objective {
  const customers = triples.weight.reduce((sum, w) => sum + w, 0);
  const precision = withPrior ? 1 / (PRIOR_SD * PRIOR_SD) : 0;
  return (at, gradient) => {
    const theta = at.map(Math.exp);
    let value = model.logLikelihood(triples, theta, gradient);
    for (let i = 0; i < at.length; i++) {
      const y = at[i]!;
      const beyond = Math.max(0, Math.abs(y) - WALL);
      value -= customers * beyond * beyond + 0.5 * precision * y * y;
      gradient[i] = gradient[i]! * theta[i]! - 2 * customers * beyond * Math.sign(y) - precision * y;
    }
    return gradient.every(Number.isFinite) ? value : -Infinity;
  };
}
