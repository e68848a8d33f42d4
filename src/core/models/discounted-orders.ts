/** Days of a month in predictions: a twelfth of 365. */
export const MONTH_DAYS = 365 / 12;

/**
 * Ends of the months within a horizon, in days from the as-of day: 365/12, 730/12, …; the last month ends with the horizon and may be short.
 * @param horizonDays  at least 1
 */
export function monthEnds(horizonDays: number): number[] {
  const ends: number[] = [];
  // A horizon of whole months must not be followed by a month of 10⁻¹³ days.
  for (let k = 1; k * MONTH_DAYS < horizonDays - 1e-6; k++) ends.push(k * MONTH_DAYS);
  return [...ends, horizonDays];
}

/** What an order at the end of `days` is worth now, when one today is worth 1: (1 + d)^(−days / 365). */
export function discountFactor(days: number, discountPerYear: number): number {
  return (1 + discountPerYear) ** (-days / 365);
}

/**
 * Expected order-days within a horizon, each month's taken at the worth of its end: Σ (E[Y(tₖ)] − E[Y(tₖ₋₁)]) (1 + d)^(−tₖ/365), tₖ the ends
 * of the months (`monthEnds`), t₀ = 0. Times expected spend and margin this is the discounted value.
 *
 * @param expected  E[Y(tₖ)] by month, then by customer
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing
 *          Research 42 (4), 2005, 415–430: margin × discounted expected transactions; here in months and up to a horizon
 */
export function discountedOrders(expected: readonly Float64Array[], ends: readonly number[], discountPerYear: number): Float64Array {
  const sum = new Float64Array(expected[0]?.length ?? 0);
  for (let k = 0; k < ends.length; k++) {
    const factor = discountFactor(ends[k]!, discountPerYear);
    const [now, before] = [expected[k]!, expected[k - 1]];
    for (let i = 0; i < sum.length; i++) sum[i]! += factor * (now[i]! - (before?.[i] ?? 0));
  }
  return sum;
}
