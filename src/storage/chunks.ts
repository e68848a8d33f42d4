import { typeOf, type Columns } from './column';
import { crc32c } from './crc32c';
import { narrow } from './narrow';
import type { Chunk, Manifest, TableManifest } from './schema';

/** A table to be stored and how many of its rows go into one chunk. */
export interface StoredTable {
  name: string;
  rows: number;
  columns: Columns;
  chunkRows: number;
}

/** A manifest that knows the tables and none of their chunks yet. */
export function emptyManifest(tables: readonly StoredTable[]): Manifest {
  const entries = tables.map(({ name, rows, columns }): [string, TableManifest] => [
    name,
    { rows, columns: Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, typeOf(column)])), chunks: [] },
  ]);
  return { tables: Object.fromEntries(entries), bytes: 0 };
}

/** The tables cut into chunks, each made when it is asked for, in the order of the tables and their rows. */
export function* chunksOf(importId: number, tables: readonly StoredTable[]): Generator<Chunk> {
  for (const { name, rows, columns, chunkRows } of tables) {
    for (let from = 0, seq = 0; from < rows; from += chunkRows, seq++) {
      const to = Math.min(rows, from + chunkRows);
      const pieces: Columns = {};
      for (const [key, column] of Object.entries(columns)) pieces[key] = narrow(column.subarray(from, to));
      yield { importId, table: name, seq, rows: to - from, columns: pieces, crc: checksum(to - from, pieces) };
    }
  }
}

/** Bytes of a chunk's columns. */
export function chunkBytes(chunk: Chunk): number {
  let bytes = 0;
  for (const piece of Object.values(chunk.columns)) bytes += piece.byteLength;
  return bytes;
}

/** CRC-32C over what the pieces are (name, type, length) and over their bytes, in the order of their names. */
export function checksum(rows: number, pieces: Columns): number {
  const names = Object.keys(pieces).sort();
  const shape = names.map((name) => `${name}:${typeOf(pieces[name]!)}:${pieces[name]!.length}`).join();
  let crc = crc32c(new TextEncoder().encode(`${rows},${shape}`));
  for (const name of names) crc = crc32c(pieces[name]!, crc);
  return crc;
}
