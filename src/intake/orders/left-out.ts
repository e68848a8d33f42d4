import type { LeftOut } from '../../core/columns/batch';
import { FIRST_REASON, type Interpretation } from './interpret';
import { PackedBuilder } from './packed-builder';
import type { Readings } from '../cells/readings';
import { rowsWhere } from '../table/rows-where';

/** The rows that are not used, with their reasons and their cells as they were. */
export function leftOutOf(readings: Readings, read: Interpretation): LeftOut {
  const rows = rowsWhere(read.part, (part) => part >= FIRST_REASON);
  const n = rows.length;
  const cells = new PackedBuilder(n);
  const left: Omit<LeftOut, 'cells'> = {
    rows: n,
    line: new Uint32Array(n),
    reason: new Uint8Array(n),
    day: new Int32Array(n),
    worthMinor: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const row = rows[i]!;
    left.line[i] = readings.table.lineOf(row);
    left.reason[i] = read.part[row]! - FIRST_REASON;
    left.day[i] = read.day(row);
    left.worthMinor[i] = read.worth[row]!;
    cells.push(readings.table.record(row));
  }
  return { ...left, cells: cells.build() };
}
