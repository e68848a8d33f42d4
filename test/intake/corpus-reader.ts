import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IN_TABLE, rowPlaces } from '../../src/intake/row-places';
import { readFile } from '../../src/intake/read-file';
import { AppError } from '../../src/terms/app-error';
import type { Dialect } from '../../src/terms/plan';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';

/** What a file was read as: its rows of names and its rows of data, cells as they are, without blank rows, trailers and other tables. */
export interface ReadTable {
  dialect: Dialect;
  names: string[][];
  rows: string[][];
  /** The code with which the file is refused; it then has no rows. */
  refused: string | null;
}

export function filesOf(folder: string): string[] {
  return readdirSync(join(DATA, folder)).sort();
}

export function bytesOfData(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(DATA, file)));
}

/** Reads a file as the app does, without any hint, up to what its columns mean. */
export async function readTableOf(content: string | Uint8Array<ArrayBuffer>): Promise<ReadTable> {
  try {
    const { read, how } = await readFile(new Blob([content]), () => undefined);
    const { table } = read;
    const places = rowPlaces(table);
    const names = table.skipped.kept.filter(({ why }) => why === 'header' || why === 'units').map(({ cells }) => [...cells]);
    const rows = Array.from({ length: table.rows }, (_, row) => row)
      .filter((row) => places[row] === IN_TABLE)
      .map((row) => table.cells(row))
      .filter((cells) => cells.some((cell) => cell.trim() !== ''));
    return { dialect: how.dialect, names, rows, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { dialect: { delimiter: ',', quote: '"', header: false }, names: [], rows: [], refused: error.code };
  }
}
