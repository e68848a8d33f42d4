import type { Ranged } from '../../../terms/prediction';

/** Ends of an interval. */
export interface Ends {
  low: number;
  high: number;
}

/**
 * The middle 95 % of some numbers: quantiles 0.025 and 0.975 by definition 7 of Hyndman and Fan, as `quantile` has them. What is not finite
 * is left out; null where nothing is left.
 *
 * Only the few smallest and the few largest are kept in order, which for two hundred numbers is many times faster than to sort or to select.
 * @source  R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (4), 1996, 361–365
 * Cost: one pass.
 */
export function middleOfDraws(drawn: ArrayLike<number>): Ends | null {
  const most = Math.floor(0.025 * Math.max(0, drawn.length - 1)) + 2;
  const [least, largest] = [new Float64Array(most).fill(Infinity), new Float64Array(most).fill(Infinity)];
  let n = 0;
  for (let i = 0; i < drawn.length; i++) {
    const one = drawn[i]!;
    if (!Number.isFinite(one)) continue;
    n++;
    if (one < least[most - 1]!) putInto(least, one);
    if (-one < largest[most - 1]!) putInto(largest, -one);
  }
  if (n === 0) return null;
  const at = 0.025 * (n - 1);
  return { low: between(least, at, n), high: -between(largest, at, n) };
}

/** An ascending list takes in a number and gives up its last. */
function putInto(list: Float64Array, one: number): void {
  let i = list.length - 1;
  for (; i > 0 && list[i - 1]! > one; i--) list[i] = list[i - 1]!;
  list[i] = one;
}

function between(list: Float64Array, at: number, n: number): number {
  const below = Math.floor(at);
  const low = list[below]!;
  return below + 1 < n ? low + (at - below) * (list[below + 1]! - low) : low;
}

/** The middle 95 % of what was drawn, widened to hold the value itself; the value alone where nothing was drawn. */
export function rangeAround(value: number, drawn: ArrayLike<number>): Ranged {
  const middle = middleOfDraws(drawn);
  return middle ? { value, low: Math.min(middle.low, value), high: Math.max(middle.high, value) } : { value, low: value, high: value };
}
