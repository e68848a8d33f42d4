import { fitLogarithms } from './fitting/fit-logarithms';
import type { FitStatus } from './lifetime/lifetime-model';

/*
 * The shifted-beta-geometric: customers under contract decide at the end of each period anew, each leaves with a chance θ of their own that
 * never changes, and θ ~ Beta(α, β). Parameters stand in the order α, β. P. S. Fader, B. G. S. Hardie, How to Project Customer Retention,
 * Journal of Interactive Marketing 21 (1), 2007, 76–90.
 */

/** A cohort under contract, fitted. */
export interface SurvivorFit {
  /**
   * As of a lifetime model; and `everybody-leaves` where nobody renewed once; `too-few` where fewer than two periods tell anything, which one
   * rate would fit with any mix.
   */
  status: Exclude<FitStatus, 'no-repeats'> | 'everybody-leaves';
  /** α, β; finite and above 0 whatever the status, meaningless unless `fitted` or `with-prior`. */
  theta: Float64Array;
  logLikelihood: number;
  /** Covariance of ln α and ln β, row by row; null where there is none. */
  covariance: Float64Array | null;
  starts: { tried: number; agreed: number };
}

/**
 * Σ over the periods of what happened at their ends: log of the chance that those who left leave, and that those who stayed stay.
 * @param survivors  customers at the start and after each period, not rising
 * @param gradient   filled with the derivatives by α and β, when given
 */
export function survivorLogLikelihood(survivors: ArrayLike<number>, theta: Float64Array, gradient?: Float64Array): number {
  const [alpha, beta] = [theta[0]!, theta[1]!];
  let [sum, byAlpha, byBeta] = [0, 0, 0];
  for (let t = 1; t < survivors.length; t++) {
    const stayed = survivors[t]!;
    const left = survivors[t - 1]! - stayed;
    const all = alpha + beta + t - 1;
    sum += left * Math.log(alpha / all) + stayed * Math.log((beta + t - 1) / all);
    byAlpha += left / alpha - (left + stayed) / all;
    byBeta += stayed / (beta + t - 1) - (left + stayed) / all;
  }
  if (gradient) [gradient[0], gradient[1]] = [byAlpha, byBeta];
  return Number.isFinite(sum) ? sum : -Infinity;
}

/**
 * The parameters of greatest likelihood for one cohort.
 * @param survivors  customers at the start and after each period, whole, not rising
 */
export function fitShiftedBetaGeometric(survivors: readonly number[]): SurvivorFit {
  const degenerate = degenerateStatus(survivors);
  if (degenerate) {
    const theta = Float64Array.of(1, 1);
    return { status: degenerate, theta, logLikelihood: -Infinity, covariance: null, starts: { tried: 0, agreed: 0 } };
  }
  const fit = fitLogarithms((theta, gradient) => survivorLogLikelihood(survivors, theta, gradient), 2, survivors[0]!);
  return { ...fit, logLikelihood: survivorLogLikelihood(survivors, fit.theta) };
}

function degenerateStatus(survivors: readonly number[]): SurvivorFit['status'] | null {
  const first = survivors[0] ?? 0;
  if (!(first > 0) || survivors.length < 2) return 'too-few';
  if (survivors[1] === 0) return 'everybody-leaves';
  // At the end of a period that nobody began, nothing is decided.
  if (survivors.filter((_, t) => t > 0 && survivors[t - 1]! > 0).length < 2) return 'too-few';
  return survivors.at(-1) === first ? 'nobody-leaves' : null;
}

/** r(t) = (β + t − 1) / (α + β + t − 1): of those there after t − 1 periods, the share that stays for another. Rises with t. */
export function renewalRate(theta: Float64Array, t: number): number {
  const stays = theta[1]! + t - 1;
  return stays / (theta[0]! + stays);
}

/** S(0) = 1, S(1), … S(periods): the share of the cohort still there after each period. */
export function contractSurvival(theta: Float64Array, periods: number): Float64Array {
  const curve = new Float64Array(periods + 1);
  curve[0] = 1;
  for (let t = 1; t <= periods; t++) curve[t] = curve[t - 1]! * renewalRate(theta, t);
  return curve;
}

/**
 * Further periods that somebody who is there after `reached` of them is likely to stay for, within the next `ahead`, each counted at its worth
 * today: Σₖ S(reached + k) / S(reached) · (1 + d)^−k.
 *
 * Without an end and a discount the sum is finite for α > 1 only, so an end must be given.
 * @source  P. S. Fader, B. G. S. Hardie, Customer-Base Valuation in a Contractual Setting, Marketing Science 29 (1), 2010, equation 6
 */
export function remainingPeriods(theta: Float64Array, reached: number, ahead: number, discountPerPeriod = 0): number {
  let [sum, there] = [0, 1];
  for (let k = 1; k <= ahead; k++) {
    there *= renewalRate(theta, reached + k) / (1 + discountPerPeriod);
    sum += there;
  }
  return sum;
}
