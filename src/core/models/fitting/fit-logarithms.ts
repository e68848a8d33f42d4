import { curvature } from './curvature';
import { inverseOfPositive } from './inverse-of-positive';
import type { FitStatus } from '../lifetime/lifetime-model';
import { maximise, type Objective, type Summit } from './maximise';

/** ln θ stays within ± this, in a unit in which parameters are of the order of 1: a soft wall stands there. */
const WALL = 14;
/** The wall where the prior helps: likelihoods without a bound (everybody spends the same) come to rest there. */
const PRIOR_WALL = 7;
/** Standard deviation of the weak prior on ln θ around 0, and the one beyond which a parameter counts as not settled. */
const PRIOR_SD = 3;

/** Where a likelihood is greatest. */
export interface LogarithmFit {
  status: Extract<FitStatus, 'fitted' | 'with-prior' | 'not-converged'>;
  /** Finite and above 0 whatever the status. */
  theta: Float64Array;
  /** Covariance of ln θ, row by row; null where the curvature is not one of a summit. */
  covariance: Float64Array | null;
  /** Starts tried, and how many ended within 10⁻⁴ of the best. */
  starts: { tried: number; agreed: number };
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
  const climbed = (hasPrior: boolean): Climb => {
    const objective = byLogarithm(logLikelihood, weight, hasPrior);
    if (!rough) return climb(objective, parameters);
    const { best, starts } = climb(byLogarithm(rough, weight, hasPrior), parameters);
    const further = best && maximise(objective, best.at, best.inverse);
    return { best: further && Number.isFinite(further.value) ? further : null, starts };
  };
  const { best, starts } = climbed(false);
  const isWithin = best?.at.every((y) => Math.abs(y) < WALL - 1) ?? false;
  const covariance = best?.settled && isWithin ? covarianceAt(byLogarithm(logLikelihood, weight, false), best) : null;
  if (best && covariance) return { status: 'fitted', theta: best.at.map(Math.exp), covariance, starts };
  const prior = byLogarithm(logLikelihood, weight, true);
  const helped = climbed(true);
  const summit = helped.best ?? best;
  const known = helped.best?.settled ? covarianceAt(prior, helped.best) : null;
  return {
    status: known ? 'with-prior' : 'not-converged',
    theta: (summit?.at ?? new Float64Array(parameters)).map((y) => Math.exp(Math.max(-WALL, Math.min(WALL, y)))),
    covariance: known,
    starts: helped.starts,
  };
}

/** The likelihood by ln θ, with a wall; with the prior too where it is to help. */
function byLogarithm(logLikelihood: Objective, weight: number, hasPrior: boolean): Objective {
  const wall = hasPrior ? PRIOR_WALL : WALL;
  const precision = hasPrior ? PRIOR_SD ** -2 : 0;
  return (at, gradient) => {
    const theta = at.map(Math.exp);
    let value = logLikelihood(theta, gradient);
    for (let i = 0; i < at.length; i++) {
      const y = at[i]!;
      const beyond = Math.max(0, Math.abs(y) - wall);
      value -= weight * beyond * beyond + (precision * y * y) / 2;
      gradient[i] = gradient[i]! * theta[i]! - 2 * weight * beyond * Math.sign(y) - precision * y;
    }
    return value;
  };
}

interface Climb {
  best: Summit | null;
  starts: LogarithmFit['starts'];
}

/** Starts all at 1, low, high, and the two ways in between; the highest summit, and how many agree with it. */
function climb(objective: Objective, parameters: number): Climb {
  const step = Math.log(4);
  const signs = [() => 0, () => -1, () => 1, (i: number) => (i % 2 ? 1 : -1), (i: number) => (i % 2 ? -1 : 1)];
  const summits = signs
    .map((sign) =>
      maximise(
        objective,
        Float64Array.from({ length: parameters }, (_, i) => sign(i) * step),
      ),
    )
    .filter(({ value }) => Number.isFinite(value));
  const best = summits.reduce<Summit | null>((a, b) => (a && a.value >= b.value ? a : b), null);
  return { best, starts: { tried: signs.length, agreed: summits.filter(({ value }) => value > best!.value - 1e-4).length } };
}

function covarianceAt(objective: Objective, { at }: Summit): Float64Array | null {
  const covariance = inverseOfPositive(curvature(objective, at).map((value) => -value));
  const isSettled = covariance && at.every((_, i) => covariance[i * (at.length + 1)]! <= PRIOR_SD * PRIOR_SD * 1.0001);
  return isSettled ? covariance : null;
}
