import type { Dialect } from '../../terms/plan';

/** A row cut out of a text. */
export interface CutRow {
  cells: string[];
  /** Where the next row begins. */
  next: number;
  /** Whether a quote was opened of which the text does not hold the end, so that the row may go on. */
  open: boolean;
}

/**
 * Cuts rows one by one, in every dialect; lines end with \n. A quote that closes in the middle of a cell is a letter when no other closes
 * the cell on the same line.
 *
 * Rows are cut so for a first look, and where a cell may begin behind blanks or a quote is escaped, which PapaParse does not know.
 * Cost: linear.
 */
export class RowCutter {
  readonly #delimiter: Dialect['delimiter'];
  readonly #quote: string;
  readonly #escape: string;
  /** Whether blanks before a cell belong to the delimiter. */
  readonly #blanks: boolean;
  #open = false;

  constructor({ delimiter, quote, escape = undefined }: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>) {
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#escape = escape ?? '';
    this.#blanks = delimiter === ' ' || delimiter === ', ';
  }

  /** The row that begins at a place of the text. Once `open`, quotes of later rows are only looked for on their own line. */
  cut(text: string, from: number): CutRow {
    const cells: string[] = [];
    let eol = lineEnd(text, from);
    let at = this.#start(text, from, eol);
    for (;;) {
      const close = this.#quote !== '' && text[at] === this.#quote ? this.#closing(text, at + 1, eol) : -1;
      if (close > eol) eol = lineEnd(text, close);
      const end = close < 0 ? this.#delimiterAt(text, at, eol) : this.#behind(text, close + 1, eol);
      cells.push(close < 0 ? this.#plain(text.slice(at, end)) : this.#unescaped(text.slice(at + 1, close)));
      if (end >= eol) return { cells, next: eol + 1, open: this.#open };
      at = this.#start(text, end + (this.#delimiter === ' ' ? 0 : 1), eol);
      // Blanks at the end of a line part nothing.
      if (this.#delimiter === ' ' && at >= eol) return { cells, next: eol + 1, open: this.#open };
    }
  }

  /** Position of the quote that ends the cell, or -1. */
  #closing(text: string, from: number, eol: number): number {
    let stray = false;
    for (let at = text.indexOf(this.#quote, from); at >= 0; at = text.indexOf(this.#quote, at + 1)) {
      if (at > eol && (stray || this.#open)) return -1;
      if (this.#escape !== '') {
        if (isEscaped(text, at, from, this.#escape)) continue;
      } else if (text[at + 1] === this.#quote) {
        at++;
        continue;
      }
      if (this.#endsCell(text, at + 1)) return at;
      stray = true;
    }
    if (!stray) this.#open = true;
    return -1;
  }

  #endsCell(text: string, at: number): boolean {
    if (this.#delimiter === ', ') at = pastBlanks(text, at, text.length);
    const next = text[at];
    return next === undefined || next === '\n' || next === this.#delimiter[0] || (this.#delimiter === ' ' && next === '\t');
  }

  /** Where the next cell begins. */
  #start(text: string, from: number, eol: number): number {
    return this.#blanks ? pastBlanks(text, from, eol) : from;
  }

  /** Where the delimiter behind a quoted cell stands. */
  #behind(text: string, from: number, eol: number): number {
    return this.#delimiter === ', ' ? pastBlanks(text, from, eol) : from;
  }

  #delimiterAt(text: string, from: number, eol: number): number {
    let at = from;
    while (at < eol && text[at] !== this.#delimiter[0] && !(this.#delimiter === ' ' && text[at] === '\t')) at++;
    return at;
  }

  #plain(cell: string): string {
    return this.#blanks ? cell.trimEnd() : cell;
  }

  #unescaped(cell: string): string {
    if (this.#escape !== '')
      return cell.replaceAll(this.#escape + this.#quote, this.#quote).replaceAll(this.#escape.repeat(2), this.#escape);
    return cell.replaceAll(this.#quote + this.#quote, this.#quote);
  }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function pastBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** Whether an odd number of escapes stands before a place. */
function isEscaped(text: string, at: number, from: number, escape: string): boolean {
  let before = at;
  while (before > from && text[before - 1] === escape) before--;
  return (at - before) % 2 === 1;
}
