import { digamma } from '../stats/digamma';
import { logGamma } from '../stats/log-gamma';
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
 * L = Γ(r+x)/Γ(r) · α^r β^s · { (α+T)^−(r+x) (β+T)^−s + s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy }, both terms in logarithms.
 */
function logLikelihood(triples: Triples, theta: Float64Array, gradient?: Float64Array): number {
  const [r, alpha, s, beta] = [theta[0]!, theta[1]!, theta[2]!, theta[3]!];
  const constant = r * Math.log(alpha) + s * Math.log(beta) - logGamma(r);
  const integral = newLeavingIntegral();
  const slopes = new Float64Array(4);
  const digammaOfR = digamma(r);
  let [sum, weights, ofX, logGammaOfX, digammaOfX] = [0, 0, -1, 0, 0];
  for (let i = 0; i < triples.size; i++) {
    const [x, weight] = [triples.x[i]!, triples.weight[i]!];
    if (x !== ofX) {
      [ofX, logGammaOfX] = [x, logGamma(r + x)];
      if (gradient) digammaOfX = digamma(r + x);
    }
    const stayed = logStayed(theta, x, triples.age[i]!);
    const left = logLeft(theta, x, triples.recency[i]!, triples.age[i]!, integral);
    const most = Math.max(stayed, left);
    sum += weight * (logGammaOfX + most + Math.log1p(Math.exp(-Math.abs(stayed - left))));
    weights += weight;
    if (!gradient) continue;
    slopes[0]! += weight * (digammaOfX - digammaOfR);
    addSlopes(slopes, theta, x, triples.age[i]!, 1 / (1 + Math.exp(left - stayed)), integral, weight);
  }
  sum += weights * constant;
  if (!Number.isFinite(sum)) return -Infinity;
  if (gradient) {
    gradient[0] = slopes[0]! + weights * Math.log(alpha);
    gradient[1] = slopes[1]! + (weights * r) / alpha;
    gradient[2] = slopes[2]! + weights * Math.log(beta);
    gradient[3] = slopes[3]! + (weights * s) / beta;
  }
  return sum;
}

/** The derivatives of the logarithm of the sum of both terms; `alive` is the first term's part in it. */
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
  slopes[0]! -= stays * Math.log(alpha + age) + leaves * integral.meanLogAlpha;
  slopes[1]! -= (r + x) * (stays / (alpha + age) + leaves * integral.meanInverseAlpha);
  slopes[2]! -= stays * Math.log(beta + age) + leaves * (integral.meanLogBeta - 1 / s);
  slopes[3]! -= (stays * s) / (beta + age) + leaves * (s + 1) * integral.meanInverseBeta;
}

function logStayed(theta: Float64Array, x: number, age: number): number {
  return -(theta[0]! + x) * Math.log(theta[1]! + age) - theta[2]! * Math.log(theta[3]! + age);
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
