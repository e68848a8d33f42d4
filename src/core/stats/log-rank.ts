import { chiSquareTail } from './chi-square';
import type { LifeTable } from './life-table';

/** Whether several groups of waits end alike. */
export interface LogRank {
  chiSquare: number;
  /** Groups that take part, less one. */
  df: number;
  /** Chance of a χ² as large or larger if all groups end alike; 0 where it is below the smallest number there is. */
  p: number;
  /** Waits that ended, and how many would have if all groups ended alike, per group. */
  observed: number[];
  expected: number[];
}

/** What is added up over the times at which a wait ended. */
interface Sums {
  observed: number[];
  expected: number[];
  variance: number[][];
}

/**
 * Log-rank test of two groups of waits or more, all times weighing alike.
 *
 * At each time at which waits ended, every group is expected to have its share of them by how many of it were at risk; what it has beyond that
 * is added up and held against the hypergeometric variance. A group of which nobody was at risk when a wait ended takes no part.
 * @returns  null where fewer than two groups take part; where all ended at one time there is no spread, χ² is 0 and p is 1
 * @source   N. Mantel, Evaluation of Survival Data and Two New Rank Order Statistics Arising in Its Consideration, Cancer Chemotherapy
 *           Reports 50, 1966, 163–170; J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd edition, 2002, 1.5
 * Cost: rows of all tables times groups, and the square of groups for each time at which a wait ended.
 */
export function logRank(groups: readonly LifeTable[]): LogRank | null {
  const { observed, expected, variance } = sums(groups);
  const known = groups.map((_, g) => g).filter((g) => expected[g]! > 0);
  if (known.length < 2) return null;
  // The last follows from the others: all differences add up to 0.
  const free = known.slice(0, -1);
  const difference = free.map((g) => observed[g]! - expected[g]!);
  const matrix = free.map((g) => free.map((h) => variance[g]![h]!));
  const chiSquare = Math.max(0, quadraticForm(matrix, difference));
  return { chiSquare, df: free.length, p: chiSquareTail(chiSquare, free.length), observed, expected };
}

/** The test of the groups that are large enough for it. */
export interface LogRankAmong extends LogRank {
  /** Positions of those that took part. */
  taken: number[];
}

/**
 * The log-rank test of the groups of which at least `leastExpected` waits would have ended if all groups that take part ended alike.
 *
 * With fewer χ² is no χ² any more, and calls groups different more often than it says. How many are expected hangs on who takes part, so the
 * test is made again until nobody is left to go. What is observed of a group has no say in whether it takes part.
 * @returns  null where fewer than two groups are left
 * @source   W. G. Cochran, Some Methods for Strengthening the Common χ² Tests, Biometrics 10 (4), 1954, 417–451: five in each cell
 * Cost: that of `logRank` for each time that groups go.
 */
export function logRankAmong(groups: readonly LifeTable[], leastExpected: number): LogRankAmong | null {
  let taken = groups.map((_, g) => g);
  for (;;) {
    const test = logRank(taken.map((g) => groups[g]!));
    if (!test) return null;
    const enough = taken.filter((_, i) => test.expected[i]! >= leastExpected * (1 - 1e-12));
    if (enough.length === taken.length) return { ...test, taken };
    taken = enough;
  }
}

function sums(groups: readonly LifeTable[]): Sums {
  const at = groups.map(() => 0);
  const nobody = () => groups.map(() => 0);
  const total: Sums = { observed: nobody(), expected: nobody(), variance: groups.map(nobody) };
  for (;;) {
    const time = Math.min(...groups.map(({ times }, g) => times[at[g]!] ?? Infinity));
    if (time === Infinity) return total;
    const risk = groups.map(({ atRisk }, g) => atRisk[at[g]!] ?? 0);
    const ended = groups.map((group, g) => (group.times[at[g]!] === time ? group.ended[at[g]!]! : 0));
    addTime(total, risk, ended);
    groups.forEach(({ times }, g) => times[at[g]!] === time && at[g]!++);
  }
}

/** Adds what is observed and expected at one time, and its variance, into the sums. */
function addTime({ observed, expected, variance }: Sums, risk: readonly number[], ended: readonly number[]): void {
  const n = risk.reduce((sum, one) => sum + one, 0);
  const d = ended.reduce((sum, one) => sum + one, 0);
  if (d === 0) return;
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  for (let g = 0; g < risk.length; g++) {
    observed[g]! += ended[g]!;
    const share = risk[g]! / n;
    expected[g]! += d * share;
    for (let h = 0; h < risk.length; h++) variance[g]![h]! += spread * ((g === h ? share : 0) - (share * risk[h]!) / n);
  }
}

/** xᵀ M⁻¹ x of a positive definite matrix, by elimination; a direction without spread adds nothing. */
function quadraticForm(matrix: number[][], x: number[]): number {
  const rows = matrix.map((row, i) => [...row, x[i]!]);
  const size = rows.length;
  let form = 0;
  for (let i = 0; i < size; i++) {
    const pivot = rows[i]![i]!;
    if (!(pivot > 1e-12)) continue;
    form += rows[i]![size]! ** 2 / pivot;
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k]![i]! / pivot;
      for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  return form;
}
