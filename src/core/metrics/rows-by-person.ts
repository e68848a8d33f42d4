import { NONE } from '../columns/batch';
import type { RecordTable } from '../tables/record-table';

/** Some records of known people, clustered: person p has `rows[first[p]]` up to, not with, `rows[first[p + 1]]`. */
export interface RowsByPerson {
  first: Uint32Array;
  rows: Uint32Array;
}

/**
 * The wanted records of each person, by day; those without a day come first, and on one day the lower rank.
 *
 * Cost: linear in records, and n log n in those of one person.
 */
export function rowsByPerson(
  { person, day }: Pick<RecordTable, 'person' | 'day'>,
  persons: number,
  { wanted, rank = () => 0 }: { wanted: (row: number) => boolean; rank?: (row: number) => number },
): RowsByPerson {
  const first = new Uint32Array(persons + 1);
  const isIn = (row: number): boolean => person[row] !== NONE && wanted(row);
  for (let row = 0; row < person.length; row++) if (isIn(row)) first[person[row]! + 1]!++;
  for (let p = 0; p < persons; p++) first[p + 1]! += first[p]!;
  const rows = new Uint32Array(first[persons]!);
  const next = first.slice();
  for (let row = 0; row < person.length; row++) if (isIn(row)) rows[next[person[row]!]!++] = row;
  const order = (a: number, b: number): number => day[a]! - day[b]! || rank(a) - rank(b) || a - b;
  for (let p = 0; p < persons; p++) sortRun(rows, first[p]!, first[p + 1]!, order);
  return { first, rows };
}

/** Sorts `rows` from `start` to, not with, `end`: most runs are short or come in order, for which this is quicker than the built-in sort. */
function sortRun(rows: Uint32Array, start: number, end: number, order: (a: number, b: number) => number): void {
  if (end - start > LONG) return void rows.subarray(start, end).sort(order);
  for (let i = start + 1; i < end; i++) {
    const row = rows[i]!;
    let at = i;
    for (; at > start && order(rows[at - 1]!, row) > 0; at--) rows[at] = rows[at - 1]!;
    rows[at] = row;
  }
}
const LONG = 32;
