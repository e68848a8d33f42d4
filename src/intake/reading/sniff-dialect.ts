import type { Dialect } from '../../terms/plan';
import { sniffHeader } from './sniff-header';
import { filledCells, sampleRows, usualWidth, wholeLines, type SampleRow } from '../table/sample-rows';
import { isEscaped, quotedCells, sniffQuote } from './sniff-quote';

/** Longer cells are not looked at closely. */
const LONGEST = 100;
/** In the order in which they are taken where nothing speaks for one of them. */
const DELIMITERS = [',', ';', '\t', '|', '，'] as const;
const TYPED = /^[\s$€£¥-]*\d[\d.,\s]*%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ][\d:.+Z -]+)?$|^[^\s@]+@[^\s@]+$/;
/** Lines among which a program writes `sep=;` for spreadsheets, at the top or below a title. */
const SEPARATOR_LINES = 40;
const SEPARATOR = /^\ufeff?"?sep=([,;\t|，])"?[,;\t|，\s]*$/i;

/** What a line `sep=;` says, and which line it is, 1 first. */
function separatorLine(text: string): { delimiter: Dialect['delimiter']; line: number } | null {
  if (!/sep=/i.test(text.slice(0, 1 << 14))) return null;
  const lines = text.slice(0, 1 << 14).split('\n', SEPARATOR_LINES);
  for (let i = 0; i < lines.length; i++) {
    const said = SEPARATOR.exec(lines[i]!);
    if (said) return { delimiter: said[1] as Dialect['delimiter'], line: i + 1 };
  }
  return null;
}

/**
 * How a file is written, from the beginning of its text: delimiter, quote and escape, lines above the names, rows of names.
 *
 * Each delimiter is tried: it is good when rows have the same number of cells and the cells look like something. Lines above the table may
 * be as they like. Cost: linear in the first 64 KB, about 10 ms.
 * @param text  decoded head with \n as line end; the last line may be cut
 */
export function sniffDialect(text: string): Dialect {
  const said = separatorLine(text);
  const { start, line } = pastBlankLines(text, said?.line ?? 0);
  const body = text.slice(start);
  const best = said ? attempt(body, said.delimiter, line) : bestOf(body, line);
  const { skip, header, headerRows } = sniffHeader(best.rows);
  const above = Math.max(skip, said?.line ?? 0);
  return {
    delimiter: best.delimiter,
    quote: best.quote,
    ...(best.escaped ? { escape: '\\' as const } : {}),
    header,
    ...(headerRows > 1 ? { headerRows } : {}),
    ...(above > 0 ? { skip: above } : {}),
  };
}

/** Columns that most rows of the head have under a dialect, below its names: a header may name fewer. 0 when no width is usual. */
export function sniffWidth(text: string, dialect: Dialect): number {
  const skip = dialect.skip ?? 0;
  const rows = sampleRows(text.slice(nthLine(text, skip)), dialect).map((row) => row.cells);
  const data = rows.slice(dialect.header ? (dialect.headerRows ?? 1) : 0).filter((cells) => filledCells(cells) > 0);
  const { width, count } = usualWidth(data);
  return count * 2 > data.length ? width : 0;
}

interface Attempt {
  delimiter: Dialect['delimiter'];
  quote: Dialect['quote'];
  escaped: boolean;
  rows: SampleRow[];
  score: number;
}

function bestOf(text: string, line: number): Attempt {
  const head = wholeLines(text);
  const tries = DELIMITERS.filter((delimiter) => delimiter === ',' || head.includes(delimiter)).map((delimiter) =>
    attempt(head, delimiter, line),
  );
  const comma = tries[0]!;
  // Blanks behind the commas belong to them when nearly every cell would begin with one.
  const blanks = leadingBlanks(comma.rows);
  if (blanks > 0.4) {
    const wide = attempt(head, ', ', line);
    // With fewer blanks only where quoted cells behind them, which have commas without blanks, make the rows even.
    if (blanks > 0.8 || wide.score > comma.score) tries[0] = wide;
  }
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  const blank = blankRuns(head, best.delimiter, line);
  return blank && blank.score > best.score ? blank : best;
}

