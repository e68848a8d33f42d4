import { AppError } from '../terms/app-error';
import type { Dialect, Encoding, Tell } from '../terms/plan';
import { utf8Damage } from './detect-encoding';
import { RawTable } from './raw-table';
import { RowParser } from './row-parser';
import { separatorLine } from './sniff-dialect';
import { textOf } from './text-source';

const MOST_COLUMNS = 5000;
const TELL_EVERY_MS = 100;

export interface ReadFile {
  table: RawTable;
  /** Characters that could not be decoded. */
  undecodable: number;
}

/** A piece of the file that is no UTF-8 at all although it was read as such; reading stopped there. */
export interface NotUtf8 {
  notUtf8: Uint8Array;
}

/**
 * Reads a whole file into columns, once, in pieces.
 *
 * Stops early with `notUtf8` when `encoding` is a guess and a piece proves it wrong. Cost: linear; about 2 s for 76 MB in V8.
 */
export async function readTable(
  blob: Blob,
  how: { encoding: Encoding; dialect: Dialect; guessed: boolean; width: number },
  tell: Tell,
): Promise<ReadFile | NotUtf8> {
  const rows = new RowTaker(how.dialect, how.width);
  const parser = new RowParser(how.dialect, (cells, line) => rows.take(cells, line));
  let undecodable = 0;
  let first = true;
  let told = 0;
  for await (const piece of textOf(blob, how.encoding)) {
    refuseZeros(piece.text);
    const lost = countLost(piece.text);
    if (lost > 0 && how.guessed && how.encoding === 'utf-8' && isNotUtf8(piece.bytes)) return { notUtf8: piece.bytes };
    undecodable += lost;
    if (first && separatorLine(piece.text) !== null) rows.skipLine();
    first = false;
    parser.push(piece.text);
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) continue;
    told = now;
    const expected = Math.round((rows.rows / piece.read) * blob.size);
    tell({ phase: 'read', rows: rows.rows, rowsExpected: expected, bytes: piece.read, bytesTotal: blob.size });
  }
  parser.finish();
  tell({ phase: 'read', rows: rows.rows, rowsExpected: rows.rows, bytes: blob.size, bytesTotal: blob.size });
  return { table: rows.table(), undecodable };
}

/** Puts the header aside and the other rows into a table. */
class RowTaker {
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

function refuseZeros(text: string): void {
  if (text.includes('\0')) throw new AppError('intake/not-text', { looksLike: 'binary' });
}

function countLost(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

function isNotUtf8(bytes: Uint8Array): boolean {
  const { whole, invalid } = utf8Damage(bytes);
  return invalid > whole;
}
