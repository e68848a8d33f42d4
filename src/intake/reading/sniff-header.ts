import { columnKinds, isMachineRow, nameEvidence, type NameEvidence } from '../meaning/name-evidence';
import { filledCells, usualWidth, type SampleRow } from '../table/sample-rows';

/** Where the table begins. */
export interface HeadShape {
  /** Lines above the names, or above the data where there are none. */
  skip: number;
  header: boolean;
  /** Rows that hold the names together, 1 to 3; 0 without names. */
  headerRows: number;
}

const MOST_HEADER_ROWS = 3;

/**
 * Finds the names of the columns, below titles and notes and in one row or more.
 *
 * What is skipped must be no data: a line above the names has one cell, or few beside those of the table, and below it stands a row that
 * is seen to hold names. When in doubt the first row is where the table begins.
 */
export function sniffHeader(rows: readonly SampleRow[]): HeadShape {
  const first = rows.findIndex((row) => filledCells(row.cells) > 0);
  if (first < 0) return { skip: 0, header: false, headerRows: 0 };
  const { width } = usualWidth(rows.slice(first).map((row) => row.cells));
  const at = width < 2 ? first : tableStart(rows, first, width);
  const header = holdsNames(rows, at);
  return { skip: rows[at]!.line - 1, header, headerRows: header ? headerRowsAt(rows, at) : 0 };
}

/** Whether a row holds names: known ones, or words over columns of numbers and dates; where all is words, the first row does. */
function holdsNames(rows: readonly SampleRow[], at: number): boolean {
  if (isGroupRow(rows, at)) return true;
  const { known, contrast, alike, values } = evidenceAt(rows, at);
  if (known >= 2) return true;
  return contrast + alike > 0 ? contrast > alike : values === 0;
}

/** The row at which the table begins: the first that is no preamble, if what stands there proves it; else the first of all. */
function tableStart(rows: readonly SampleRow[], first: number, width: number): number {
  let at = first;
  while (at < rows.length && isPreamble(rows[at]!.cells, width)) at++;
  if (at === rows.length) return first;
  // A blank line parts a note from the table, and so does a line of one cell; a short row may be data.
  const short = rows.slice(first, at).findLastIndex((row) => filledCells(row.cells) > 1);
  const { known, contrast, alike } = evidenceAt(rows, at);
  if (short < 0) return width > 2 || known >= 2 || contrast > alike ? at : first;
  const parted = rows.slice(first + short, at).some((row) => filledCells(row.cells) === 0);
  const proven = known >= 3 || (contrast >= 2 && alike === 0) || (parted && contrast > alike) || isGroupRow(rows, at);
  return proven ? at : first;
}

/** Whether a row could stand above a table of a width: blank, one cell, a few padded with blank ones, or fewer than the table has. */
function isPreamble(cells: readonly string[], width: number): boolean {
  const filled = filledCells(cells);
  return filled <= Math.max(1, width / 4) || (cells.length < width && filled < width * 0.75);
}

/** Names of one row or more, beginning at a row that holds names. */
function headerRowsAt(rows: readonly SampleRow[], at: number): number {
  let count = isGroupRow(rows, at) ? 2 : 1;
  while (count < MOST_HEADER_ROWS && goesOn(rows, at, at + count)) count++;
  return count;
}

/** Whether a row below names belongs to them: the same again, blank cells, what a program wrote for itself, or words over values. */
function goesOn(rows: readonly SampleRow[], top: number, at: number): boolean {
  const cells = rows[at]?.cells;
  const names = rows[top]!.cells;
  if (!cells || rows[at]!.line !== rows[at - 1]!.line + 1 || cells.length !== names.length || cells.length < 2) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return at === top + 1 && at + 1 < rows.length;
  if (isMachineRow(cells)) return true;
  if (filled.length > 1 && cells.every((cell, i) => cell.trim() === names[i]!.trim())) return true;
  const { contrast, alike, values } = evidenceAt(rows, at);
  const fillsGaps = cells.some((cell, i) => cell.trim() !== '' && names[i]!.trim() === '');
  return alike === 0 && values === 0 && contrast >= (fillsGaps ? 1 : 2);
}

/** Whether a row names groups of columns: it has gaps that the row below fills with names. */
function isGroupRow(rows: readonly SampleRow[], at: number): boolean {
  const cells = rows[at]!.cells;
  const below = rows[at + 1]?.cells;
  if (!below || below.length !== cells.length || filledCells(cells) < 1 || filledCells(below) <= filledCells(cells)) return false;
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const gaps = cells.slice(0, last).some((cell, i) => cell.trim() === '' && below[i]!.trim() !== '');
  if (!gaps || evidenceAt(rows, at).contrast > 0) return false;
  const { contrast, alike, values } = evidenceAt(rows, at + 1);
  return contrast >= 2 && alike === 0 && values === 0;
}

function evidenceAt(rows: readonly SampleRow[], at: number): NameEvidence {
  return nameEvidence(rows[at]!.cells, columnKinds(rows, at + 1));
}
