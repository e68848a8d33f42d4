import type { Gain, GuessErrors } from './guess-errors';

/**
 * Guesses that need no model.
 * - `same-as-before`: as many order-days after the first as in the same number of days before the cut.
 * - `own-pace`: everybody goes on at x / T.
 * - `nobody`: nobody orders again. No rival, but the measure of what an absolute error is worth where most order nothing.
 * - `dealt-out`: the model's own guesses, dealt out among the customers at random.
 */
export type PlainGuess = 'same-as-before' | 'own-pace' | 'nobody' | 'dealt-out';

/** A model's guesses and plain ones, held against what came. */
export interface ComparedGuesses {
  errors: Record<'model' | PlainGuess, GuessErrors>;
  /** By how much the model's mean absolute error is below that of a plain guess. */
  gains: Record<PlainGuess, Gain>;
  /** The same for the mean squared error, which decides first: see `gateOf`. */
  squaredGains: Record<'same-as-before' | 'own-pace' | 'nobody', Gain>;
}
