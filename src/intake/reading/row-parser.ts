import Papa from 'papaparse';
import { AppError } from '../../terms/app-error';
import type { Dialect } from '../../terms/plan';
import { RowCutter } from '../table/row-cutter';
import { splitLine } from './split-line';

/** A row longer than this with a line end in it can only be an open quote. */
const LONGEST_FIELD = 1 << 20;
const LONGEST_LINE = 4 << 20;

/** Takes a row: its cells, and the line of the file on which it begins, 1 first. */
export type TakeRow = (cells: string[], line: number) => void;

/**
 * Cuts decoded text into rows as it arrives, whatever the size of the pieces, and counts the lines that quoted cells run over.
 *
 * PapaParse only sees text, never a file: given a file it cuts characters at the edges of its chunks.
 */
export class RowParser {
  readonly #dialect: Dialect;
  readonly #take: TakeRow;
  /** Whether the dialect is one that PapaParse does not know. */
  readonly #isCut: boolean;
  #rest = '';
  #line = 1;
  /** Cells of the row before. */
  #width = 0;

  /** @param width  cells that most rows have, 0 when that is not known: it tells what is damaged in the first row */
  constructor(dialect: Dialect, take: TakeRow, width = 0) {
    this.#dialect = dialect;
    this.#take = take;
    this.#width = width;
    this.#isCut = dialect.delimiter === ' ' || dialect.delimiter === ', ' || dialect.escape !== undefined;
  }

  /** Text of the row that is not whole yet. */
  get rest(): string {
    return this.#rest;
  }