function attempt(text: string, delimiter: Dialect['delimiter'], line: number): Attempt {
  const head = wholeLines(text);
  const quote = sniffQuote(head, delimiter);
  const escaped = isEscaped(head, { delimiter, quote });
  const rows = sampleRows(head, { delimiter, quote, ...(escaped ? { escape: '\\' as const } : {}) }, line);
  return { delimiter, quote, escaped, rows, score: scoreOf(rows.map((row) => row.cells)) };
}

/**
 * 0 when all rows have one cell. Else better the more of the rows between the first and the last of the usual width have it, the more of
 * the file they are, the more cells look like something, and the wider they are.
 */
function scoreOf(all: readonly string[][]): number {
  const rows = all.filter((cells) => filledCells(cells) > 0);
  const { width, count } = usualWidth(rows);
  if (width < 2) return 0;
  const from = rows.findIndex((cells) => cells.length === width);
  const to = rows.findLastIndex((cells) => cells.length === width);
  const span = to - from + 1;
  const cells = rows
    .slice(from, to + 1)
    .slice(0, 60)
    .flat();
  const good = cells.reduce((sum, cell) => sum + cellScore(cell), 0) / Math.max(1, cells.length);
  return (count / span) * (0.3 + 0.7 * (span / rows.length)) * (0.2 + good) * (1 - 1 / (width + 1));
}

/** A cell with another delimiter in it and no blank after it was probably cut in the wrong place. */
function cellScore(cell: string): number {
  if (cell === '' || (cell.length < LONGEST && TYPED.test(cell))) return 1;
  return /[;|\t]|,\S/.test(cell) ? 0.1 : 0.8;
}

/** Share of the cells behind a comma that begin with a blank. */
function leadingBlanks(rows: readonly SampleRow[]): number {
  let cells = 0;
  let blanks = 0;
  for (const row of rows)
    for (const cell of row.cells.slice(1)) {
      if (cell.trim() === '') continue;
      cells++;
      if (cell[0] === ' ') blanks++;
    }
  return cells === 0 ? 0 : blanks / cells;
}

/** Blanks stand in many cells, so a table that they part is believed less than another. */
const BLANKS_BELIEVED = 0.9;

/**
 * Columns kept apart by runs of blanks: where every row is equally wide and at least half of the cells are numbers, or where quoted cells
 * stand between blanks and hardly elsewhere.
 */
function blankRuns(head: string, other: Dialect['delimiter'], line: number): Attempt | null {
  const quoted = quotedCells(head, ' ');
  const quote = quoted > 0 ? '"' : '';
  const rows = sampleRows(head, { delimiter: ' ', quote }, line);
  const cells = rows.map((row) => row.cells).filter((row) => filledCells(row) > 0);
  const { width, count } = usualWidth(cells);
  const data = cells.slice(cells.length > 1 ? 1 : 0).flat();
  const numbers = data.filter((cell) => cell.length < LONGEST && TYPED.test(cell)).length;
  // One row may have another width: names, beside which the numbers of the rows have none.
  const even = count >= 0.95 * (cells.length - 1) && (count > 1 || cells.length === 1) && numbers * 2 >= data.length;
  const marked = quoted >= cells.length && quoted > 4 * quotedCells(head, other) && count * 3 > cells.length;
  if (width < 2 || !(even || marked)) return null;
  return { delimiter: ' ', quote, escaped: false, rows, score: marked ? 1 : BLANKS_BELIEVED * scoreOf(cells) };
}

/** The first line behind some others in which something stands, and where it begins. */
function pastBlankLines(text: string, lines: number): { start: number; line: number } {
  let start = nthLine(text, lines);
  let line = lines + 1;
  for (let end = text.indexOf('\n', start); end >= 0 && text.slice(start, end).trim() === ''; end = text.indexOf('\n', start)) {
    start = end + 1;
    line++;
  }
  return { start, line };
}

/** Where the text behind the first lines begins. */
function nthLine(text: string, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines && at < text.length; i++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return at;
}
