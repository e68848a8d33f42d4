/** Shares that have a plain name, by code; the words stand in i18n under `roughly.<code>`. */
const NAMED = [
  ['1-20', 1 / 20],
  ['1-10', 1 / 10],
  ['1-5', 1 / 5],
  ['1-4', 1 / 4],
  ['1-3', 1 / 3],
  ['2-5', 2 / 5],
  ['1-2', 1 / 2],
  ['3-5', 3 / 5],
  ['2-3', 2 / 3],
  ['3-4', 3 / 4],
  ['4-5', 4 / 5],
  ['9-10', 9 / 10],
] as const;
export type FractionCode = (typeof NAMED)[number][0];

/** The named fraction nearest to a share, or null when none is near enough to be said with "about" (3 points, or a third of the share). */
export function fractionWord(ratio: number): FractionCode | null {
  const [code, value] = NAMED.reduce((best, next) => (Math.abs(next[1] - ratio) < Math.abs(best[1] - ratio) ? next : best));
  return Math.abs(value - ratio) <= Math.min(0.03, value / 3) ? code : null;
}
