import type { RecordBatch, RecordColumn, RecordField } from '../core/columns/records';
import type { RecordKind } from '../terms/fields';
import type { StoredTable } from './chunks';
import type { Columns } from './column';
import { textsFrom, textTables } from './text-tables';

const CHUNK_ROWS = 65_536;
const FIELD = 'field:';
const DAYS = 'days:';
const SECONDS = 'seconds:';

/** Records as tables: one of a column per field, and two for the texts of each field that has texts. */
export function recordTables({ rows, line, fields }: Omit<RecordBatch, 'importId'>): StoredTable[] {
  const columns: Columns = { line };
  const texts: StoredTable[] = [];
  for (const [name, field] of Object.entries(fields)) {
    columns[FIELD + name] = field.type === 'text' ? field.codes : field.values;
    if (field.type === 'text') texts.push(...textTables(FIELD + name, field.texts));
    if (field.type === 'flag' && field.days) columns[DAYS + name] = field.days;
    if (field.type === 'day' && field.seconds) columns[SECONDS + name] = field.seconds;
  }
  return [{ name: 'records', rows, columns, chunkRows: CHUNK_ROWS }, ...texts];
}

/** The records that `recordTables` took apart. */
export function recordsFrom(importId: number, kind: RecordKind, tables: Record<string, { rows: number; columns: Columns }>): RecordBatch {
  const { rows, columns } = tables.records!;
  const fields: RecordBatch['fields'] = {};
  for (const [key, values] of Object.entries(columns)) {
    if (!key.startsWith(FIELD)) continue;
    const name = key.slice(FIELD.length) as RecordField;
    const beside = (columns[DAYS + name] ?? columns[SECONDS + name]) as Int32Array | undefined;
    fields[name] = fieldFrom(values, beside, () => textsFrom(key, tables));
  }
  return { importId, kind, rows, line: columns.line as Uint32Array, fields };
}

/** Each type of field has an array type of its own, so the array tells the type. `beside`: days of a flag, seconds of a day. */
function fieldFrom(
  values: Columns[string],
  beside: Int32Array | undefined,
  texts: () => Extract<RecordColumn, { type: 'text' }>['texts'],
): RecordColumn {
  if (values instanceof Uint32Array) return { type: 'text', codes: values, texts: texts() };
  if (values instanceof Int32Array) return { type: 'day', values, ...(beside ? { seconds: beside } : {}) };
  if (values instanceof Float64Array) return { type: 'number', values };
  return { type: 'flag', values: values as Uint8Array, ...(beside ? { days: beside } : {}) };
}
