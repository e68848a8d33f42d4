import { cellKind } from '../cells/cell-kind';
import { otherTableAt } from './other-table';
import type { RawTable } from '../table/raw-table';
import { trailerRows } from './trailer-rows';

/** Where a row stands: in the table, below it, names once more, or in another table of the same file. */
export const IN_TABLE = 0;
const TRAILER = 1;
const REPEATED_HEADER = 2;
const OTHER_TABLE = 3;

const kept = new WeakMap<RawTable, Uint8Array>();

/**
 * Where each row of a table stands. Only what is certain leaves the table: a row with the same cells as the names, a table that begins
 * with the same names but some more or less, or behind a blank line with names of its own, rows of the last few that are written like no other.
 *
 * Cost: one pass over the codes of one column, made once for a table.
 */
export function rowPlaces(table: RawTable): Uint8Array {
  let places = kept.get(table);
  if (!places || places.length !== table.rows) {
    places = new Uint8Array(table.rows);
    const end = Math.min(markNames(table, places), markOther(table, places));
    for (const row of trailerRows(table, end)) places[row] = TRAILER;
    kept.set(table, places);
  }
  return places;
}

/** Marks another table below a blank line; returns where it begins. */
function markOther(table: RawTable, places: Uint8Array): number {
  const at = otherTableAt(table);
  if (at < 0) return table.rows;
  places.fill(OTHER_TABLE, at);
  return at;
}

/** Marks rows that hold names, and another table from its names on; returns where the first table ends. */
function markNames(table: RawTable, places: Uint8Array): number {
  for (const names of headerRows(table))
    for (const row of candidates(table, names)) {
      const cells = table.cells(row).map((cell) => cell.trim());
      if (isSame(cells, names)) places[row] = REPEATED_HEADER;
      else if (isOther(table, row, cells, names)) {
        places.fill(OTHER_TABLE, row);
        return row;
      }
    }
  return table.rows;
}

/** Rows of names as they are written; none for a table without names, or with names that look like data. */
function headerRows(table: RawTable): string[][] {
  return table.skipped.kept
    .filter(({ why }) => why === 'header')
    .map(({ cells }) => cells.map((cell) => cell.trim()))
    .filter((names) => names.length > 1 && names.some((name) => cellKind(name) === 'text'));
}

/** Rows that have the first name in its column, as it is written or without blanks around it. */
function candidates(table: RawTable, names: readonly string[]): number[] {
  const at = names.findIndex((name) => cellKind(name) === 'text');
  const column = table.columns[at];
  if (!column) return [];
  const written = table.skipped.kept.flatMap(({ why, cells }) => (why === 'header' ? [cells[at] ?? ''] : []));
  const wanted = [names[at]!, ...written].map((text) => column.texts.indexOf(text)).filter((code) => code >= 0);
  const rows: number[] = [];
  if (wanted.length === 0) return rows;
  const view = column.codes.view();
  for (let row = 0; row < view.length; row++) if (wanted.includes(view[row]!)) rows.push(row);
  return rows;
}

function isSame(cells: readonly string[], names: readonly string[]): boolean {
  return cells.length <= names.length && names.every((name, i) => (cells[i] ?? '') === name);
}

/** Whether names of another table stand on a row: most are those of this one, in another number, and the next rows have that number too. */
function isOther(table: RawTable, row: number, cells: readonly string[], names: readonly string[]): boolean {
  if (cells.length === names.length) return false;
  const own = new Set(names);
  const common = cells.filter((cell) => own.has(cell)).length;
  if (common * 2 <= Math.min(cells.length, names.length)) return false;
  // A wide row may say one thing a thousand times: each is looked at once.
  for (const cell of new Set(cells)) if (cell === '' || cellKind(cell) !== 'text') return false;
  // Blank cells beyond the last column are not kept, so rows of a wider table need not be wider.
  if (cells.length > names.length) return true;
  const next = [row + 1, row + 2, row + 3].filter((other) => other < table.rows);
  return next.length > 0 && next.every((other) => table.cells(other).length === cells.length);
}
