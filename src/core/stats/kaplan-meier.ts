/** Products of many fractions miss a round number such as 0.1 by the last bits. */
const ROUNDING = 1e-12;

/**
 * Kaplan–Meier estimate S(t) = Π (1 − dᵢ/nᵢ) from counts by whole time.
 *
 * @param events    `events[t]`: waits that ended at t
 * @param censored  `censored[t]`: waits still open at t; at the same t they count as at risk for the events. Same length as `events`
 * @returns         S(t) at whole times 0, 1, 2 …, after what happened at t; where nobody is at risk any more the curve stays level
 * @source          E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (282), 1958, 457–481
 * Cost: linear in the longest time.
 */
export function kaplanMeier(events: Uint32Array, censored: Uint32Array): Float64Array {
  const survival = new Float64Array(events.length);
  let atRisk = 0;
  for (let t = 0; t < events.length; t++) atRisk += events[t]! + censored[t]!;
  let s = 1;
  for (let t = 0; t < events.length; t++) {
    const d = events[t]!;
    if (d > 0) s *= (atRisk - d) / atRisk;
    survival[t] = s;
    atRisk -= d + censored[t]!;
  }
  return survival;
}

/** Smallest time by which the share `reached` (0 to 1) of all waits has ended, or null when the curve does not get there. */
export function timeReached(survival: Float64Array, reached: number): number | null {
  const t = survival.findIndex((s) => s <= 1 - reached + ROUNDING);
  return t < 0 ? null : t;
}
