import psi from '@stdlib/math-base-special-digamma';

/**
 * ψ(x), the derivative of ln Γ(x), for x > 0.
 * @source  Boost's digamma, in the words of @stdlib/math-base-special-digamma
 */
export function digamma(x: number): number {
  return psi(x);
}
