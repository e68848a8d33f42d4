import type { RawTable } from '../table/raw-table';
import { filledCells } from '../table/sample-rows';

/** Rows at the end that are looked at. */
const LAST = 20;
/** A table as narrow as this has rows with one cell for all we know. */
const NARROW = 3;
/** A line of dashes, perhaps with words in it. */
const RULE = /^[-=_*#~.—–─]{3}/u;
/** How many rows there are: `83 record(s) downloaded`, `(12 rows)`, `共12笔记录`. */
const COUNT =
  /^\(?\d[\d,]* (?:record|row|order|item|transaction|result|line|entr|customer|response)|^(?:共|总共|總共|合计|合計)\s*[:：]?\s*\d+\s*[笔条条筆個个項项行件]/iu;
/** A page, an end, a note. */
const NOTE =
  /^(?:page \d|end of (?:report|file|data)|generated (?:on|at|by)|exported (?:on|at|by|from)|report (?:generated|created|run)|printed (?:on|by)|downloaded|disclaimer|note:|notes:|source:|copyright|©|\*\s|注[:：]|备注[:：]|備註[:：]|说明[:：]|說明[:：]|特别提示|特別提示|报表生成|報表產生|导出时间|匯出時間)/iu;
/** What a thing is, and what it is here: `Seller ID: discounted-shop-777`. */
const LABEL = /^\p{L}[\p{L} _/()-]{1,40}[:：](?!\/\/)\s*\S/u;

/**
 * Rows at the end of a table that speak about the file: of the short rows below the last long one, the first that is written like a count,
 * a note, a label or a line, and all below it. A table whose own rows are short has none.
 *
 * @param end  where the table ends
 */
export function trailerRows(table: RawTable, end: number): number[] {
  const width = table.columns.length;
  if (width < NARROW) return [];
  let first = -1;
  for (let row = end - 1; row >= 0 && row >= end - LAST; row--) {
    const cells = table.cells(row);
    const filled = filledCells(cells);
    if (filled > Math.min(2, width / 2)) return first < 0 ? [] : saying(table, first, end);
    if (filled > 0 && isTrailer(cells)) first = row;
  }
  return [];
}

/** Rows from one to another in which something stands. */
function saying(table: RawTable, from: number, to: number): number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (filledCells(table.cells(row)) > 0) rows.push(row);
  return rows;
}

function isTrailer(cells: readonly string[]): boolean {
  const text = (cells.find((cell) => cell.trim() !== '') ?? '').trim();
  return RULE.test(text) || COUNT.test(text) || NOTE.test(text) || (LABEL.test(text) && cells[0]!.trim() !== '');
}
