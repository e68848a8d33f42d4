import { AppError } from '../terms/app-error';
import { checksum } from './chunks';
import { ARRAYS, type Columns } from './column';
import { widenInto } from './narrow';
import type { Chunk, ChunkKey, LiukeDatabase, Manifest } from './schema';

/** Bytes that are asked for together: large enough to be quick, small enough not to hold the file twice. */
const READ_BYTES = 16_000_000;

export interface ReadTable {
  rows: number;
  columns: Columns;
}

interface Wanted {
  key: ChunkKey;
  at: number;
  rows: number;
  bytes: number;
  crc: number;
}

/**
 * Reads the tables of an import that `want` says, one array per column.
 *
 * Throws 'storage/damaged' when a chunk is missing or its checksum differs from the manifest's.
 * @param file  name for the error
 */
export async function readTables(
  db: LiukeDatabase,
  source: { importId: number; file: string; manifest: Manifest },
  want: (table: string) => boolean,
): Promise<Record<string, ReadTable>> {
  const names = Object.keys(source.manifest.tables).filter(want);
  const tables = Object.fromEntries(names.map((name) => [name, blankTable(source.manifest, name)]));
  for (const group of groups(names.flatMap((name) => wanted(source.importId, source.manifest, name)))) {
    const chunks = await db.chunks.bulkGet(group.map((one) => one.key));
    group.forEach((one, i) => {
      const chunk = chunks[i];
      if (!chunk || !isWhole(chunk, one)) throw new AppError('storage/damaged', { file: source.file });
      place(tables[one.key[1]]!, chunk, one.at);
    });
  }
  return tables;
}

function blankTable(manifest: Manifest, name: string): ReadTable {
  const { rows, columns } = manifest.tables[name]!;
  return { rows, columns: Object.fromEntries(Object.entries(columns).map(([key, type]) => [key, new ARRAYS[type](rows)])) };
}

function wanted(importId: number, manifest: Manifest, name: string): Wanted[] {
  let at = 0;
  return manifest.tables[name]!.chunks.map(({ rows, bytes, crc }, seq) => {
    const one: Wanted = { key: [importId, name, seq], at, rows, bytes, crc };
    at += rows;
    return one;
  });
}

function groups(all: readonly Wanted[]): Wanted[][] {
  const made: Wanted[][] = [];
  let bytes = Infinity;
  for (const one of all) {
    if (bytes + one.bytes > READ_BYTES) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1)!.push(one);
    bytes += one.bytes;
  }
  return made;
}

function isWhole(chunk: Chunk, one: Wanted): boolean {
  const arrays = Object.values(chunk.columns).every((piece) => ArrayBuffer.isView(piece));
  return arrays && chunk.rows === one.rows && checksum(chunk.rows, chunk.columns) === one.crc;
}

function place(table: ReadTable, chunk: Chunk, at: number): void {
  for (const [name, column] of Object.entries(table.columns)) widenInto(column, at, chunk.columns[name]!, chunk.rows);
}
