import { AppError } from '../terms/app-error';
import type { Dialect } from '../terms/plan';
import { RawTable } from './raw-table';

const MOST_COLUMNS = 5000;

/** Puts the header aside and the other rows into a table. */
export class RowTaker {
  readonly #dialect: Dialect;
  readonly #width: number;
  #table: RawTable | null = null;
  #skip = false;

  constructor(dialect: Dialect, width: number) {
    this.#dialect = dialect;
    this.#width = width;
  }

  get rows(): number {
    return this.#table?.rows ?? 0;
  }

  skipLine(): void {
    this.#skip = true;
  }

  take(cells: string[], line: number): void {
    if (this.#table) return this.#table.push(cells, line);
    if (this.#skip || cells.every((cell) => cell.trim() === '')) {
      this.#skip = false;
      return;
    }
    const names = this.#dialect.header ? cells.map((cell) => cell.trim()) : cells.map((_, i) => String(i + 1));
    while (names.length < this.#width) names.push(String(names.length + 1));
    if (names.length > MOST_COLUMNS) throw new AppError('intake/too-many-columns', { columns: names.length, most: MOST_COLUMNS });
    this.#table = new RawTable(names);
    if (!this.#dialect.header) this.#table.push(cells, line);
  }

  table(): RawTable {
    if (!this.#table) throw new AppError('intake/empty-file');
    return this.#table;
  }
}

