import type { Why } from '../../../terms/answer';
import type { ComparedGuesses } from './compared-guesses';
import type { Gain } from './guess-errors';
import type { Fit } from '../lifetime/lifetime-model';

/**
 * Whether a model's scores are shown.
 * - `open`: it was better than both plain guesses and told customers apart.
 * - `nobody-leaves`, `not-settled`: the model has no usable parameters on the part that it was shown.
 * - `no-better-than-before`, `no-better-than-pace`: a plain guess was as near, or nearer.
 * - `tells-nobody-apart`: its guesses were as near when they were dealt out among the customers at random.
 * - `far-off`: its guesses add up to less than half, or more than twice, of what came.
 */
export type Gate =
  'open' | 'nobody-leaves' | 'not-settled' | 'no-better-than-before' | 'no-better-than-pace' | 'tells-nobody-apart' | 'far-off';

const WHY: Record<Exclude<Gate, 'open'>, Why> = {
  'nobody-leaves': 'model-nobody-leaves',
  'not-settled': 'model-not-settled',
  'no-better-than-before': 'model-no-better',
  'no-better-than-pace': 'model-no-better',
  'tells-nobody-apart': 'model-no-better',
  'far-off': 'model-far-off',
};

/** Off by more than this factor, up or down, a sum is of no use; by more than a fifth, it is said beside every score. */
const USELESS = 2;
const FIFTH = 0.2;

/**
 * The decision, from the errors of one back-test.
 *
 * Against each of the two plain guesses the model's squared error must be smaller, customer by customer, beyond chance (the 95 % interval
 * of the difference lies above 0); or its absolute error smaller beyond chance and its squared error not larger. The squared error comes
 * first because the mean is what an expectation is meant to hit, and it is the mean that makes the squared error least. The absolute error
 * is least at the median, which is 0 where most customers order nothing: by it a guess of nearly 0 for everybody beats a model that is true.
 *
 * The guesses must also be nearer to the customers they were made for than to others, beyond chance, and add up to something like what came.
 * @source  T. Gneiting, Making and Evaluating Point Forecasts, Journal of the American Statistical Association 106 (494), 2011, 746–762
 */
export function gateOf({ fit, errors, gains, squaredGains, actualSum }: Judged): Gate {
  if (fit.status === 'nobody-leaves') return 'nobody-leaves';
  if (fit.status !== 'fitted' && fit.status !== 'with-prior') return 'not-settled';
  if (!isBetter(gains['same-as-before'], squaredGains['same-as-before'])) return 'no-better-than-before';
  if (!isBetter(gains['own-pace'], squaredGains['own-pace'])) return 'no-better-than-pace';
  if (!(gains['dealt-out'].low > 0)) return 'tells-nobody-apart';
  const { sum } = errors.model;
  return sum > USELESS * actualSum || sum * USELESS < actualSum ? 'far-off' : 'open';
}

type Judged = ComparedGuesses & { fit: Pick<Fit, 'status'>; actualSum: number };

function isBetter(absolute: Gain, squared: Gain): boolean {
  return squared.low > 0 || (absolute.low > 0 && squared.value > 0);
}

/** Why nothing is shown; null when the gate is open. */
export function whyClosed(gate: Gate): Why | null {
  return gate === 'open' ? null : WHY[gate];
}

/** By how much the guesses add up to more than came, as a share of what came; below 0 for less. */
export function biasOf({ errors, actualSum }: Pick<Judged, 'errors' | 'actualSum'>): number {
  return errors.model.sum / actualSum - 1;
}

/** Whether the guesses add up to a sum that is off by more than a fifth. */
export function isBiased(judged: Pick<Judged, 'errors' | 'actualSum'>): boolean {
  return Math.abs(biasOf(judged)) > FIFTH;
}
