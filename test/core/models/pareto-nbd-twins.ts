import { logGamma } from '../../../src/core/stats/log-gamma';

/** ₂F₁(a, b; c; z) by its series, |z| < 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 100_000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/**
 * log L of one customer as the article writes it, with a difference of two hypergeometric functions: plain, and good only where that
 * difference keeps its digits.
 * @source  P. S. Fader, B. G. S. Hardie, A Note on Deriving the Pareto/NBD Model and Related Expressions, 2005, equations 17 to 19
 */
export function byHypergeometric([r, alpha, s, beta]: readonly number[], x: number, recency: number, age: number): number {
  const [most, power] = alpha! >= beta! ? [alpha!, s! + 1] : [beta!, r! + x];
  const apart = Math.abs(alpha! - beta!);
  const all = r! + s! + x;
  const part = (y: number): number => hypergeometric(all, power, all + 1, apart / (most + y)) / (most + y) ** all;
  const stayed = (alpha! + age) ** -(r! + x) * (beta! + age) ** -s!;
  const left = (s! / all) * (part(recency) - part(age));
  return logGamma(r! + x) - logGamma(r!) + r! * Math.log(alpha!) + s! * Math.log(beta!) + Math.log(stayed + left);
}

/** The same with the moment of leaving summed over by Simpson's rule in 20,000 steps of equal ratio. */
export function byPlainIntegral([r, alpha, s, beta]: readonly number[], x: number, recency: number, age: number): number {
  const steps = 20_000;
  const least = Math.min(alpha!, beta!);
  const span = Math.log((least + age) / (least + recency));
  // Against the largest value, so that nothing underflows.
  const height = (y: number): number =>
    -(r! + x) * Math.log((alpha! + y) / (alpha! + recency)) - (s! + 1) * Math.log((beta! + y) / (beta! + recency));
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const w = (least + recency) * Math.exp((span * k) / steps);
    sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * w * Math.exp(height(w - least));
  }
  const scale = -(r! + x) * Math.log(alpha! + recency) - (s! + 1) * Math.log(beta! + recency);
  const left = (s! * sum * (span / steps)) / 3;
  const stayed = Math.exp(-(r! + x) * Math.log(alpha! + age) - s! * Math.log(beta! + age) - scale);
  return logGamma(r! + x) - logGamma(r!) + r! * Math.log(alpha!) + s! * Math.log(beta!) + scale + Math.log(stayed + left);
}
