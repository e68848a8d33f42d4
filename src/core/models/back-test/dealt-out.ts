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
  const fromGuess = fromGuesses(guess, actual);
  const fromActual = fromCounts(actual);
  const mae = meanWithRange(actual.length, (i) => fromGuess[actual[i]!]!).value;
  const projected = meanWithRange(actual.length, (i) => fromGuess[actual[i]!]! + fromActual(guess[i]!) - Math.abs(guess[i]! - actual[i]!));
  // The projection's mean is twice the error of the dealt guesses less the own one; its spread is that of the difference.
  return { mae, gain: { value: projected.value - mae, low: projected.low - mae, high: projected.high - mae } };
}

/** By number of order-days, for those that occur, the mean distance of all guesses from it. */
function fromGuesses(guess: Float64Array, actual: Uint32Array): Float64Array {
  const sorted = guess.slice().sort();
  const n = sorted.length;
  const distances = new Float64Array(actual.reduce((most, one) => Math.max(most, one), 0) + 1);
  const total = sorted.reduce((sum, one) => sum + one, 0);
  let [below, sumBelow] = [0, 0];
  for (let count = 0; count < distances.length; count++) {
    while (below < n && sorted[below]! < count) sumBelow += sorted[below++]!;
    distances[count] = (count * below - sumBelow + (total - sumBelow) - count * (n - below)) / n;
  }
  return distances;
}

/** The mean distance of a number from what came. */
function fromCounts(actual: Uint32Array): (at: number) => number {
  const n = actual.length;
  const most = actual.reduce((top, one) => Math.max(top, one), 0);
  /** How many had at most so many order-days, and their sum. */
  const [many, sums] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  for (let i = 0; i < n; i++) many[actual[i]!]!++;
  for (let y = 0; y <= most; y++) {
    sums[y] = (sums[y - 1] ?? 0) + y * many[y]!;
    many[y]! += many[y - 1] ?? 0;
  }
  return (at) => {
    const y = Math.min(most, Math.max(0, Math.floor(at)));
    return (at * many[y]! - sums[y]! + (sums[most]! - sums[y]!) - at * (n - many[y]!)) / n;
  };
}
