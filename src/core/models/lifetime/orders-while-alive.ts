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

/**
 * The same as an integral over y, the logarithm of the odds of p, in equal steps, halved until they agree: what is smooth and dies out on
 * both sides is had to the last digits that way. Far out on either side it is a geometric series.
 */
function byIntegral(a: number, b: number, s: number, ahead: number): number {
  const peak = Math.log(a / b);
  const logWeight = (y: number): number => -a * softplus(-y) - b * softplus(y);
  const top = logWeight(peak);
  const at = (y: number): Sums => {
    const weight = Math.exp(logWeight(y) - top);
    const p = 1 / (1 + Math.exp(-y));
    return { weight, orders: weight * (p > 0 ? -Math.expm1(-s * Math.log1p(p * ahead)) / p : s * ahead) };
  };
  // Beyond these the orders of a known p no longer change, and the weight falls by the same factor each step.
  const ends = [-40 - Math.log1p(s * ahead + a + b), 40 + Math.log1p(s + a + b)] as const;
  let step = Math.min(0.5, Math.sqrt(1 / a + 1 / b));
  let before = NaN;
  for (let round = 0; round < 8; round++, step /= 2) {
    const sides = [oneSide(at, peak, -step, ends[0], a), oneSide(at, peak, step, ends[1], b)] as const;
    const middle = at(peak);
    const now = (middle.orders + sides[0].orders + sides[1].orders) / (middle.weight + sides[0].weight + sides[1].weight);
    if (Math.abs(now - before) <= 1e-12 * now) return now;
    before = now;
  }
  return before;
}

interface Sums {
  weight: number;
  orders: number;
}

/** Sums at equal steps from a point to where the weight falls as exp(−power · |y|): there the rest is a geometric series. */
function oneSide(at: (y: number) => Sums, from: number, step: number, end: number, power: number): Sums {
  const sums = { weight: 0, orders: 0 };
  for (let y = from + step; ; y += step) {
    const { weight, orders } = at(y);
    sums.weight += weight;
    sums.orders += orders;
    if (weight === 0) return sums;
    if (step < 0 ? y > end : y < end) continue;
    const fall = power * Math.abs(step);
    const rest = Math.exp(-fall) / -Math.expm1(-fall);
    return { weight: sums.weight + rest * weight, orders: sums.orders + rest * orders };
  }
}

/** ln(1 + eʸ). */
function softplus(y: number): number {
  return y > 0 ? y + Math.log1p(Math.exp(-y)) : Math.log1p(Math.exp(y));
}
