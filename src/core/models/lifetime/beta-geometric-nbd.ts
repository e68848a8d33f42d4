import type { LifetimeModelId } from '../../../terms/prediction';
import type { Source } from '../../../terms/source';
import { betaGeometricLikelihood } from './beta-geometric-likelihood';
import type { LifetimeModel } from './lifetime-model';
import { ordersWhileAlive } from './orders-while-alive';
import type { Triples } from './triples';

/**
 * The two models in which a customer orders as a Poisson process, its rate λ drawn from Gamma(r, α), and after an order leaves with a chance p
 * drawn from Beta(a, b). They differ in one thing only: whether somebody may leave after the first order (`chances` 1) or not (0). After x
 * repeat orders there were x + chances opportunities to leave.
 *
 * The likelihood stands in the form of note 027 of B. G. S. Hardie, "Overcoming the BG/NBD Model's #NUM! Error Problem" (2013), which no
 * history overflows.
 */
export function betaGeometricNbd(id: LifetimeModelId, chances: 0 | 1, source: Source): LifetimeModel {
  /** ln of the odds that somebody with this history has left. */
  const logOddsGone = (theta: Float64Array, x: number, recency: number, age: number): number => {
    const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
    if (x + chances === 0) return -Infinity;
    return Math.log(a) - Math.log(b + x + chances - 1) + (r + x) * Math.log1p((age - recency) / (alpha + recency));
  };
  const pAlive = (theta: Float64Array, x: number, recency: number, age: number): number =>
    1 / (1 + Math.exp(logOddsGone(theta, x, recency, age)));
  const whileAlive = (theta: Float64Array, x: number, age: number, t: number): number =>
    t > 0 ? ordersWhileAlive(theta[2]!, theta[3]! + x + chances, theta[0]! + x, t / (theta[1]! + age)) : 0;
  const expectedOrders = (theta: Float64Array, x: number, recency: number, age: number, t: number): number =>
    pAlive(theta, x, recency, age) * whileAlive(theta, x, age, t);
  return {
    id,
    parameters: ['r', 'α', 'a', 'b'],
    isTime: [false, true, false, false],
    source,
    logLikelihood: (triples, theta, gradient) => betaGeometricLikelihood(chances, triples, theta, gradient),
    pAlive,
    expectedOrders,
    expectedOfNew: (theta, t) => expectedOrders(theta, 0, 0, 0, t),
    scores: (theta, triples, times) =>
      scoresOf(
        triples,
        times,
        (x, recency, age) => pAlive(theta, x, recency, age),
        (x, age, t) => whileAlive(theta, x, age, t),
      ),
  };
}

/** While somebody is a customer, t_x does not matter: what is worked out once for an x and a T serves all who have them. */
function scoresOf(
  { size, x, recency, age }: Triples,
  times: readonly number[],
  pAlive: (x: number, recency: number, age: number) => number,
  whileAlive: (x: number, age: number, t: number) => number,
): { alive: Float64Array; expected: Float64Array[] } {
  const alive = new Float64Array(size);
  const expected = times.map(() => new Float64Array(size));
  const known = new Map<number, Float64Array>();
  for (let i = 0; i < size; i++) {
    if (x[i] !== x[i - 1]) known.clear();
    let orders = known.get(age[i]!);
    if (!orders) known.set(age[i]!, (orders = Float64Array.from(times, (t) => whileAlive(x[i]!, age[i]!, t))));
    alive[i] = pAlive(x[i]!, recency[i]!, age[i]!);
    for (let j = 0; j < times.length; j++) expected[j]![i] = alive[i]! * orders[j]!;
  }
  return { alive, expected };
}
