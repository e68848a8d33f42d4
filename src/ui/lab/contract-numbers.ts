/** What is typed about a cohort under contract; null is not typed. */
export interface TypedCohort {
  survivors: readonly (number | null)[];
  ahead: number | null;
  /** Per cent. */
  discount: number | null;
}

/** Fader and Hardie 2007, the cohort "High End": survivors of seven yearly renewals. */
export const EXAMPLE: TypedCohort = { survivors: [1000, 869, 743, 653, 593, 551, 517, 491], ahead: 5, discount: 0 };

/** Periods that can be typed at most. */
export const MOST_PERIODS = 36;

/** Whether what is typed is the example, the look ahead apart. */
export function isExample({ survivors }: TypedCohort): boolean {
  return survivors.length === EXAMPLE.survivors.length && survivors.every((n, i) => n === EXAMPLE.survivors[i]);
}
