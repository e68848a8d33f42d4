import type { LifetimeModel } from './lifetime-model';
import type { Triples } from './triples';

/**
 * P(at least one order-day in the `days` after T | x, t_x, T) for each triple.
 *
 * L(x, t_x, T + days) is the density of the same orders with nothing after them until T + days, so the probability of nothing is
 * L(x, t_x, T + days) / L(x, t_x, T), whatever the model. Cost: two likelihoods a triple.
 */
export function ordersAgain(model: LifetimeModel, theta: Float64Array, { size, x, recency, age }: Triples, days: number): Float64Array {
  const one: Triples = {
    size: 1,
    x: new Float64Array(1),
    recency: new Float64Array(1),
    age: new Float64Array(1),
    weight: new Float64Array([1]),
  };
  // A model may keep what it found out of some triples beside them, so each likelihood gets triples of its own.
  const logLikelihood = () => model.logLikelihood({ ...one }, theta);
  return Float64Array.from({ length: size }, (_, i) => {
    [one.x[0], one.recency[0], one.age[0]] = [x[i]!, recency[i]!, age[i]!];
    const now = logLikelihood();
    one.age[0] = age[i]! + days;
    const nothing = Math.exp(logLikelihood() - now);
    // Rounding can put the ratio a hair above 1, and a likelihood that underflows says nothing of either.
    return Number.isFinite(nothing) ? Math.min(1, Math.max(0, 1 - nothing)) : 0;
  });
}