  /** Leaves the rows from here on, the one that is not whole among them, to another reader; where it has to begin. */
  leave(): { line: number; width: number } {
    this.#rest = '';
    return { line: this.#line, width: this.#width };
  }

  /** Goes on at the beginning of a row after another reader has read the rows before. */
  goOn({ line, width }: { line: number; width: number }): void {
    this.#line = line;
    this.#width = width;
  }

  push(text: string): void {
    const all = this.#skipped(this.#rest + text, true);
    if (this.#isCut) return this.#cutRows(all, true);
    const { data, errors, meta } = this.#parse(all, true);
    this.#rest = all.slice(meta.cursor);
    if (errors.some((e) => e.code === 'InvalidQuotes')) this.#giveMended(all.slice(0, meta.cursor));
    else this.#give(data, all, meta.cursor);
    this.#refuseEndless();
  }

  /** Reads what is left. A line end at the end of the file opens no row. */
  finish(): void {
    const text = this.#skipped(this.#rest, false);
    this.#rest = '';
    if (text === '') return;
    if (this.#isCut) return this.#cutRows(text, false);
    const { data, errors } = this.#parse(text, false);
    if (errors.some((e) => e.code === 'MissingQuotes')) return void this.#giveOneByOne(text, 'end');
    if (errors.some((e) => e.code === 'InvalidQuotes')) return this.#giveMended(text);
    if (data.length > 0 && text.endsWith('\n')) data.pop();
    this.#give(data, text, text.length);
  }

  /** Gives the lines above the table, which are no rows, and returns what stands behind them. */
  #skipped(text: string, goesOn: boolean): string {
    const { delimiter, quote, skip = 0 } = this.#dialect;
    let from = 0;
    while (this.#line <= skip && from < text.length) {
      const end = text.indexOf('\n', from);
      if (end < 0 && goesOn) break;
      const line = text.slice(from, end < 0 ? text.length : end);
      this.#take(splitLine(line, delimiter[0]!, quote).cells, this.#line++);
      from = end < 0 ? text.length : end + 1;
    }
    return text.slice(from);
  }

  #cutRows(text: string, goesOn: boolean): void {
    // A quote that the piece before had left open may be closed in this one.
    let cutter = new RowCutter(this.#dialect);
    let from = 0;
    while (from < text.length) {
      const { cells, next, open } = cutter.cut(text, from);
      // The last line may go on; a cell that is open may end in the next piece.
      if (goesOn && (next > text.length || (open && text.length - from <= LONGEST_FIELD))) break;
      if (open) {
        this.#refuseOpen();
        cutter = new RowCutter(this.#dialect);
      }
      this.#take(cells, this.#line);
      this.#line += newlines(text, from, Math.min(next, text.length)) + (next > text.length ? 1 : 0);
      from = next;
    }
    this.#rest = text.slice(from);
    if (!goesOn) this.#rest = '';
    if (this.#rest.length > LONGEST_LINE) throw new AppError('intake/line-too-long', { line: this.#line });
  }

  /**
   * Rows of a text in which a quote closes before its cell ends, as in `"Big" box`. There the parser looks for the next quote that
   * fits, perhaps lines away. When the lines apart have as many cells as what it found, they are rows, and none swallows another.
   */
  #giveMended(text: string): void {
    // Without its line end a blank line is no text at all, and the parser finds no row in it.
    if (text === '\n') return this.#give([['']], text, 1);
    const { delimiter, quote } = this.#dialect;
    let from = 0;
    const step = ({ data, errors, meta }: Papa.ParseStepResult<string[][]>): void => {
      this.#giveRow(text.slice(from, meta.cursor), data[0]!, errors.length > 0);
      from = meta.cursor;
    };
    // In a parser of its own the step gets a list of rows, other than its type says.
    const config = { delimiter, newline: '\n', quoteChar: quote, step: step as unknown as Papa.ParseConfig['step'] };
    new Papa.Parser(config as Papa.ParseConfig).parse(text.replace(/\n$/, ''), 0, false);
  }

  /** One row, or the rows that a quote in it has swallowed. */
  #giveRow(raw: string, cells: string[], damaged: boolean): void {
    const lines = damaged ? raw.replace(/\n$/, '').split('\n') : [];
    if (lines.length > 0 && this.#isRow(lines[0]!)) return void this.#giveOneByOne(raw, 'row');
    const apart = lines.map((line) => this.#cellsOfLine(line));
    // As letters the quotes make rows of the lines, and as quotes they do not.
    const letters = apart.length > 0 && apart.every((others) => others.length === this.#width);
    if (letters && (apart.length > 1 || cells.length !== this.#width)) return apart.forEach((others) => this.#give([others], '', 0));
    const swallowed = apart.length > 1 && apart.every((others) => others.length === cells.length);
    if (swallowed) for (const others of apart) this.#give([others], '', 0);
    else this.#give([cells], raw, raw.length);
  }

  /** Whether a line is a row of its own: as many cells as the row before, and none that goes on in the next line. */
  #isRow(line: string): boolean {
    const { cells, open } = splitLine(line, this.#dialect.delimiter, this.#dialect.quote);
    return !open && cells.length === this.#width;
  }

  /**
   * Rows of a text in which a quote closes too early or never: line by line as far as lines are rows, cells of several lines otherwise.
   *
   * @param what  a piece of the file, its end, or the text of a row that the parser found
   * @returns     what may go on in the next piece. A quote that is never closed is refused unless it is a letter; lines of a row are all rows
   */
  #giveOneByOne(text: string, what: 'piece' | 'end' | 'row'): string {
    let from = 0;
    while (from < text.length) {
      const end = text.indexOf('\n', from);
      if (end < 0 && what === 'piece') break;
      const line = text.slice(from, end < 0 ? text.length : end);
      const row = !line.includes(this.#dialect.quote) || this.#isRow(line) ? null : this.#rowAhead(text.slice(from), what === 'piece');
      if (row?.open && what === 'piece' && text.length - from <= LONGEST_FIELD) break;
      const last = what === 'end' && (end < 0 || end === text.length - 1) && this.#cellsOfLine(line).length === this.#width;
      if (row?.open && what !== 'row' && !last) this.#refuseOpen();
      if (row === null || row.open) this.#give([this.#cellsOfLine(line)], '', 0);
      else this.#giveRow(text.slice(from, from + row.length), row.cells, row.damaged);
      from += row === null || row.open ? line.length + 1 : row.length;
    }
    return text.slice(from);
  }

  /** The row with which a text begins, as the parser sees it. */
  #rowAhead(text: string, goesOn: boolean): { cells: string[]; length: number; open: boolean; damaged: boolean } {
    const { delimiter, quote } = this.#dialect;
    const config = { delimiter, newline: '\n', quoteChar: quote, preview: 1 } as const;
    const { data, errors, meta } = new Papa.Parser(config).parse(text, 0, goesOn) as Papa.ParseResult<string[]>;
    const open = data.length === 0 || errors.some((e) => e.code === 'MissingQuotes');
    return { cells: data[0] ?? [], length: meta.cursor, open, damaged: errors.length > 0 };
  }

  /** Cells of one line; where its quotes make no sense they are letters. */
  #cellsOfLine(line: string): string[] {
    return splitLine(line, this.#dialect.delimiter, this.#dialect.quote).cells;
  }

  #parse(text: string, ignoreLastRow: boolean): Papa.ParseResult<string[]> {
    const { delimiter, quote } = this.#dialect;
    const config = { delimiter, newline: '\n', ...(quote === '' ? { fastMode: true } : { quoteChar: quote }) } as const;
    return new Papa.Parser(config).parse(text, 0, ignoreLastRow) as Papa.ParseResult<string[]>;
  }

  #give(rows: string[][], text: string, end: number): void {
    // Where rows and lines are equally many no cell holds a line end, and cells need not be searched.
    const lines = newlines(text, 0, end) + (end > 0 && text[end - 1] !== '\n' ? 1 : 0);
    const plain = lines <= rows.length;
    for (const cells of rows) {
      this.#width = cells.length;
      this.#take(cells, this.#line++);
      if (!plain) for (const cell of cells) this.#line += newlines(cell, 0, cell.length);
    }
  }

  /** A quote is never closed. */
  #refuseOpen(): void {
    if (!this.#dialect.openQuotes) throw new AppError('intake/unclosed-quote', { line: this.#line });
  }

  #refuseEndless(): void {
    if (this.#rest.length <= LONGEST_FIELD) return;
    // Without a line end there is nothing that an open quote could have swallowed, and parsing what is refused anyway takes time.
    if (this.#rest.includes('\n')) {
      const open = this.#parse(this.#rest, false).errors.some((e) => e.code === 'MissingQuotes');
      if (open) this.#rest = this.#giveOneByOne(this.#rest, 'piece');
    }
    if (this.#rest.length > LONGEST_LINE) throw new AppError('intake/line-too-long', { line: this.#line });
  }
}

/** Number of line ends in text[from, to). */
function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
