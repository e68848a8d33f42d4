import type { CohortModel } from './cohort-model';

/** How the groups after the first came back in the period after their first order. */
export interface LaterGroups {
  /** Share of their customers, 0 to 1. */
  share: number;
  /** Whether they do so less often than the first group, beyond chance. */
  isClearlyLess: boolean;
}

const ENOUGH = 30;
/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.96;

/** The later groups against the first; null where one of the two has too few customers followed for a whole period. */
export function laterGroups(model: CohortModel): LaterGroups | null {
  const [first, ...others] = model.rows.filter((row) => row.cells[0]?.complete);
  const size = others.reduce((sum, row) => sum + row.size, 0);
  if (!first || first.size < ENOUGH || size < ENOUGH) return null;
  const share = others.reduce((sum, row) => sum + row.cells[0]!.value, 0) / size;
  const before = first.cells[0]!.value / first.size;
  const error = Math.sqrt((before * (1 - before)) / first.size + (share * (1 - share)) / size);
  return { share, isClearlyLess: before - share > Z * error };
}
