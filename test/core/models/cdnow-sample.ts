import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Triples } from '../../../src/core/models/triples';

const FOLDER = join(process.env.LIUKE_DATA ?? '../shared/data', 'cdnow-sample');

/** Whether the CDNOW sample is on this machine. */
export const hasCdnow = existsSync(join(FOLDER, 'BTYD_cdnowSummary_cbs.csv'));

/** The columns of one of its files, as numbers by name. */
export function cdnowColumns(file: string): Record<string, number[]> {
  const [head = '', ...lines] = readFileSync(join(FOLDER, file), 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(head.split(',').map((name, i) => [name, rows.map((row) => row[i]!)]));
}

/** The 2 357 customers of its calibration period, unrounded, in weeks; a triple each. */
export function cdnowSample(): { triples: Triples; size: number } {
  const cbs = cdnowColumns('BTYD_cdnowSummary_cbs.csv');
  const column = (name: string): Float64Array => Float64Array.from(cbs[name]!);
  const x = column('x');
  return {
    size: x.length,
    triples: { size: x.length, x, recency: column('t.x'), age: column('T.cal'), weight: new Float64Array(x.length).fill(1) },
  };
}
