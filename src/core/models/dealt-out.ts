import { meanWithRange, type Gain } from './guess-errors';

/**
 * The mean absolute error of guesses that are dealt out among the customers at random, and how much smaller it is when everybody has
 * their own: 0 when the guesses do not tell customers apart, whatever they add up to.
 *
 * Exact, over all ways to deal them out: E|g_i − y_j| over all pairs. The interval is that of the first-order projection of this
 * statistic (W. Hoeffding, A Class of Statistics with Asymptotically Normal Distribution, Annals of Mathematical Statistics 19 (3), 1948,
 * 293–325). Cost: n log n.
 */
export function dealtOut(guess: Float64Array, actual: Uint32Array): { mae: number; gain: Gain } {
  const fromGuess = meanDistance(guess);
  const fromActual = meanDistance(Float64Array.from(actual));
  const mae = meanWithRange(actual.length, (i) => fromGuess(actual[i]!)).value;
  const projected = meanWithRange(actual.length, (i) => fromGuess(actual[i]!) + fromActual(guess[i]!) - Math.abs(guess[i]! - actual[i]!));
  // The projection's mean is twice the error of the dealt guesses less the own one; its spread is that of the difference.
  return { mae, gain: { value: projected.value - mae, low: projected.low - mae, high: projected.high - mae } };
}

/** Mean distance of a number from many. */
function meanDistance(values: Float64Array): (at: number) => number {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + sorted[i]!;
  return (at) => {
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return (at * low - sums[low]! + (sums[n]! - sums[low]!) - at * (n - low)) / n;
  };
}
