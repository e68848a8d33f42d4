import { dayFromIso, type Day } from '../../terms/day';
import { numberIn } from '../reading/table-records';
import type { Rec } from './records-of';

/** A row of the metric `back-test-weeks`. */
export interface Week {
  iso: string;
  from: Day;
  to: Day;
  actual: number;
  expected: number;
  actualSoFar: number;
  expectedSoFar: number;
  isHeldOut: boolean;
}

/** Days of a week; the first of the file and the last of the test may have fewer than seven. */
export function daysOf({ from, to }: Pick<Week, 'from' | 'to'>): number {
  return to - from + 1;
}

export function isPartial(week: Pick<Week, 'from' | 'to'>): boolean {
  return daysOf(week) < 7;
}

export function trackedWeeks(rows: readonly Rec[]): Week[] {
  return rows.map((row) => ({
    iso: String(row.week),
    from: dayFromIso(String(row.week)) ?? 0,
    to: dayFromIso(String(row.to)) ?? 0,
    actual: numberIn(row, 'actual'),
    expected: numberIn(row, 'expected'),
    actualSoFar: numberIn(row, 'actual-so-far'),
    expectedSoFar: numberIn(row, 'expected-so-far'),
    isHeldOut: row['held-out'] === 1,
  }));
}
