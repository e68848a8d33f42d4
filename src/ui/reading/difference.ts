/** A share with its interval; ratios 0 to 1. */
export interface Share {
  rate: number;
  low: number;
  high: number;
}

/** How two shares differ, and whether 0 lies outside the likely range. */
export interface Difference extends Share {
  clear: boolean;
}

/**
 * Difference of two shares, later less earlier, with a 95 % interval from their Wilson intervals.
 *
 * The two groups are taken as independent, which widens the interval where the same customers are in both.
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), method 10.
 */
export function difference(later: Share, earlier: Share): Difference {
  const rate = later.rate - earlier.rate;
  const low = rate - Math.hypot(later.rate - later.low, earlier.high - earlier.rate);
  const high = rate + Math.hypot(later.high - later.rate, earlier.rate - earlier.low);
  return { rate, low, high, clear: low > 0 || high < 0 };
}
