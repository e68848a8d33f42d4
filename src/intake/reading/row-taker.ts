import { AppError } from '../../terms/app-error';
import type { Dialect } from '../../terms/plan';
import { columnNames } from '../meaning/column-names';
import { RawTable } from '../table/raw-table';
import { SkippedLines } from '../table/skipped-lines';

const MOST_COLUMNS = 5000;

/**
 * Decides what each row of a file is: above the table, a part of the names, or data. Every way to read a file hands its rows to `take`,
 * from the first line on, until `table` stands; from then on `take` does nothing but `table.push`.
 *
 * What stands below the data or between it (trailers, totals, names once more) is data here and told apart later, by row-places.
 */
export class RowTaker {
  readonly #dialect: Dialect;
  readonly #width: number;
  /** Lines above the names, until the table is made that keeps them. */
  readonly #above = new SkippedLines();
  readonly #names: { line: number; cells: string[] }[] = [];
  #table: RawTable | null = null;

  /** @param width  columns that most rows have, 0 when that is not known: a header may name fewer */
  constructor(dialect: Dialect, width: number) {
    this.#dialect = dialect;
    this.#width = width;
  }

  /** Rows of data so far. */
  get rows(): number {
    return this.#table?.rows ?? 0;
  }

  /** The table once all that stands above its data has been taken, else null. */
  get begun(): RawTable | null {
    return this.#table;
  }

  /** Takes the next row of the file, with the line on which it begins, 1 first. */
  take(cells: string[], line: number): void {
    if (this.#table) return this.#table.push(cells, line);
    const { header, skip = 0, headerRows = 1 } = this.#dialect;
    const above = line <= skip || (this.#names.length === 0 && isBlank(cells));
    if (above) return this.#above.add(line, cells, 'preamble');
    if (!header) return this.#begin(cells.length).push(cells, line);
    this.#names.push({ line, cells });
    if (this.#names.length >= headerRows) this.#begin(0);
  }

  /** The finished table; throws `intake/empty-file` when no row came. Names of which the last row is missing are names all the same. */
  table(): RawTable {
    if (!this.#table && this.#names.length > 0) this.#begin(0);
    if (!this.#table) throw new AppError('intake/empty-file');
    return this.#table;
  }

  #begin(cells: number): RawTable {
    const { names, apart } = columnNames(this.#names.map((row) => row.cells));
    while (names.length < Math.max(this.#width, cells)) names.push(String(names.length + 1));
    if (names.length > MOST_COLUMNS) throw new AppError('intake/too-many-columns', { columns: names.length, most: MOST_COLUMNS });
    this.#table = new RawTable(names);
    this.#table.skipped.addAll(this.#above);
    this.#names.forEach(({ line, cells }, i) => this.#table!.skipped.add(line, cells, apart.includes(i) ? 'units' : 'header'));
    return this.#table;
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
