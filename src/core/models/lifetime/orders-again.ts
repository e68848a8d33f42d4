import type { LifetimeModel } from './lifetime-model';
import type { Triples } from './triples';

/**
 * P(at least one order-day in the `days` after T | x, t_x, T) for each triple.
 *
 * With A = P(alive | x, t_x, T), A' = P(alive | x, t_x, T + days) and S = P(no order and still alive after `days` | alive at T), Bayes gives
 * A' = A·S / P(no order), so P(no order) = A·S / A'. Given that somebody is alive, λ is Gamma(r + x, α + T), and where leaving has a rate of
 * its own (Pareto/NBD) μ is Gamma(s, β + T): S is a product of one power for each. It equals L(x, t_x, T + days) / L(x, t_x, T).
 * Cost: two P(alive) a triple.
 */
export function ordersAgain(model: LifetimeModel, theta: Float64Array, { size, x, recency, age }: Triples, days: number): Float64Array {
  const [r, alpha] = [theta[model.parameters.indexOf('r')]!, theta[model.parameters.indexOf('α')]!];
  const [s, beta] = [theta[model.parameters.indexOf('s')] ?? 0, theta[model.parameters.indexOf('β')] ?? 1];
  return Float64Array.from({ length: size }, (_, i) => {
    const [orders, last, now] = [x[i]!, recency[i]!, age[i]!];
    const stays = ((alpha + now) / (alpha + now + days)) ** (r + orders) * ((beta + now) / (beta + now + days)) ** s;
    const after = model.pAlive(theta, orders, last, now + days);
    // Somebody who is certainly gone orders nothing.
    const nothing = after > 0 ? (model.pAlive(theta, orders, last, now) * stays) / after : 1;
    return Math.min(1, Math.max(0, 1 - nothing));
  });
}
