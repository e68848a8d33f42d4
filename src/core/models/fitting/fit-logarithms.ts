import { byLogarithms } from './by-logarithms';
import { climbFurther, climbStarts, type Climb } from './climb-starts';
import { curvature } from './curvature';
import { inverseOfPositive } from './inverse-of-positive';
import type { Objective, Summit } from './maximise';

/** ln θ stays within ± this, in a unit in which parameters are of the order of 1: a soft wall stands there. */
const WALL = 14;
/** The wall where the prior helps: likelihoods without a bound (everybody spends the same) come to rest there. */
const PRIOR_WALL = 7;
/** Standard deviation of the weak prior on ln θ around 0, and the one beyond which a parameter counts as not settled. */
const PRIOR_SD = 3;

/** Where a likelihood is greatest. */
export interface LogarithmFit {
  status: 'fitted' | 'with-prior' | 'not-converged';
  /** Finite and above 0 whatever the status. */
  theta: Float64Array;
  /** Covariance of ln θ, row by row; null where the curvature is not one of a summit. */
  covariance: Float64Array | null;
  /** Starts tried, and how many ended within 10⁻⁴ of the best. */
  starts: Climb['starts'];
}

/**
 * The parameters above 0 at which a small likelihood is greatest, sought in their logarithms from five starts; with a weak prior, normal on
 * the logarithms, only where the likelihood alone does not settle them.
 * @param logLikelihood  −Infinity where it is not defined; fills the derivatives by θ
 * @param parameters     how many
 * @param weight         how many customers it is of: the wall must be steeper than all of them
 * @param rough          nearly the same and quicker: the starts climb on it, and only the best goes on with the likelihood itself
 * Cost: a hundred to two hundred times the likelihood; twenty to thirty times with a rough one.
 */
export function fitLogarithms(logLikelihood: Objective, parameters: number, weight: number, rough?: Objective): LogarithmFit {
  const objectiveOf = (of: Objective, hasPrior: boolean): Objective =>
    byLogarithms(of, { wall: hasPrior ? PRIOR_WALL : WALL, customers: weight, priorSd: hasPrior ? PRIOR_SD : null });
  const climbed = (hasPrior: boolean): Climb => {
    const objective = objectiveOf(logLikelihood, hasPrior);
    return rough ? climbFurther(objective, climbStarts(objectiveOf(rough, hasPrior), parameters)) : climbStarts(objective, parameters);
  };
  const { best, starts } = climbed(false);
  const isWithin = best?.at.every((y) => Math.abs(y) < WALL - 1) ?? false;
  const covariance = best?.settled && isWithin ? covarianceAt(objectiveOf(logLikelihood, false), best) : null;
  if (best && covariance) return { status: 'fitted', theta: best.at.map(Math.exp), covariance, starts };
  const helped = climbed(true);
  const summit = helped.best ?? best;
  const known = helped.best?.settled ? covarianceAt(objectiveOf(logLikelihood, true), helped.best) : null;
  return {
    status: known ? 'with-prior' : 'not-converged',
    theta: (summit?.at ?? new Float64Array(parameters)).map((y) => Math.exp(Math.max(-WALL, Math.min(WALL, y)))),
    covariance: known,
    starts: helped.starts,
  };
}

function covarianceAt(objective: Objective, { at }: Summit): Float64Array | null {
  const covariance = inverseOfPositive(curvature(objective, at).map((value) => -value));
  const isSettled = covariance && at.every((_, i) => covariance[i * (at.length + 1)]! <= PRIOR_SD * PRIOR_SD * 1.0001);
  return isSettled ? covariance : null;
}
