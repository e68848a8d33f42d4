/** Terms of the series or of the fraction, at most: with up to some hundred degrees of freedom fifty are many. */
const MOST_TERMS = 1000;
/** Relative size of a term that no longer counts. */
const LEAST = 1e-17;

/**
 * Chance that a χ² variable with `df` degrees of freedom exceeds `x`: Q(df/2, x/2), the regularised upper incomplete gamma function.
 *
 * A power series below df/2 + 1, beyond it Legendre's continued fraction by Lentz's method; to about 13 figures, also far out in the tail.
 * Where the chance is below the smallest number there is, it is 0.
 * @param x   at or above 0
 * @param df  a whole number, 1 or more
 * @source    M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.5.29, 6.5.31 and 26.4; W. J. Lentz, Generating Bessel
 *            Functions in Mie Scattering Calculations Using Continued Fractions, Applied Optics 15, 1976
 */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const [a, z] = [df / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - logGammaOfHalves(df));
  return z < a + 1 ? 1 - scale * lowerSeries(a, z) : scale * upperFraction(a, z);
}

/** log Γ(n/2) for whole n above 0, by Γ(a + 1) = aΓ(a) from Γ(1) = 1 and Γ(1/2) = √π. */
function logGammaOfHalves(n: number): number {
  let log = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let k = n - 2; k > 0; k -= 2) log += Math.log(k / 2);
  return log;
}

/** Σ zᵏ / (a (a + 1) … (a + k)). */
function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > sum * LEAST; k++) {
    term *= z / (a + k);
    sum += term;
  }
  return sum;
}

/** 1 / (z + 1 − a − 1·(1 − a) / (z + 3 − a − 2·(2 − a) / (z + 5 − a − …))). */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const term = -k * (k - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}
