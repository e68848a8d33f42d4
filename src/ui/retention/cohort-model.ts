import { isTable, type Answer } from '../../terms/answer';
import { dayFromIso, type Day } from '../../terms/day';
import { numberIn, tableRecords } from '../reading/table-records';
import { ladderFor, shadeOf, type Ladder } from './shade-ladder';
import type { CohortMeasure } from './cohort-ask';

export interface CohortCell {
  k: number;
  /** Share of the group, 0 to 1 (of orders and money: of those of its first period); null where there is nothing to divide by. */
  share: number | null;
  /** Customers or orders, or money in minor units. */
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
  /** Weighted mean by k − 1 (of value per customer the money itself), and the customers it rests on; null where no cell is over. */
  share: (number | null)[];
  base: (number | null)[];
  /** Customers of all groups whose first period is over. */
  followed: number;
  /** Lower ends of the colour classes 2 to 7; null where no cell has a colour. */
  ends: Ladder | null;
}

/** Customers that a group needs for its shares to be coloured. */
const ENOUGH = 30;

/** The cohort table as shares with their classes; null when the answer is no table. */
export function cohortModel(answer: Answer, measure: CohortMeasure): CohortModel | null {
  if (!isTable(answer)) return null;
  const rows = tableRecords(answer, answer.rows).map((record): CohortRow & { over: boolean } => {
    const size = numberIn(record, 'size');
    const whole = measure === 'customers' ? size : numberIn(record, 'p0');
    const complete = numberIn(record, 'complete');
    const cells: CohortCell[] = [];
    for (let k = 1; typeof record[`p${k}`] === 'number'; k++) {
      const value = numberIn(record, `p${k}`);
      const share = whole > 0 ? value / whole : null;
      const over = k < complete;
      cells.push({ k, value, share, complete: over, shade: 0 });
    }
    const iso = String(record.cohort);
    return { iso, start: dayFromIso(iso) ?? 0, size, cells, over: complete > 0 };
  });
  const coloured = rows.filter((row) => row.size >= ENOUGH).flatMap((row) => row.cells.filter((c) => c.complete && c.share !== null));
  const ends = coloured.length > 0 ? ladderFor(coloured.map((c) => c.share!)) : null;
  for (const cell of coloured) cell.shade = shadeOf(cell.share!, ends!);
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const foot = tableRecords(answer, answer.foot ?? []);
  const line = (name: string) => {
    const record = foot.find((r) => r.cohort === name);
    return Array.from({ length: width }, (_, i) => (typeof record?.[`p${i + 1}`] === 'number' ? numberIn(record, `p${i + 1}`) : null));
  };
  const shown = rows.filter((row) => row.over && row.size > 0);
  const followed = shown.reduce((sum, row) => sum + row.size, 0);
  return { rows: shown, width, share: line('weighted-share'), base: line('weighted-base'), followed, ends };
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
