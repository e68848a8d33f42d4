import type { Batch, LeftOut } from '../core/columns/batch';
import type { RecordBatch } from '../core/columns/records';
import { AppError } from '../terms/app-error';
import type { Part } from '../terms/part';
import type { KindCount } from '../terms/preview';
import { buildImport } from './orders/build-import';
import { buildRecords } from './records/build-records';
import { countRecords } from './records/count-records';
import type { Interpretation } from './orders/interpret';
import type { RecordInterpretation } from './records/interpret-records';
import { leftOutOf } from './orders/left-out';
import { partsOf } from './orders/parts-of';
import { recordQuestions } from './records/record-questions';
import type { Readings } from './cells/readings';

/** A file ready to be kept: order lines or records of the rows that are used, and the others with their reasons. */
export interface StagedImport {
  content: { batch: Omit<Batch, 'importId'> } | { records: Omit<RecordBatch, 'importId'> };
  /** Rows of the file that are used. One row may give several records. */
  used: number;
  leftOut: LeftOut;
  parts: Part[];
  /** What records hold; empty for orders. */
  counts: KindCount[];
  /** Whether fractions of a unit were carried from row to row of orders. */
  carried: boolean;
}

/** Throws `intake/plan-incomplete` while a question is open and `intake/nothing-staged` when no row can be used. */
export function stagedOrders(readings: Readings, read: Interpretation): StagedImport {
  const { batch, leftOut, parts } = buildImport(readings, read);
  return { content: { batch }, used: batch.lines.rows, leftOut, parts, counts: [], carried: read.carried };
}

/** As `stagedOrders`, of a file of another kind. */
export function stagedRecords(readings: Readings, read: RecordInterpretation): StagedImport {
  const parts = partsOf(read);
  const open = recordQuestions(readings, read.plan, parts).find((question) => question !== 'no-usable-rows');
  if (open) throw new AppError('intake/plan-incomplete', { missing: open });
  const used = parts.find((part) => part.code === 'record')?.rows ?? 0;
  if (used === 0) throw new AppError('intake/nothing-staged');
  const records = buildRecords(readings, read);
  return {
    content: { records },
    used,
    leftOut: leftOutOf(readings, read),
    parts,
    counts: countRecords(records, read.records.dropped),
    carried: false,
  };
}

/** The order lines of a staged file. Throws `intake/plan-incomplete` for a file of another kind. */
export function orderLines({ content }: StagedImport): Omit<Batch, 'importId'> {
  if ('batch' in content) return content.batch;
  throw new AppError('intake/plan-incomplete', { missing: 'orders' });
}
