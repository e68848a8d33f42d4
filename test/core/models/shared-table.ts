import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = process.env['LIUKE_DATA'] ?? '../shared/data';

/** Whether a file of the shared data is there; tests that need it are skipped where it is not, and it is said. */
export function hasShared(path: string): boolean {
  const isThere = existsSync(join(DATA, path));
  if (!isThere) console.warn(`${path} not found under ${DATA}: tests that read it are skipped`);
  return isThere;
}

/** Columns of numbers of a shared CSV file without quoted commas, by the names in its head. */
export function sharedTable(path: string): Record<string, Float64Array> {
  const [head = '', ...lines] = readFileSync(join(DATA, path), 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  const names = head.split(',').map((name) => name.replaceAll('"', ''));
  return Object.fromEntries(names.map((name, column) => [name, Float64Array.from(rows, (row) => Number(row[column]))]));
}
