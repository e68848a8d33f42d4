import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IN_TABLE, rowPlaces } from '../../src/intake/orders/row-places';
import { readFile } from '../../src/intake/reading/read-file';
import { AppError } from '../../src/terms/app-error';
import type { Dialect } from '../../src/terms/plan';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';

/** What a file was read as: its rows of names and its rows of data, cells as they are, without blank rows, trailers and other tables. */
export interface ReadTable {
  dialect: Dialect;
  names: string[][];
  rows: string[][];
  /** Line on which each row begins. */
  lines: number[];
  /** Lines above the table that are no names. */
  above: number;
  /** Rows that are not of the table, by the code of their place; blank ones among them count under `IN_TABLE`. */
  apart: number[];
  /** The code with which the file is refused; it then has no rows. */
  refused: string | null;
}

export function filesOf(folder: string): string[] {
  return readdirSync(join(DATA, folder)).sort();
}

export function bytesOfData(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(DATA, file)));
}

export function textOfData(file: string): string {
  return new TextDecoder().decode(bytesOfData(file));
}

/** Reads a file as the app does, without any hint, up to what its columns mean. */
export async function readTableOf(content: string | Uint8Array<ArrayBuffer>): Promise<ReadTable> {
  try {
    const { read, how } = await readFile(new Blob([content]), () => undefined);
    const { table } = read;
    const places = rowPlaces(table);
    const names = table.skipped.kept.filter(({ why }) => why === 'header' || why === 'units').map(({ cells }) => [...cells]);
    const apart = [0, 0, 0, 0];
    const own = Array.from({ length: table.rows }, (_, row) => row).filter((row) => {
      const stays = places[row] === IN_TABLE && table.cells(row).some((cell) => cell.trim() !== '');
      if (!stays) apart[places[row]!]!++;
      return stays;
    });
    const rows = own.map((row) => table.cells(row));
    const lines = own.map((row) => table.lineOf(row));
    return { dialect: how.dialect, names, rows, lines, above: table.skipped.count('preamble'), apart, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const nothing = { names: [], rows: [], lines: [], above: 0, apart: [0, 0, 0, 0] };
    return { dialect: { delimiter: ',', quote: '"', header: false }, ...nothing, refused: error.code };
  }
}
