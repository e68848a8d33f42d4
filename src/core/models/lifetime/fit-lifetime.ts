import { climbFurther, climbStarts, type Climb } from '../fitting/climb-starts';
import { coarserTriples } from './coarser-triples';
import { curvature } from '../fitting/curvature';
import { fitObjective, PRIOR_SD, WALL } from './fit-objective';
import { inverseOfPositive } from '../fitting/inverse-of-positive';
import type { Fit, FitStatus, LifetimeModel } from './lifetime-model';
import type { Summit } from '../fitting/maximise';
import type { Triples } from './triples';

/** Mean P(alive), of those who can have left, from which a fit says that nobody leaves. */
const NOBODY_LEAVES = 0.99;
/** Different histories that the starts are tried on at first. */
const COARSE = 300;

/** A summit with what is known of its surroundings: the covariance of ln θ, null where the data leave a parameter open. */
interface Settled {
  at: Float64Array;
  covariance: Float64Array | null;
  starts: Fit['starts'];
}

/**
 * The parameters of greatest likelihood, and how well they are known.
 *
 * Several fixed starts climb on a coarser copy of the data, the best goes on with all of it; where that has no clear summit, all starts climb
 * on everything. Where the likelihood alone leaves a parameter open, a weak prior settles it, and the status says so. The unit of time does
 * not matter: inside, the mean T is 1. Every result is finite.
 * Cost: some forty times the likelihood over all triples, ten times that where there is no clear summit.
 */
export function fitLifetime(model: LifetimeModel, triples: Triples): Fit {
  const facts = factsOf(triples);
  const unit = facts.meanAge > 0 ? facts.meanAge : 1;
  const none = { at: new Float64Array(model.parameters.length), covariance: null, starts: { tried: 0, agreed: 0 } };
  const result = (status: FitStatus, { at, covariance, starts }: Settled = none): Fit => {
    const theta = at.map((value, i) => Math.exp(value) * (model.isTime[i] ? unit : 1));
    const logLikelihood = model.logLikelihood(triples, theta);
    return { model: model.id, status, theta, logLikelihood, covariance, ...facts.counts, starts };
  };
  if (facts.counts.customers < model.parameters.length) return result('too-few');
  if (facts.counts.repeaters === 0) return result('no-repeats');

  const scaled: Triples = { ...triples, recency: triples.recency.map((t) => t / unit), age: triples.age.map((t) => t / unit) };
  const quick = settled(model, scaled, climbCoarsely(model, scaled), false);
  if (quick?.covariance && !nobodyLeaves(model, scaled, quick.at)) return result('fitted', quick);
  const careful = settled(model, scaled, climbCarefully(model, scaled, false), false);
  if (careful && nobodyLeaves(model, scaled, careful.at)) return result('nobody-leaves', careful);
  if (careful?.covariance) return result('fitted', careful);
  const withPrior = settled(model, scaled, climbCarefully(model, scaled, true), true);
  if (withPrior?.covariance) return result(nobodyLeaves(model, scaled, withPrior.at) ? 'nobody-leaves' : 'with-prior', withPrior);
  return result('not-converged', withPrior ?? careful ?? quick ?? none);
}

function factsOf({ size, x, age, weight }: Triples): { meanAge: number; counts: { customers: number; repeaters: number } } {
  let customers = 0;
  let repeaters = 0;
  let known = 0;
  for (let i = 0; i < size; i++) {
    customers += weight[i]!;
    if (x[i]! > 0) repeaters += weight[i]!;
    known += weight[i]! * age[i]!;
  }
  return { meanAge: known / customers, counts: { customers, repeaters } };
}

/** The starts climb on a coarser copy of the data; the best of them goes on with all of it. */
function climbCoarsely(model: LifetimeModel, triples: Triples): Climb {
  const coarse = coarserTriples(triples, COARSE);
  const climb = climbCarefully(model, coarse, false);
  return coarse === triples || !climb.best ? climb : climbFurther(fitObjective(model, triples, false), climb);
}

function climbCarefully(model: LifetimeModel, triples: Triples, withPrior: boolean): Climb {
  return climbStarts(fitObjective(model, triples, withPrior), model.parameters.length);
}

/** A summit made exact by a last step of Newton, with the covariance there. */
function settled(model: LifetimeModel, triples: Triples, { best, starts }: Climb, withPrior: boolean): Settled | null {
  if (!best) return null;
  const isOpen = !best.settled || best.at.some((y) => Math.abs(y) > WALL - 1);
  if (isOpen) return { at: best.at.map(withinReason), covariance: null, starts };
  const objective = fitObjective(model, triples, withPrior);
  const covariance = inverseOfPositive(curvature(objective, best.at).map((value) => -value));
  if (!covariance || isLoose(covariance, withPrior)) return { at: best.at, covariance: null, starts };
  return { at: lastStep(best, covariance), covariance, starts };
}

/** Whether some parameter is known no better than by the weak prior; the prior itself leaves it that loose where the data say nothing. */
function isLoose(covariance: Float64Array, withPrior: boolean): boolean {
  const n = Math.sqrt(covariance.length);
  const most = PRIOR_SD * PRIOR_SD * (withPrior ? 2 : 1);
  return covariance.some((value, k) => k % (n + 1) === 0 && !(value <= most));
}

function lastStep({ at, gradient }: Summit, covariance: Float64Array): Float64Array {
  const n = at.length;
  const step = at.map((_, i) => gradient.reduce((sum, slope, j) => sum + covariance[i * n + j]! * slope, 0));
  // A climb at rest is nearer than this; what is further is no last step.
  return step.every((one, i) => Math.abs(one) < 0.01 * Math.sqrt(covariance[i * n + i]!)) ? at.map((y, i) => y + step[i]!) : at;
}

function withinReason(y: number): number {
  return Math.max(-WALL - 1, Math.min(WALL + 1, y));
}

function nobodyLeaves(model: LifetimeModel, { size, x, recency, age, weight }: Triples, at: Float64Array): boolean {
  const theta = at.map(Math.exp);
  let alive = 0;
  let customers = 0;
  for (let i = 0; i < size; i++) {
    const chance = model.pAlive(theta, x[i]!, recency[i]!, age[i]!);
    // In the BG/NBD nobody can have left after the first order: those who ordered once say nothing about leaving there.
    if (chance === 1) continue;
    alive += weight[i]! * chance;
    customers += weight[i]!;
  }
  return customers === 0 || alive / customers > NOBODY_LEAVES;
}
