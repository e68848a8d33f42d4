/** Days of a month in predictions: a twelfth of 365. */
export const MONTH_DAYS = 365 / 12;

/** Times besides 0 that carry the months of a horizon; more months than these are read off a curve through them. */
const NODES = 6;

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

/** Times, and what the expectation at each of them counts: Σ weight · E[Y(time)]. */
export interface WeighedTimes {
  times: number[];
  weights: number[];
}

/**
 * Discounted order-days within a horizon, Σ (E[Y(tₖ)] − E[Y(tₖ₋₁)]) (1 + d)^(−tₖ/365) with t₀ = 0 and tₖ the ends of the months
 * (`monthEnds`), as weights of expectations: by parts, that of tₖ is the fall of the factor from tₖ to tₖ₊₁, and of the last its factor.
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing
 *          Research 42 (4), 2005, 415–430: margin × discounted expected transactions; here in months and up to a horizon
 */
export function monthlyWeights(horizonDays: number, discountPerYear: number): WeighedTimes {
  const times = monthEnds(horizonDays);
  const factors = times.map((days) => discountFactor(days, discountPerYear));
  return { times, weights: factors.map((factor, k) => factor - (factors[k + 1] ?? 0)) };
}

/**
 * The same at six times at most, among them those that are wanted anyway.
 *
 * All months but the last weigh some hundredths together, and an expectation is a smooth curve in log(1 + t / scale) that begins at 0: what
 * lies between the times is read off the polynomial through them. Within two years the sum is right to 10⁻⁵, at worst to 10⁻³, and costs
 * half of twelve months.
 * @param wanted  days for which expectations are had already, ascending
 * @param scale   days, the shortest time among a model's parameters
 */
export function fewWeights(horizonDays: number, discountPerYear: number, wanted: readonly number[], scale: number): WeighedTimes {
  const monthly = monthlyWeights(horizonDays, discountPerYear);
  if (discountPerYear === 0) return { times: [horizonDays], weights: [1] };
  if (monthly.times.length <= NODES) return monthly;
  const bent = (days: number): number => Math.log1p(days / scale);
  const nodes = filledUp([0, ...wanted.filter((days) => days < horizonDays), horizonDays].map(bent));
  const weights = nodes.map((_, j) =>
    monthly.times.reduce((sum, days, k) => sum + monthly.weights[k]! * lagrange(nodes, j, bent(days)), 0),
  );
  const times = nodes.map(
    (node, j) => wanted.find((days) => bent(days) === node) ?? (j === nodes.length - 1 ? horizonDays : scale * Math.expm1(node)),
  );
  return { times: times.slice(1), weights: weights.slice(1) };
}

/** Ascending points with further ones in the middle of the widest gaps. */
function filledUp(points: number[]): number[] {
  const filled = [...points];
  while (filled.length <= NODES) {
    const gaps = filled.slice(1).map((point, i) => point - filled[i]!);
    const widest = gaps.indexOf(Math.max(...gaps));
    filled.splice(widest + 1, 0, (filled[widest]! + filled[widest + 1]!) / 2);
  }
  return filled;
}

/** The polynomial that is 1 at node j and 0 at the others. */
function lagrange(nodes: readonly number[], j: number, at: number): number {
  return nodes.reduce((product, node, i) => (i === j ? product : product * ((at - node) / (nodes[j]! - node))), 1);
}
