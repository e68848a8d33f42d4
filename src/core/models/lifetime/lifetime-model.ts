import type { LifetimeModelId } from '../../../terms/prediction';
import type { Source } from '../../../terms/source';
import type { Triples } from './triples';

/**
 * A model of how customers buy and stay away: a likelihood of (x, t_x, T) and what follows from it for one customer. Parameters stand in an
 * array in the order of `parameters`, all above 0, in the unit of time of the data.
 */
export interface LifetimeModel {
  id: LifetimeModelId;
  /** Names as in the article, e.g. `['r', 'α', 'a', 'b']`. */
  parameters: readonly string[];
  /** Which of them are times: they are multiplied when the unit of time becomes smaller. */
  isTime: readonly boolean[];
  source: Source;
  /**
   * Σ weight · log L over the triples; adds nothing where that is not finite (−Infinity is given then).
   * @param gradient  filled with the derivatives by the parameters themselves, when given
   */
  logLikelihood(triples: Triples, theta: Float64Array, gradient?: Float64Array): number;
  /** P(alive | x, t_x, T), 0 to 1. */
  pAlive(theta: Float64Array, x: number, recency: number, age: number): number;
  /** E[Y(t) | x, t_x, T]: order-days in the `t` after T. */
  expectedOrders(theta: Float64Array, x: number, recency: number, age: number, t: number): number;
  /** E[X(t)]: order-days after the first of somebody new, within `t`. */
  expectedOfNew(theta: Float64Array, t: number): number;
  /** The same for all triples at once: P(alive), and the expectation for each of the ascending times. One array per time. */
  scores(theta: Float64Array, triples: Triples, times: readonly number[]): { alive: Float64Array; expected: Float64Array[] };
}

/**
 * What came of a fit.
 * - `fitted`: the starts agree and the gradient is nil.
 * - `with-prior`: the likelihood alone did not settle the parameters; a weak prior on their logarithms did.
 * - `nobody-leaves`: the best the model can say is that nobody ever stays away: it cannot be used.
 * - `not-converged`: no start came to rest.
 * - `no-repeats`: nobody ordered on a second day.
 * - `too-few`: fewer customers than parameters could be read from.
 */
export type FitStatus = 'fitted' | 'with-prior' | 'nobody-leaves' | 'not-converged' | 'no-repeats' | 'too-few';

/** A model on the customers of a shop. Times are days. */
export interface Fit {
  model: LifetimeModelId;
  status: FitStatus;
  /** Parameters in the model's order; finite and above 0 whatever the status, meaningless for `no-repeats` and `too-few`. */
  theta: Float64Array;
  /** Log-likelihood there, without the prior. */
  logLikelihood: number;
  /** Covariance of the logarithms of the parameters, row by row, from the curvature at the maximum; null where it is not one. */
  covariance: Float64Array | null;
  customers: number;
  repeaters: number;
  /** Starts tried, and how many ended within 10⁻⁴ of the best log-likelihood. */
  starts: { tried: number; agreed: number };
}
