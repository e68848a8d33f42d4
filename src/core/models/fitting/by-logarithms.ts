import type { Objective } from './maximise';

/** How far logarithms of parameters may go, in units in which the parameters are of the order of 1. */
export interface Reach {
  /** ln θ stays within ± this: a soft wall stands there. */
  wall: number;
  /** The wall rises with the number of customers, as the likelihood does. */
  customers: number;
  /** Standard deviation of a weak prior on ln θ around 0; null for none. */
  priorSd: number | null;
}

/**
 * A log-likelihood by ln θ, falling steeply beyond a wall so that nothing overflows on the way, with a weak prior where one is to help.
 * @param logLikelihood  by θ, fills the derivatives by θ; −Infinity where it is not defined
 */
export function byLogarithms(logLikelihood: Objective, { wall, customers, priorSd }: Reach): Objective {
  const precision = priorSd === null ? 0 : priorSd ** -2;
  return (at, gradient) => {
    const theta = at.map(Math.exp);
    let value = logLikelihood(theta, gradient);
    for (let i = 0; i < at.length; i++) {
      const y = at[i]!;
      const beyond = Math.max(0, Math.abs(y) - wall);
      value -= customers * beyond * beyond + 0.5 * precision * y * y;
      gradient[i] = gradient[i]! * theta[i]! - 2 * customers * beyond * Math.sign(y) - precision * y;
    }
    return gradient.every(Number.isFinite) ? value : -Infinity;
  };
}
