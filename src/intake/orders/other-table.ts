import { columnKinds, nameEvidence } from '../meaning/name-evidence';
import type { RawTable } from '../table/raw-table';
import { filledCells, type SampleRow } from '../table/sample-rows';

/** Rows of the other table that must stand below its names, and that are looked at. */
const FEWEST = 2;
const MOST = 10;

/**
 * The row at which another table begins: behind a blank line, perhaps with a title, stand names of another number than the columns, and
 * below them rows that are no wider and of other kinds than words. -1 when there is none; when in doubt there is none.
 *
 * Cost: one pass over the codes of the first column.
 */
export function otherTableAt(table: RawTable): number {
  const column = table.columns[0];
  if (!column) return -1;
  const { texts, codes } = column;
  const blank = Uint8Array.from({ length: texts.size }, (_, code) => (texts.isBlank(code) ? 1 : 0));
  if (!blank.includes(1)) return -1;
  const view = codes.view();
  for (let row = 0; row < view.length; row++) {
    if (blank[view[row]!] === 0 || !isBlankRow(table, row)) continue;
    while (row + 1 < view.length && isBlankRow(table, row + 1)) row++;
    if (beginsTable(table, row + 1)) return row + 1;
  }
  return -1;
}

function isBlankRow(table: RawTable, row: number): boolean {
  for (let c = 0; c < table.columns.length; c++) if (table.cell(row, c).trim() !== '') return false;
  return table.extra.codes.at(row) === 0;
}

/** Whether names of another table stand on a row, or below a title on it. */
function beginsTable(table: RawTable, row: number): boolean {
  const at = row < table.rows && filledCells(table.cells(row)) === 1 ? row + 1 : row;
  if (at + FEWEST >= table.rows) return false;
  const names = trimmed(table.cells(at));
  if (names.length < 2 || names.length === table.columns.length || filledCells(names) < names.length) return false;
  const below: SampleRow[] = [];
  for (let other = at + 1; other < table.rows && below.length < MOST; other++) {
    const cells = trimmed(table.cells(other));
    if (cells.length === 0) break;
    below.push({ cells, line: table.lineOf(other) });
  }
  const fits = below.every(({ cells }) => cells.length <= names.length) && below.some(({ cells }) => cells.length === names.length);
  if (below.length < FEWEST || !fits) return false;
  const { contrast, alike, values } = nameEvidence(names, columnKinds(below, 0));
  return contrast > 0 && alike === 0 && values === 0;
}

/** Cells up to the last in which something stands. */
function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
