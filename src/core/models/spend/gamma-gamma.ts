import { digamma } from '../../stats/digamma';
import { logGamma } from '../../stats/log-gamma';
import type { Spends } from './spend-history';

/*
 * The Gamma-Gamma: an order-day of a customer is worth Gamma(p, ν), customers differ by ν ~ Gamma(q, γ), and what somebody spends has
 * nothing to do with how often they order. P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013,
 * brucehardie.com/notes/025.
 */

/**
 * Σ weight · log of the density of a mean z̄ of x order-days: Γ(px+q) / (Γ(px) Γ(q)) · γ^q z̄^(px−1) x^px / (γ + x z̄)^(px+q); −Infinity
 * where that is not finite.
 * @param theta     p, q, γ; γ in the unit of the means
 * @param gradient  filled with the derivatives by p, q and γ, when given
 */
export function spendLogLikelihood({ size, x, mean, weight }: Spends, theta: Float64Array, gradient?: Float64Array): number {
  const [p, q, gamma] = [theta[0]!, theta[1]!, theta[2]!];
  const [logGammaOfQ, digammaOfQ, logGammaScale] = [logGamma(q), digamma(q), Math.log(gamma)];
  let [sum, byP, byQ, byGamma, ofX, constant, digammaOfPx, digammaOfSum, logX] = [0, 0, 0, 0, -1, 0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    const px = p * x[i]!;
    if (x[i] !== ofX) {
      ofX = x[i]!;
      logX = Math.log(ofX);
      constant = logGamma(px + q) - logGamma(px) - logGammaOfQ + q * logGammaScale + px * logX;
      if (gradient) [digammaOfPx, digammaOfSum] = [digamma(px), digamma(px + q)];
    }
    const total = Math.log(gamma + x[i]! * mean[i]!);
    const logMean = Math.log(mean[i]!);
    sum += weight[i]! * (constant + (px - 1) * logMean - (px + q) * total);
    if (!gradient) continue;
    byP += weight[i]! * x[i]! * (digammaOfSum - digammaOfPx + logX + logMean - total);
    byQ += weight[i]! * (digammaOfSum - digammaOfQ + logGammaScale - total);
    byGamma += weight[i]! * (q / gamma - (px + q) / (gamma + x[i]! * mean[i]!));
  }
  if (!Number.isFinite(sum)) return -Infinity;
  if (gradient) [gradient[0], gradient[1], gradient[2]] = [byP, byQ, byGamma];
  return sum;
}

/**
 * E[M | x, z̄]: what an order-day of a customer is likely to be worth, the customer's own mean drawn towards that of all:
 * p (γ + x z̄) / (px + q − 1), in the unit of γ. For x = 0 it is the mean of all.
 * @returns Infinity where px + q ≤ 1, for then the mean does not exist; `fitSpend` never gives such parameters
 */
export function expectedSpend(theta: Float64Array, x: number, mean: number): number {
  const [p, q, gamma] = [theta[0]!, theta[1]!, theta[2]!];
  const under = p * x + q - 1;
  return under > 0 ? (p * (gamma + x * mean)) / under : Infinity;
}
