import type { Dialect } from '../../terms/plan';
import { RowCutter } from './row-cutter';

/** A row of the beginning of a file. */
export interface SampleRow {
  cells: string[];
  /** Line on which it begins, 1 first. */
  line: number;
}

/** Rows and letters that are looked at: enough for a preamble of thirty lines and a hundred rows of a wide export. */
const ROWS = 200;
const LETTERS = 64 * 1024;

/**
 * The first rows under a dialect, as far as they can be told from a beginning of the text. Its `skip` does not count.
 *
 * @param line  the line on which `text` begins
 */
export function sampleRows(text: string, dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>, line = 1): SampleRow[] {
  const cutter = new RowCutter(dialect);
  const head = wholeLines(text);
  const rows: SampleRow[] = [];
  for (let at = 0; at < head.length && rows.length < ROWS;) {
    const { cells, next } = cutter.cut(head, at);
    rows.push({ cells, line });
    for (let end = head.indexOf('\n', at); end >= 0 && end < next; end = head.indexOf('\n', end + 1)) line++;
    at = next;
  }
  return rows;
}

/** The beginning of a text up to a line end; all of it when it is short or has none. */
export function wholeLines(text: string): string {
  if (text.length <= LETTERS) return text;
  const head = text.slice(0, LETTERS);
  return head.includes('\n') ? head.slice(0, head.lastIndexOf('\n') + 1) : head;
}

/** The width of rows that says most: how many rows have it, and how wide they are; 0 when all have one cell. */
export function usualWidth(rows: readonly (readonly string[])[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  const weight = ({ width, count }: typeof best): number => (width < 2 ? 0 : count * (1 - 1 / width));
  for (const [width, count] of counts) {
    const here = { width, count };
    if (weight(here) > weight(best) || (weight(here) === weight(best) && width > best.width && width > 1)) best = here;
  }
  return best;
}

/** Cells of a row that are not blank. */
export function filledCells(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.trim() !== '') count++;
  return count;
}
