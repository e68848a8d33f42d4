/** Lower ends of the colour classes 2 to 7, as shares; class 1 lies below the first. */
export type Ladder = readonly [number, number, number, number, number, number];

/** Even steps, the same for every shop: tables that are coloured by the same one can be compared. Above 1 stand sums over several periods. */
export const LADDERS: readonly Ladder[] = [
  [0.01, 0.02, 0.03, 0.04, 0.05, 0.06],
  [0.04, 0.06, 0.08, 0.1, 0.12, 0.14],
  [0.15, 0.2, 0.25, 0.3, 0.35, 0.4],
  [0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
  [0.5, 0.75, 1, 1.25, 1.5, 1.75],
  [1, 1.5, 2, 2.5, 3, 3.5],
  [2, 3, 4, 5, 6, 7],
];

/**
 * The ladder that shows a table's differences: the lowest that reaches its ninetieth percentile, or the one below when a third of the cells
 * would lie in the palest class of that one. `shares` must not be empty.
 */
export function ladderFor(shares: readonly number[]): Ladder {
  const sorted = [...shares].sort((a, b) => a - b);
  const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))]!;
  // No share of people is above 1: only sums over several periods are.
  const ladders = at(0.9) > 1 ? LADDERS : LADDERS.filter((ladder) => ladder[5] <= 1);
  const reach = ladders.findIndex((ladder) => ladder[5] >= at(0.9));
  const index = reach < 0 ? ladders.length - 1 : reach;
  return ladders[index > 0 && at(1 / 3) < ladders[index]![0] ? index - 1 : index]!;
}

/** Class of a share, 1 to 7: how many ends it has reached. */
export function shadeOf(share: number, ends: Ladder): number {
  return 1 + ends.filter((end) => share >= end - 1e-12).length;
}
