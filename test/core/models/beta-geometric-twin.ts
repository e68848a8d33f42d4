/** One customer's history. */
export interface History {
  x: number;
  recency: number;
  age: number;
}

/**
 * The beta-geometric models straight from their story, by sums over the rate λ and the chance p to leave on a fine grid of their logarithms:
 * no gamma function, no closed form. Slow and plain.
 * @param chances  1 where customers may leave after the first order (MBG/NBD), 0 where not (BG/NBD)
 */
export function byIntegration(chances: 0 | 1, [r, alpha, a, b]: readonly [number, number, number, number], { x, recency, age }: History) {
  const likelihood = { here: 0, gone: 0, all: 0 };
  const rates = grid(-40 / r, 8, 0.1).map((y) => ({ rate: Math.exp(y) / alpha, density: Math.exp(r * y - Math.exp(y)) }));
  const leavings = grid(-36 / a, 36 / b, 0.2).map((y) => {
    const [p, q] = [1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y))];
    return { p, q, density: p ** a * q ** b };
  });
  const k = x + chances;
  const cells: { here: number; rate: number; p: number }[] = [];
  for (const { rate, density } of rates) {
    for (const leaving of leavings) {
      const { p, q } = leaving;
      const weight = density * leaving.density;
      // x orders at their very times; then either k times not leaving and silence, or leaving at the last of k chances.
      const here = weight * rate ** x * q ** k * Math.exp(-rate * age);
      const gone = k === 0 ? 0 : weight * rate ** x * q ** (k - 1) * p * Math.exp(-rate * recency);
      likelihood.here += here;
      likelihood.gone += gone;
      likelihood.all += weight;
      cells.push({ here, rate, p });
    }
  }
  const seen = likelihood.here + likelihood.gone;
  return {
    logLikelihood: Math.log(seen / likelihood.all),
    pAlive: likelihood.here / seen,
    /** Somebody who orders at a rate, and leaves after each order with a chance p, makes (1 − e^(−λpt))/p orders in t. */
    expectedOrders: (t: number) => cells.reduce((sum, { here, rate, p }) => sum + (here * -Math.expm1(-rate * p * t)) / p, 0) / seen,
  };
}

function grid(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}
