import { digamma } from '../../stats/digamma';
import { logGamma } from '../../stats/log-gamma';
import { leavingIntegral, newLeavingIntegral, type LeavingIntegral } from './leaving-integral';
import type { LifetimeModel } from './lifetime-model';
import type { Triples } from './triples';

/**
 * The Pareto/NBD: while a customer is one, orders come at random with a rate λ ~ Gamma(r, α); the customer stays for an exponential time
 * with rate μ ~ Gamma(s, β), and can leave at any moment, also after the first order.
 */
export const paretoNbd: LifetimeModel = {
  id: 'pareto-nbd',
  parameters: ['r', 'α', 's', 'β'],
  isTime: [false, true, false, true],
  source: {
    title: 'Counting Your Customers: Who Are They and What Will They Do Next?',
    author: 'D. C. Schmittlein, D. G. Morrison, R. Colombo',
    year: 1987,
    where: 'Management Science 33 (1), 1–24; derived again in P. S. Fader, B. G. S. Hardie, A Note on Deriving the Pareto/NBD Model, 2005',
  },
  logLikelihood,
  pAlive(theta, x, recency, age) {
    return aliveOf(theta, x, recency, age, newLeavingIntegral());
  },
  expectedOrders(theta, x, recency, age, t) {
    return aliveOf(theta, x, recency, age, newLeavingIntegral()) * ordersWhileAlive(theta, x, age, t);
  },
  expectedOfNew(theta, t) {
    return ordersWhileAlive(theta, 0, 0, t);
  },
  scores(theta, { size, x, recency, age }, times) {
    const integral = newLeavingIntegral();
    const alive = new Float64Array(size);
    const expected = times.map(() => new Float64Array(size));
    for (let i = 0; i < size; i++) {
      alive[i] = aliveOf(theta, x[i]!, recency[i]!, age[i]!, integral);
      for (const [k, t] of times.entries()) expected[k]![i] = alive[i]! * ordersWhileAlive(theta, x[i]!, age[i]!, t);
    }
    return { alive, expected };
  },
};

/**
 * Σ weight · log L. A customer is either still one at T or left at some y since t_x:
 * L = Γ(r+x)/Γ(r) · α^−x · { (1+T/α)^−(r+x) (1+T/β)^−s + s ∫ (1+y/α)^−(r+x) (1+y/β)^−(s+1) dy/β }, both terms in logarithms.
 *
 * Times stand over α and β, so that nothing cancels where these are large and customers hardly differ.
 */
function logLikelihood(triples: Triples, theta: Float64Array, gradient?: Float64Array): number {
  const integral = newLeavingIntegral();
  const slopes = new Float64Array(4);
  const rising = risingFrom(theta[0]!);
  const logAlpha = Math.log(theta[1]!);
  let sum = 0;
  for (let i = 0; i < triples.size; i++) {
    const [x, age, weight] = [triples.x[i]!, triples.age[i]!, triples.weight[i]!];
    const ofX = rising(x);
    const stayed = logStayed(theta, x, age);
    const left = logLeft(theta, x, triples.recency[i]!, age, integral);
    const both = Math.max(stayed, left) + Math.log1p(Math.exp(-Math.abs(stayed - left)));
    sum += weight * (ofX.log - x * logAlpha + both);
    if (!gradient) continue;
    slopes[0]! += weight * ofX.slope;
    addSlopes(slopes, theta, x, age, 1 / (1 + Math.exp(left - stayed)), integral, weight);
  }
  gradient?.set(slopes);
  return Number.isFinite(sum) ? sum : -Infinity;
}

/** ln Γ(r+x)/Γ(r) and its derivative by r for ascending x, as sums over the factors while they are few: exact for large r too. */
function risingFrom(r: number): (x: number) => { log: number; slope: number } {
  const at = { log: 0, slope: 0 };
  let reached = 0;
  return (x) => {
    if (x < reached || x > reached + 40) {
      at.log = logGamma(r + x) - logGamma(r);
      at.slope = digamma(r + x) - digamma(r);
    } else {
      for (let k = reached; k < x; k++) {
        at.log += Math.log(r + k);
        at.slope += 1 / (r + k);
      }
    }
    reached = x;
    return at;
  };
}

/** The derivatives of ln α^−x and of the logarithm of both terms; `alive` is the first term's part in them. */
function addSlopes(
  slopes: Float64Array,
  theta: Float64Array,
  x: number,
  age: number,
  alive: number,
  integral: LeavingIntegral,
  weight: number,
): void {
  const [r, alpha, s, beta] = [theta[0]!, theta[1]!, theta[2]!, theta[3]!];
  const [stays, leaves] = [weight * alive, weight * (1 - alive)];
  slopes[0]! -= stays * Math.log1p(age / alpha) + leaves * integral.meanLogAlpha;
  slopes[1]! += ((r + x) * ((stays * age) / (alpha + age) + leaves * integral.meanShareAlpha) - weight * x) / alpha;
  slopes[2]! -= stays * Math.log1p(age / beta) + leaves * (integral.meanLogBeta - 1 / s);
  slopes[3]! += ((stays * s * age) / (beta + age) + leaves * ((s + 1) * integral.meanShareBeta - 1)) / beta;
}

function logStayed(theta: Float64Array, x: number, age: number): number {
  return -(theta[0]! + x) * Math.log1p(age / theta[1]!) - theta[2]! * Math.log1p(age / theta[3]!);
}

/** −Infinity where nobody can have left, since the last order was on the last day. */
function logLeft(theta: Float64Array, x: number, recency: number, age: number, integral: LeavingIntegral): number {
  leavingIntegral(theta, x, recency, age, integral);
  return Math.log(theta[2]!) + integral.log;
}

function aliveOf(theta: Float64Array, x: number, recency: number, age: number, integral: LeavingIntegral): number {
  return 1 / (1 + Math.exp(logLeft(theta, x, recency, age, integral) - logStayed(theta, x, age)));
}

/**
 * Order-days in the `t` after T of somebody who is still a customer then: (r+x)(β+T) / ((α+T)(s−1)) · (1 − ((β+T)/(β+T+t))^(s−1)), which
 * at s = 1 goes over into a logarithm.
 */
function ordersWhileAlive(theta: Float64Array, x: number, age: number, t: number): number {
  const [r, alpha, s, beta] = [theta[0]!, theta[1]!, theta[2]!, theta[3]!];
  const stretch = Math.log1p(t / (beta + age));
  const staying = Math.abs(s - 1) * stretch < 1e-12 ? stretch : -Math.expm1((1 - s) * stretch) / (s - 1);
  return ((r + x) / (alpha + age)) * (beta + age) * staying;
}
