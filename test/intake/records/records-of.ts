import { NO_DAY, NONE } from '../../../src/core/columns/batch';
import { unpack } from '../../../src/core/columns/packed-strings';
import { FLAG_UNKNOWN, FLAG_YES, type RecordBatch, type RecordField } from '../../../src/core/columns/records';
import type { StagedFile } from '../../../src/intake/stage-file';
import { isoFromDay } from '../../../src/terms/day';
import type { ImportPlan } from '../../../src/terms/plan';
import type { KindCount, Preview } from '../../../src/terms/preview';

export type Records = Omit<RecordBatch, 'importId'>;

/** The preview of a staged file and the records that it builds. */
export function recordsOf(file: StagedFile, plan: ImportPlan = file.plan): { preview: Preview; records: Records } {
  const { content } = file.build(plan, () => undefined);
  if (!('records' in content)) throw new Error('a file of orders');
  return { preview: file.preview(plan), records: content.records };
}

/** Values of a field as a person would write them; null where it has none. */
export function texts(records: Records, field: RecordField): (string | number | boolean | null)[] {
  const column = records.fields[field];
  if (!column) throw new Error(`no ${field}`);
  return Array.from({ length: records.rows }, (_, i) => {
    if (column.type === 'text') return column.codes[i] === NONE ? null : unpack(column.texts, column.codes[i]!);
    if (column.type === 'day') return column.values[i] === NO_DAY ? null : isoFromDay(column.values[i]!);
    if (column.type === 'number') return Number.isNaN(column.values[i]) ? null : column.values[i]!;
    return column.values[i] === FLAG_UNKNOWN ? null : column.values[i] === FLAG_YES;
  });
}

export function countsOf(counts: readonly KindCount[]): Record<string, number> {
  return Object.fromEntries(counts.map(({ code, value }) => [code, value]));
}
