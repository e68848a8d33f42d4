import type { Batch } from './batch';

/** Rows sorted by customer (counting sort, stable). */
export interface Clustered {
  /** Rows of customer c: `start[c]` up to, not with, `start[c + 1]` in `rows`. */
  start: Uint32Array;
  rows: Uint32Array;
}

/** Sorts `count` rows by a key from 0 to `keys` - 1; stable, linear. */
export function clusterBy(key: Uint32Array, keys: number, count: number): Clustered {
  const start = new Uint32Array(keys + 1);
  for (let i = 0; i < count; i++) start[key[i]! + 1]!++;
  for (let k = 0; k < keys; k++) start[k + 1]! += start[k]!;
  const next = start.slice(0, keys);
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) rows[next[key[i]!]!++] = i;
  return { start, rows };
}

/** The columns that grouping needs, end to end over all imports; with one import they are its own arrays. */
export function flattened(batches: readonly Batch[], rows: number) {
  if (batches.length === 1) {
    const { day, second, kind, amountMinor } = batches[0]!.lines;
    return { day, second, kind, amount: amountMinor };
  }
  const all = { day: new Int32Array(rows), second: new Int32Array(rows), kind: new Uint8Array(rows), amount: new Float64Array(rows) };
  let at = 0;
  for (const { lines } of batches) {
    all.day.set(lines.day, at);
    all.second.set(lines.second, at);
    all.kind.set(lines.kind, at);
    all.amount.set(lines.amountMinor, at);
    at += lines.rows;
  }
  return all;
}
