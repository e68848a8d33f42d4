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
  for (let p = 0; p < persons; p++)
    if (first[p + 1]! - first[p]! > 1)
      rows.subarray(first[p], first[p + 1]).sort((a, b) => day[a]! - day[b]! || rank(a) - rank(b) || a - b);
  return { first, rows };
}
