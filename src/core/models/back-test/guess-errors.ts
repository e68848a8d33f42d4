/** How far guesses were off, per customer and together. Unit: order-days. */
export interface GuessErrors {
  /** Mean of |guess − actual|. */
  mae: number;
  /** Root of the mean of (guess − actual)². */
  rmse: number;
  /** Sum of the guesses. */
  sum: number;
}

/** How much smaller the mean absolute (or squared) error of one guess is than that of another for the same customers, with its 95 % interval. */
export interface Gain {
  value: number;
  low: number;
  high: number;
}

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** Errors of guesses for customers. At least one customer. */
export function guessErrors(guess: ArrayLike<number>, actual: ArrayLike<number>): GuessErrors {
  let [absolute, squared, sum] = [0, 0, 0];
  const n = actual.length;
  for (let i = 0; i < n; i++) {
    const off = guess[i]! - actual[i]!;
    absolute += Math.abs(off);
    squared += off * off;
    sum += guess[i]!;
  }
  return { mae: absolute / n, rmse: Math.sqrt(squared / n), sum };
}

/**
 * Mean over customers of |plain guess − actual| − |guess − actual|: above 0 where the guess is better. The interval is that of a mean of
 * paired differences, so that what both find hard does not widen it.
 */
export function pairedGain(guess: ArrayLike<number>, plain: ArrayLike<number>, actual: ArrayLike<number>): Gain {
  return meanWithRange(actual.length, (i) => Math.abs(plain[i]! - actual[i]!) - Math.abs(guess[i]! - actual[i]!));
}

/** The same for the squared errors. */
export function pairedSquaredGain(guess: ArrayLike<number>, plain: ArrayLike<number>, actual: ArrayLike<number>): Gain {
  return meanWithRange(actual.length, (i) => (plain[i]! - actual[i]!) ** 2 - (guess[i]! - actual[i]!) ** 2);
}

/** Mean of n numbers and 1.96 standard errors around it. */
export function meanWithRange(n: number, of: (i: number) => number): Gain {
  let [mean, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    // Welford's update: a sum of squares would lose the digits that matter.
    const one = of(i);
    const step = one - mean;
    mean += step / (i + 1);
    squares += step * (one - mean);
  }
  const reach = n > 1 ? Z * Math.sqrt(squares / (n - 1) / n) : Infinity;
  return { value: mean, low: mean - reach, high: mean + reach };
}
