import type { Interval } from '../../terms/answer';
import { quantile } from './quantile';
import { steadyDice } from './steady-dice';
import { wilson } from './wilson';

/** Resamples, and the customers up to whom they are affordable: two million draws are some twenty milliseconds. */
const RESAMPLES = 1000;
const MOST_RESAMPLED = 2000;
/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;
const SEED = 20_240_229;

/**
 * 95 % interval of a ratio of sums Σ over / Σ under over the same customers, each customer drawn with both values.
 *
 * Up to 2,000 customers the percentiles of 1,000 resamples of as many customers from a fixed seed (`bootstrap`); beyond that 1.96 standard
 * errors of the linearised ratio, √(Σ(overᵢ − r·underᵢ)²) / Σ under (`normal`), which is as good there and costs one pass. The ends are
 * widened to hold the ratio itself, and cut to `least` and `most`.
 *
 * Where everybody has nothing over the line, or all of it where that is the most, no resample differs and the spread is 0: that says nothing
 * of the next customer. There it is Wilson's interval of none or all of as many customers as weigh alike, (Σ under)² / Σ under².
 * @param over   one value per customer, in the order of `under`, whose sum must be above 0
 * @source       B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13; W. G. Cochran, Sampling Techniques, 1977, 6.3;
 *               number of customers who weigh alike: L. Kish, Survey Sampling, 1965, § 11.7
 */
export function ratioInterval(over: Float64Array, under: Float64Array, { least = -Infinity, most = Infinity } = {}): Interval {
  const ratio = sum(over) / sum(under);
  if (ratio === 0 && over.every((value) => value === 0)) return wilson(0, alike(under));
  if (ratio === most && over.every((value, i) => value === most * under[i]!)) return wilson(alike(under), alike(under));
  const isSmall = over.length <= MOST_RESAMPLED;
  const [low, high] = isSmall ? resampled(over, under) : linearised(over, under, ratio);
  return {
    low: Math.max(least, Math.min(low, ratio)),
    high: Math.min(most, Math.max(high, ratio)),
    level: 0.95,
    method: isSmall ? 'bootstrap' : 'normal',
  };
}

function resampled(over: Float64Array, under: Float64Array): [number, number] {
  const n = over.length;
  const dice = steadyDice(SEED);
  const ratios = new Float64Array(RESAMPLES);
  let kept = 0;
  for (let b = 0; b < RESAMPLES; b++) {
    let [above, below] = [0, 0];
    for (let i = 0; i < n; i++) {
      const drawn = Math.floor(dice() * n);
      above += over[drawn]!;
      below += under[drawn]!;
    }
    // All customers drawn may have nothing below the line.
    if (below > 0) ratios[kept++] = above / below;
  }
  return [quantile(ratios, 0.025, kept), quantile(ratios, 0.975, kept)];
}

function linearised(over: Float64Array, under: Float64Array, ratio: number): [number, number] {
  let squares = 0;
  for (let i = 0; i < over.length; i++) squares += (over[i]! - ratio * under[i]!) ** 2;
  const reach = (Z * Math.sqrt(squares)) / sum(under);
  return [ratio - reach, ratio + reach];
}

/** How many customers of equal weight would be as certain. */
function alike(weights: Float64Array): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return sum(weights) ** 2 / squares;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
