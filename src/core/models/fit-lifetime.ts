import type { Fit, FitStatus, LifetimeModel } from './lifetime-model';
import { maximise, type Objective, type Summit } from './maximise';
import { coarserTriples } from './coarser-triples';
import { curvature } from './curvature';
import { inverseOfPositive } from './inverse-of-positive';
import type { Triples } from './triples';

/** ln θ stays within ± this, in a unit of time in which the mean T is 1: a soft wall stands there. */
const WALL = 14;
/** Standard deviation of the weak prior on ln θ around 0, and the one beyond which a parameter counts as not settled. */
const PRIOR_SD = 3;
/** Mean P(alive) from which a fit says that nobody leaves. */
const NOBODY_LEAVES = 0.99;
/** Different histories that the starts are tried on. */
const COARSE = 600;

/**
 * The parameters of greatest likelihood, and how well they are known.
 *
 * Several fixed starts climb on a coarser copy of the data, the best of them goes on with all of it. Where the likelihood alone has no summit
 * within reason, a weak prior (normal, on the logarithms) settles it, and the status says so. Every result is finite.
 * Cost: about thirty times the likelihood over all triples.
 */
export function fitLifetime(model: LifetimeModel, triples: Triples): Fit {
  const customers = triples.weight.reduce((sum, w) => sum + w, 0);
  const repeaters = triples.weight.reduce((sum, w, i) => sum + (triples.x[i]! > 0 ? w : 0), 0);
  const unit = unitOf(triples, customers);
  const scaled: Triples = { ...triples, recency: triples.recency.map((t) => t / unit), age: triples.age.map((t) => t / unit) };
  const fit = (status: FitStatus, summit: Summit | null, starts: Fit['starts'], covariance: Float64Array | null): Fit => {
    const theta = toTheta(model, summit?.at ?? new Float64Array(model.parameters.length), unit);
    const logLikelihood = summit ? model.logLikelihood(triples, theta) : -Infinity;
    return { model: model.id, status, theta, logLikelihood, covariance, customers, repeaters, starts };
  };
  const none = { tried: 0, agreed: 0 };
  if (customers < model.parameters.length) return fit('too-few', null, none, null);
  if (repeaters === 0) return fit('no-repeats', null, none, null);

  const { best, starts } = climbStarts(model, scaled, 0);
  if (best && hasNobodyLeft(model, scaled, best.at)) return fit('nobody-leaves', best, starts, settledCovariance(model, scaled, best, 0));
  const covariance = best && best.settled && isWithin(best.at) ? settledCovariance(model, scaled, best, 0) : null;
  if (best && covariance) return fit('fitted', best, starts, covariance);
  const withPrior = climbStarts(model, scaled, PRIOR_SD);
  const summit = withPrior.best ?? best;
  if (!summit) return fit('not-converged', null, starts, null);
  if (hasNobodyLeft(model, scaled, summit.at)) return fit('nobody-leaves', summit, withPrior.starts, null);
  const known = summit.settled ? settledCovariance(model, scaled, summit, PRIOR_SD) : null;
  return fit(known ? 'with-prior' : 'not-converged', summit, withPrior.starts, known);
}

/** The mean T: in it, all parameters are of the order of 1. */
function unitOf({ size, age, weight }: Triples, customers: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += weight[i]! * age[i]!;
  return sum > 0 ? sum / customers : 1;
}

function toTheta({ isTime }: LifetimeModel, log: Float64Array, unit: number): Float64Array {
  return log.map((value, i) => Math.exp(Math.max(-WALL - 6, Math.min(WALL + 6, value))) * (isTime[i] ? unit : 1));
}

/** Log-likelihood by ln θ, with the wall and, where `priorSd` is not 0, the prior. */
function objectiveOf(model: LifetimeModel, triples: Triples, priorSd: number): Objective {
  const customers = triples.weight.reduce((sum, w) => sum + w, 0);
  return (at, gradient) => {
    const theta = at.map(Math.exp);
    let value = model.logLikelihood(triples, theta, gradient);
    for (let i = 0; i < at.length; i++) {
      const y = at[i]!;
      gradient[i]! *= theta[i]!;
      const beyond = Math.max(0, Math.abs(y) - WALL);
      value -= customers * beyond * beyond;
      gradient[i]! -= 2 * customers * beyond * Math.sign(y);
      if (priorSd === 0) continue;
      value -= (y * y) / (2 * priorSd * priorSd);
      gradient[i]! -= y / (priorSd * priorSd);
    }
    return value;
  };
}

function climbStarts(model: LifetimeModel, triples: Triples, priorSd: number): { best: Summit | null; starts: Fit['starts'] } {
  const coarse = coarserTriples(triples, COARSE);
  const onCoarse = objectiveOf(model, coarse, priorSd);
  const summits = startsOf(model.parameters.length).map((start) => maximise(onCoarse, start));
  const reached = summits.filter(({ value }) => Number.isFinite(value));
  const top = reached.reduce<Summit | null>((a, b) => (a && a.value >= b.value ? a : b), null);
  const agreed = reached.filter(({ value }) => value > top!.value - 1e-4).length;
  const starts = { tried: summits.length, agreed };
  if (!top || coarse === triples) return { best: top, starts };
  const best = maximise(objectiveOf(model, triples, priorSd), top.at, top.inverse);
  return { best: Number.isFinite(best.value) ? best : null, starts };
}

/** Around 1, low, high, and the two ways in between. */
function startsOf(n: number): Float64Array[] {
  const log = Math.log(4);
  return [() => 0, () => -log, () => log, (i: number) => (i % 2 ? log : -log), (i: number) => (i % 2 ? -log : log)].map((f) =>
    Float64Array.from({ length: n }, (_, i) => f(i)),
  );
}

function isWithin(at: Float64Array): boolean {
  return at.every((y) => Math.abs(y) < WALL - 1);
}

function hasNobodyLeft(model: LifetimeModel, triples: Triples, at: Float64Array): boolean {
  const theta = at.map(Math.exp);
  let alive = 0;
  let customers = 0;
  for (let i = 0; i < triples.size; i++) {
    alive += triples.weight[i]! * model.pAlive(theta, triples.x[i]!, triples.recency[i]!, triples.age[i]!);
    customers += triples.weight[i]!;
  }
  return alive / customers > NOBODY_LEAVES;
}

/** The covariance of ln θ at a summit; null where it is none or leaves a parameter unsettled. */
function settledCovariance(model: LifetimeModel, triples: Triples, { at }: Summit, priorSd: number): Float64Array | null {
  const covariance = inverseOfPositive(curvature(objectiveOf(model, triples, priorSd), at).map((value) => -value));
  const n = at.length;
  if (!covariance) return null;
  for (let i = 0; i < n; i++) if (!(covariance[i * n + i]! <= PRIOR_SD * PRIOR_SD * 1.0001)) return null;
  return covariance;
}
