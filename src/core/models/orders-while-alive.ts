import { logBeta } from '../stats/log-beta';

/** Terms of the series at most; beyond, the integral is cheaper and safer. */
const MOST_TERMS = 3000;

/**
 * Orders to be expected of somebody who has not left, in a time to come, when each order is followed by leaving with a chance p drawn from
 * Beta(a, b), and orders come at a rate drawn from Gamma(s, A).
 *
 * Were there no leaving, the number of orders would be negative binomial; of n such orders, 1 + E[q] + … + E[qⁿ⁻¹] come to be, where q = 1 − p.
 * All terms are positive, so nothing cancels whatever the parameters are; the closed form with ₂F₁ of the article has a pole at a = 1.
 * @param a      of the chance to leave
 * @param b      of the chance to leave, opportunities so far included
 * @param s      of the rate, orders so far included
 * @param ahead  the time to come over A
 * @source  follows from P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), equation 10, before the integral over p is solved
 */
export function ordersWhileAlive(a: number, b: number, s: number, ahead: number): number {
  const z = ahead / (1 + ahead);
  const logNone = -s * Math.log1p(ahead);
  if (logNone > -600 && s * ahead < MOST_TERMS / 3) {
    const sum = bySeries(a, b, s, z, Math.exp(logNone));
    if (sum !== null) return sum;
  }
  return byIntegral(a, b, s, ahead);
}

/** Σ P(n orders were there no leaving) · (orders of n that come to be); null where that needs too many terms. */
function bySeries(a: number, b: number, s: number, z: number, none: number): number | null {
  let chance = none;
  let kept = 1;
  let orders = 0;
  let sum = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    chance *= (z * (s + n - 1)) / n;
    orders += kept;
    kept *= (b + n - 1) / (a + b + n - 1);
    sum += chance * orders;
    // The rest falls at least as fast as a geometric series of this ratio, orders growing by one a term at most.
    const ratio = z * Math.max(1, (s + n) / (n + 1)) * (1 + kept / orders);
    if (ratio < 1 && (chance * orders * ratio) / (1 - ratio) < 1e-14 * sum) return sum;
  }
  return null;
}

/** The same as an integral over the logarithm of the odds of p: equal steps are exact beyond all powers there. */
function byIntegral(a: number, b: number, s: number, ahead: number): number {
  const scale = -logBeta(a, b);
  // Orders if p is known, less those if nobody leaves: what is left over goes to nil with p, so that a small `a` does no harm.
  const most = s * ahead;
  const missing = (y: number): number => {
    const p = 1 / (1 + Math.exp(-y));
    const logP = -Math.log1p(Math.exp(-y));
    const logQ = -Math.log1p(Math.exp(y));
    const orders = -Math.expm1(-s * Math.log1p(p * ahead)) / p;
    return Math.max(0, most - orders) * Math.exp(a * logP + b * logQ + scale);
  };
  let step = 0.5;
  let before = trapezoid(missing, step);
  for (let round = 0; round < 7; round++) {
    step /= 2;
    const now = trapezoid(missing, step);
    if (Math.abs(now - before) < 1e-12 * Math.max(1e-300, most - now)) return Math.max(0, most - now);
    before = now;
  }
  return Math.max(0, most - before);
}

/** Sum of f over whole multiples of a step, times the step; far out f is nil. */
function trapezoid(f: (y: number) => number, step: number): number {
  let sum = 0;
  for (let y = -60; y <= 60; y += step) sum += f(y);
  return sum * step;
}
