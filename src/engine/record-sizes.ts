import { NO_DAY } from '../core/columns/batch';
import type { RecordBatch } from '../core/columns/records';
import type { RecordKind } from '../terms/fields';
import type { ShopInfo } from './protocol';

/** How many records of each kind a shop has, and from which day to which. Cost: one pass over their days. */
export function recordSizes(batches: readonly RecordBatch[]): Pick<ShopInfo, 'records' | 'recordDays'> {
  const sizes: Pick<ShopInfo, 'records' | 'recordDays'> = { records: {}, recordDays: {} };
  for (const batch of batches) {
    const { kind, rows } = batch;
    sizes.records[kind] = (sizes.records[kind] ?? 0) + rows;
    const span = daysOf(batch, sizes.recordDays[kind]);
    if (span) sizes.recordDays[kind] = span;
  }
  return sizes;
}

type Span = NonNullable<ShopInfo['recordDays'][RecordKind]>;

function daysOf({ kind, fields }: RecordBatch, known: Span | undefined): Span | undefined {
  const field = fields[kind === 'customers' ? 'signup' : 'date'];
  if (field?.type !== 'day') return known;
  let { first, last } = known ?? { first: Infinity, last: -Infinity };
  for (const day of field.values) {
    if (day === NO_DAY) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last >= first ? { first, last } : undefined;
}
