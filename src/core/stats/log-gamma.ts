import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * ln Γ(x) for x > 0, to the last bits.
 * @source  FreeBSD's msun, e_lgamma_r.c, in the words of @stdlib/math-base-special-gammaln
 */
export function logGamma(x: number): number {
  return gammaln(x);
}
