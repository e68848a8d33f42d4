import { Dictionary } from '../../core/columns/dictionary';
import { CodeColumn } from '../../core/columns/growing-column';
import { cellsOfRecord, csvRecord } from './csv-record';
import type { FieldScanner } from './field-scanner';
import type { FieldTexts } from './field-texts';
import { LineNumbers } from './line-numbers';
import { SkippedLines } from './skipped-lines';

/** One column as it stands in the file: its different cells, and which of them each row has. */
export interface RawColumn {
  name: string;
  texts: Dictionary;
  codes: CodeColumn;
}

/**
 * A whole file as columns of codes, cells untouched. Every question about it is answered for each different cell once and then mapped
 * to rows, so another meaning of a column costs as many readings as it has different cells.
 */
export class RawTable {
  readonly columns: RawColumn[];
  rows = 0;
  /** Lines of the file above the rows. */
  readonly skipped: SkippedLines;
  /** Cells of each row, up to the number of columns. */
  readonly widths: CodeColumn;
  /** Cells beyond the last column, as one CSV record; code 0 is none. */
  readonly extra: RawColumn;
  readonly #lines: LineNumbers;

  /** @param rows  the table whose rows these are, with their widths here; else there are none yet */
  constructor(header: readonly string[], rows?: RawTable, widths = rows?.widths ?? new CodeColumn()) {
    this.columns = header.map((name) => ({ name, texts: new Dictionary(), codes: new CodeColumn() }));
    this.skipped = rows?.skipped ?? new SkippedLines();
    this.widths = widths;
    this.extra = rows?.extra ?? { name: '', texts: new Dictionary(), codes: new CodeColumn() };
    this.#lines = rows ? rows.#lines : new LineNumbers();
    this.extra.texts.add('');
  }

  /** Adds a row. Missing cells count as empty, and `widths` remembers that they were missing. */
  push(cells: readonly string[], line: number): void {
    const width = this.columns.length;
    for (let c = 0; c < width; c++) {
      const column = this.columns[c]!;
      column.codes.push(column.texts.add(cells[c] ?? ''));
    }
    this.widths.push(Math.min(cells.length, width));
    this.extra.codes.push(
      cells.length > width && cells.some((cell, i) => i >= width && cell.trim() !== '')
        ? this.extra.texts.add(csvRecord(cells.slice(width)))
        : 0,
    );
    this.#lines.push(line);
    this.rows++;
  }

  /** Adds the rows that a scanner found last: what `push` does with their cells, column by column and without making the texts. */
  pushFields(fields: FieldScanner, made: FieldTexts): void {
    const { rows, lines } = fields;
    const width = this.columns.length;
    const codes = new Uint32Array(rows);
    this.columns.forEach((column, c) => {
      column.texts.addFields(fields, c, width, rows, codes, (field) => made.code(field, column.texts, c));
      column.codes.pushAll(codes, rows, column.texts.size - 1);
    });
    this.widths.pushSame(width, rows);
    this.extra.codes.pushSame(0, rows);
    for (let row = 0; row < rows; row++) this.#lines.push(lines[row]!);
    this.rows += rows;
  }

  /** The same rows with columns of other files behind their own. Nothing is copied; neither table may grow any more. */
  beside(brought: readonly RawColumn[]): RawTable {
    const table = new RawTable([], this);
    table.columns.push(...this.columns, ...brought);
    table.rows = this.rows;
    return table;
  }

  /** The same rows with their last columns only, which may be made anew. Neither table may grow any more. */
  behind(last: readonly RawColumn[]): RawTable {
    const widths = new CodeColumn();
    const cut = this.columns.length - last.length;
    for (let row = 0; row < this.rows; row++) widths.push(Math.max(0, this.widths.at(row) - cut));
    const table = new RawTable([], this, widths);
    table.columns.push(...last);
    table.rows = this.rows;
    return table;
  }

  /** Line of the file on which a row begins, 1 first. */
  lineOf(row: number): number {
    return this.#lines.at(row);
  }

  cell(row: number, column: number): string {
    const { texts, codes } = this.columns[column]!;
    return texts.get(codes.at(row));
  }

  /** The cells that a row really has, with those beyond the header. */
  cells(row: number): string[] {
    const extra = this.extra.texts.get(this.extra.codes.at(row));
    return extra === '' ? this.#own(row) : [...this.#own(row), ...cellsOfRecord(extra)];
  }

  /** The cells of a row as one CSV record. */
  record(row: number): string {
    const own = csvRecord(this.#own(row));
    const extra = this.extra.texts.get(this.extra.codes.at(row));
    return extra === '' ? own : `${own},${extra}`;
  }

  #own(row: number): string[] {
    return this.columns.slice(0, this.widths.at(row)).map((column) => column.texts.get(column.codes.at(row)));
  }
}
