import type { Day } from '../terms/day';
import { REASONS } from '../terms/part';
import type { FileKind } from '../terms/role';
import { NO_DAY, type Batch } from '../core/columns/batch';
import type { RecordBatch } from '../core/columns/records';
import type { Store } from '../storage/store';
import type { Explanation } from './protocol';
import type { Session } from './session';

interface Span {
  start: Day;
  end: Day;
}

/**
 * Rows of the files of some kinds in a period: used by file, left out by reason. Rows without a readable date belong to every period; so do
 * records without one. A row that gave several records is one row.
 */
export async function rowsIn(
  session: Session,
  store: Store,
  span: Span,
  kinds: readonly FileKind[],
): Promise<Pick<Explanation, 'leftOut' | 'sources'>> {
  const byReason = new Map<number, { rows: number; worthMinor: number }>();
  const sources: Explanation['sources'] = [];
  for (const card of session.counting()) {
    const rows = kinds.includes(card.kind) ? rowsOf(session, card.id, span) : null;
    if (!rows) continue;
    const out = await session.leftOut(store, card.id);
    let left = 0;
    for (let row = 0; row < out.rows; row++) {
      const at = out.day[row]!;
      if (at !== NO_DAY && (at < span.start || at >= span.end)) continue;
      left++;
      const sum = byReason.get(out.reason[row]!) ?? { rows: 0, worthMinor: 0 };
      sum.rows++;
      if (!Number.isNaN(out.worthMinor[row]!)) sum.worthMinor += out.worthMinor[row]!;
      byReason.set(out.reason[row]!, sum);
    }
    sources.push({ file: card.name, rows: rows.all + left, used: rows.used, elsewhere: rows.all - rows.used });
  }
  const leftOut = [...byReason].sort(([, a], [, b]) => b.rows - a.rows).map(([code, sum]) => ({ reason: REASONS[code]!, ...sum }));
  return { leftOut, sources };
}

function rowsOf(session: Session, importId: number, span: Span): { all: number; used: number } | null {
  const [all, counted] = [session.batches.get(importId), session.counted(importId)];
  if (all && counted) return { all: linesWithin(all, span), used: linesWithin(counted, span) };
  const records = session.recordsOf(importId);
  return records ? { all: recordsWithin(records.all, span), used: recordsWithin(records.counted, span) } : null;
}

function linesWithin({ lines }: Batch, { start, end }: Span): number {
  let rows = 0;
  for (let row = 0; row < lines.rows; row++) if (lines.day[row]! >= start && lines.day[row]! < end) rows++;
  return rows;
}

/** Lines of the file with a record within the days. Records stand in the order of the file. */
function recordsWithin({ rows, line, fields }: RecordBatch, { start, end }: Span): number {
  const days = fields.date?.type === 'day' ? fields.date.values : null;
  let count = 0;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const day = days?.[row] ?? NO_DAY;
    if (line[row] === last || (day !== NO_DAY && (day < start || day >= end))) continue;
    last = line[row]!;
    count++;
  }
  return count;
}
