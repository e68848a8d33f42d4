import { Dictionary } from '../core/columns/dictionary';
import { CodeColumn } from '../core/columns/growing-column';
import { cellsOfRecord, csvRecord } from './csv-record';
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
  readonly skipped = new SkippedLines();
  /** Cells of each row, up to the number of columns. */
  readonly widths = new CodeColumn();
  /** Cells beyond the last column, as one CSV record; code 0 is none. */
  readonly extra: RawColumn = { name: '', texts: new Dictionary(), codes: new CodeColumn() };
  #lines = new Uint32Array(1024);

  constructor(header: readonly string[]) {
    this.columns = header.map((name) => ({ name, texts: new Dictionary(), codes: new CodeColumn() }));
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
    if (this.rows === this.#lines.length) this.#lines = doubled(this.#lines);
    this.#lines[this.rows++] = line;
  }

  /** Line of the file on which a row begins, 1 first. */
  lineOf(row: number): number {
    return this.#lines[row]!;
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

function doubled(lines: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(lines.length * 2);
  bigger.set(lines);
  return bigger;
}
