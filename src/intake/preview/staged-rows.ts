import { NO_DAY, NONE } from '../../core/columns/batch';
import type { Part } from '../../terms/part';
import type { PreviewRow } from '../../terms/preview';
import { PART_CODES, type Interpretation } from '../orders/interpret';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';

/** Rows of one part, from the offset-th on, in the order of the file. Cost: one pass up to the last one. */
export function rowsOfPart(readings: Readings, read: Interpretation, code: Part['code'], offset: number, limit: number): PreviewRow[] {
  const wanted = PART_CODES.indexOf(code);
  const rows: PreviewRow[] = [];
  let passed = 0;
  for (let r = 0; r < read.part.length && rows.length < limit; r++) {
    if (read.part[r] === wanted && passed++ >= offset) rows.push(previewRow(readings, read, r));
  }
  return rows;
}

function previewRow(readings: Readings, read: Interpretation, row: number): PreviewRow {
  const order = read.order(row);
  const customer = read.customer(row);
  const day = read.day(row);
  const worth = read.worth[row]!;
  return {
    line: readings.table.lineOf(row),
    raw: readings.table.cells(row),
    code: PART_CODES[read.part[row]!]!,
    read: {
      order: order === NONE ? '' : readings.keys(columnOf(read.plan, 'order'), 'order').keys.get(order),
      customer: customer === NONE ? '' : read.people.get(customer),
      day: day === NO_DAY ? null : day,
      amountMinor: Number.isNaN(worth) ? null : worth,
    },
  };
}
