import Papa from 'papaparse';
import type { Dialect } from '../terms/plan';
import { RowParser } from './row-parser';
import { looksLikeHeader } from './sniff-header';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows that are looked at. */
const SAMPLE_ROWS = 200;
const TYPED = /^[\s$€£¥-]*\d[\d.,\s]*%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ][\d:.+Z -]+)?$|^[^\s@]+@[^\s@]+$/;

/** What the first line `sep=;` says, which some programs write for spreadsheets; the line is no row. */
export function separatorLine(text: string): Dialect['delimiter'] | null {
  const m = /^"?sep=([,;\t|])"?(?:\n|$)/i.exec(text);
  return m ? (m[1] as Dialect['delimiter']) : null;
}

/**
 * Delimiter, quote and whether there is a header, from the beginning of the text.
 *
 * Each pair is tried: it is good when rows have the same number of cells and the cells look like something. A quote is taken for one only
 * when it both opens and closes cells, so `'123` as spreadsheets protect numbers is none.
 * @param text  decoded head with \n as line end; the last line may be cut
 */
export function sniffDialect(text: string): Dialect {
  const said = separatorLine(text);
  const body = said === null ? text : text.slice(text.indexOf('\n') + 1);
  const whole = body.includes('\n') ? body.slice(0, body.lastIndexOf('\n')) : body;
  const tries = (said === null ? DELIMITERS : [said]).map((delimiter) => attempt(whole, delimiter as (typeof DELIMITERS)[number]));
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  const taken = best.score > 0 || said !== null ? best : (blankRuns(whole) ?? best);
  return { delimiter: taken.delimiter, quote: taken.quote, header: looksLikeHeader(taken.rows), ...(said === null ? {} : { skip: 1 }) };
}

/** Columns that most rows of the head have under a dialect: a header may name fewer. */
export function sniffWidth(text: string, dialect: Dialect): number {
  const body = separatorLine(text) === null ? text : text.slice(text.indexOf('\n') + 1);
  const rows: string[][] = [];
  const parser = new RowParser(dialect, (cells) => rows.push(cells));
  parser.push(body.slice(0, body.lastIndexOf('\n') + 1).slice(0, 1 << 16));
  if (rows.length === 0) return 0;
  const { width, share } = usualWidth(rows.slice(1).filter((row) => row.some((cell) => cell.trim() !== '')));
  return share > 0.5 ? width : 0;
}

interface Attempt {
  delimiter: Dialect['delimiter'];
  quote: Dialect['quote'];
  rows: string[][];
  score: number;
}

function attempt(text: string, delimiter: (typeof DELIMITERS)[number]): Attempt {
  const quote = quoteOf(text, delimiter);
  const { data } = new Papa.Parser({ delimiter, newline: '\n', quoteChar: quote, preview: SAMPLE_ROWS }).parse(text, 0, false) as {
    data: string[][];
  };
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  return { delimiter, quote, rows, score: scoreOf(rows) };
}

/** 0 when there is one column; else the share of rows of the usual width, better the more cells look typed and the wider the rows. */
function scoreOf(rows: string[][]): number {
  const { width, share } = usualWidth(rows);
  if (width < 2) return 0;
  const cells = rows.slice(0, 60).flat();
  const good = cells.reduce((sum, cell) => sum + cellScore(cell), 0) / Math.max(1, cells.length);
  return share * (0.2 + good) * (1 - 1 / (width + 1));
}

/** A cell with another delimiter in it and no blank after it was probably cut in the wrong place. */
function cellScore(cell: string): number {
  if (cell === '' || TYPED.test(cell)) return 1;
  return /[;|\t]|,\S/.test(cell) ? 0.1 : 0.8;
}

/** The most frequent number of cells, and the share of rows that have it. */
function usualWidth(rows: readonly (readonly string[])[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 0;
  for (const [w, count] of counts) if (count > (counts.get(width) ?? 0) || (count === counts.get(width) && w > width)) width = w;
  return { width, share: (counts.get(width) ?? 0) / Math.max(1, rows.length) };
}

function quoteOf(text: string, delimiter: string): '"' | "'" {
  return pairs(text, delimiter, "'") > pairs(text, delimiter, '"') ? "'" : '"';
}

/** How many cells are both opened and closed by a mark. */
function pairs(text: string, delimiter: string, mark: string): number {
  const d = delimiter === '|' ? '\\|' : delimiter;
  const opens = text.match(new RegExp(`(?:^|[${d}])${mark}`, 'gm'))?.length ?? 0;
  const closes = text.match(new RegExp(`${mark}(?:[${d}]|$)`, 'gm'))?.length ?? 0;
  return Math.min(opens, closes);
}

/** Columns kept apart by runs of blanks: only where every row is equally wide and at least half of the cells are numbers. */
function blankRuns(text: string): Attempt | null {
  const lines = text.split('\n').slice(0, SAMPLE_ROWS);
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(/[ \t]+/));
  const { width, share } = usualWidth(rows);
  const cells = rows.flat();
  const numbers = cells.filter((cell) => TYPED.test(cell)).length;
  return width > 1 && share > 0.95 && numbers * 2 >= cells.length ? { delimiter: ' ', quote: '', rows, score: 1 } : null;
}
