import { isTable, type Answer } from '../../terms/answer';
import { dayFromIso, type Day } from '../../terms/day';
import { numberIn, tableRecords } from '../reading/table-records';
import type { CohortMeasure } from './read-retention';

export interface CohortCell {
  k: number;
  /** Share of the group, 0 to 1 (of money: of what it spent in its first period); null where there is nothing to divide by. */
  share: number | null;
  /** Customers, or money in minor units. */
  value: number;
  complete: boolean;
  /** Colour class 1 to 7; 0 for cells without colour: not over, or a group of fewer than 30. */
  shade: number;
}

export interface CohortRow {
  iso: string;
  start: Day;
  size: number;
  /** Cells of k = 1, 2 … as far as they have begun. */
  cells: CohortCell[];
}

export interface CohortModel {
  rows: CohortRow[];
  /** Largest k. */
  width: number;
  /** Weighted mean by k − 1, and the customers (or money) it rests on; null where no cell is over. */
  share: (number | null)[];
  base: (number | null)[];
  /** Customers of all groups in the table. */
  followed: number;
}

/** Upper ends of the classes but the last, fixed for all tables so that two can be compared. */
export const CLASS_ENDS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4] as const;
const ENOUGH = 30;

/** Class of a share: 1 below 15 %, then one per 5 points, 7 from 40 % on. */
export function shadeOf(share: number): number {
  return 1 + CLASS_ENDS.filter((end) => share >= end - 1e-12).length;
}

/** The cohort table as shares with their classes; null when the answer is no table. */
export function cohortModel(answer: Answer, measure: CohortMeasure): CohortModel | null {
  if (!isTable(answer)) return null;
  const rows = tableRecords(answer, answer.rows).map((record): CohortRow => {
    const size = numberIn(record, 'size');
    const whole = measure === 'customers' ? size : numberIn(record, 'p0');
    const complete = numberIn(record, 'complete');
    const cells: CohortCell[] = [];
    for (let k = 1; typeof record[`p${k}`] === 'number'; k++) {
      const value = numberIn(record, `p${k}`);
      const share = whole > 0 ? value / whole : null;
      const over = k < complete;
      cells.push({ k, value, share, complete: over, shade: over && share !== null && size >= ENOUGH ? shadeOf(share) : 0 });
    }
    const iso = String(record.cohort);
    return { iso, start: dayFromIso(iso) ?? 0, size, cells };
  });
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const foot = tableRecords(answer, answer.foot ?? []);
  const line = (name: string) => {
    const record = foot.find((r) => r.cohort === name);
    return Array.from({ length: width }, (_, i) => (typeof record?.[`p${i + 1}`] === 'number' ? numberIn(record, `p${i + 1}`) : null));
  };
  const followed = rows.filter((row) => row.cells.length > 0).reduce((sum, row) => sum + row.size, 0);
  return { rows: rows.filter((row) => row.cells.length > 0), width, share: line('weighted-share'), base: line('weighted-base'), followed };
}

/** The cell a sentence is about: the one asked for as `iso|k`, else the first complete one of the oldest group; null when none is over. */
export function pickedCell(model: CohortModel, text: string): { row: CohortRow; cell: CohortCell } | null {
  const [iso, k] = text.split('|');
  const asked = model.rows.find((row) => row.iso === iso);
  const cell = asked?.cells.find((c) => String(c.k) === k && c.complete);
  if (asked && cell) return { row: asked, cell };
  for (const row of model.rows) {
    const first = row.size > 0 ? row.cells.find((c) => c.complete) : undefined;
    if (first) return { row, cell: first };
  }
  return null;
}
