/** A share of one group in two periods: of `n` customers each time. */
export interface MovedShare {
  n0: number;
  rate0: number;
  n1: number;
  rate1: number;
}

/**
 * A total that says another thing than its parts.
 *
 * `reversal`: every group with enough people moved against the total. `mix`: the groups taken together did, at an unchanged mix.
 * `change` of the total = `within` (the groups' own changes at the average mix) + `mix` (the change of the mix at the average rates).
 */
export interface Paradox {
  kind: 'reversal' | 'mix';
  change: number;
  within: number;
  mix: number;
  /** Groups with enough people. */
  groups: number;
}

/** People a group needs in both periods to be spoken of. */
const ENOUGH = 30;
/** Half a point: less is not said aloud. */
const LEAST = 0.005;

/**
 * Whether the total of some groups moved one way and the groups the other; null when it did not, or by less than half a point.
 *
 * The groups must be everybody: totals are their sums. A group that is not there in one of the periods has no change of its own.
 * @source  E. M. Kitagawa, Components of a Difference Between Two Rates, JASA 50 (272), 1955, 1168–1194; E. H. Simpson, The
 *          Interpretation of Interaction in Contingency Tables, JRSS B 13 (2), 1951, 238–241
 */
export function paradoxOf(groups: readonly MovedShare[]): Paradox | null {
  const before = groups.reduce((sum, g) => sum + g.n0, 0);
  const after = groups.reduce((sum, g) => sum + g.n1, 0);
  if (before === 0 || after === 0) return null;
  let within = 0;
  let mix = 0;
  for (const { n0, n1, ...rates } of groups) {
    const rate0 = n0 > 0 ? rates.rate0 : rates.rate1;
    const rate1 = n1 > 0 ? rates.rate1 : rates.rate0;
    const [share0, share1] = [n0 / before, n1 / after];
    within += ((share0 + share1) / 2) * (rate1 - rate0);
    mix += ((rate0 + rate1) / 2) * (share1 - share0);
  }
  const change = within + mix;
  if (Math.abs(change) < LEAST) return null;
  const large = groups.filter((g) => g.n0 >= ENOUGH && g.n1 >= ENOUGH);
  const against = (moved: number): boolean => Math.sign(moved) === -Math.sign(change);
  const found = { change, within, mix, groups: large.length };
  if (large.length > 1 && large.every((g) => against(g.rate1 - g.rate0))) return { kind: 'reversal', ...found };
  return Math.abs(within) >= LEAST && against(within) ? { kind: 'mix', ...found } : null;
}
