import type { RecordField } from '../columns/records';
import type { FieldValues, RecordTable } from './record-table';

/** The table of some rows of another, in the order given; arrays are its own, texts are shared. Cost: linear in the rows. */
export function pickRecords(table: RecordTable, rows: Uint32Array): RecordTable {
  const fields: RecordTable['fields'] = {};
  for (const name of Object.keys(table.fields) as RecordField[]) fields[name] = picked(table.fields[name]!, rows);
  const pick = (values: Uint32Array): Uint32Array => rows.map((row) => values[row]!);
  return {
    ...table,
    rows: rows.length,
    person: pick(table.person),
    day: days(table.day, rows),
    second: days(table.second, rows),
    importId: pick(table.importId),
    line: pick(table.line),
    ...(table.referrer ? { referrer: pick(table.referrer) } : {}),
    fields,
  };
}

function picked(field: FieldValues, rows: Uint32Array): FieldValues {
  if (field.type === 'text') return { ...field, codes: rows.map((row) => field.codes[row]!) };
  if (field.type === 'number') return { type: 'number', values: Float64Array.from(rows, (row) => field.values[row]!) };
  if (field.type === 'day') return { type: 'day', day: days(field.day, rows), second: days(field.second, rows) };
  return { type: 'flag', values: Uint8Array.from(rows, (row) => field.values[row]!), day: days(field.day, rows) };
}

function days(values: Int32Array, rows: Uint32Array): Int32Array {
  return Int32Array.from(rows, (row) => values[row]!);
}
