import { FIELDS, type FieldType, type RecordKind } from '../terms/fields';
import type { Day } from '../terms/day';
import type { Role } from '../terms/role';
import { NO_DAY, NONE } from '../core/columns/batch';
import { Dictionary } from '../core/columns/dictionary';
import { FLAG_NO, FLAG_UNKNOWN, FLAG_YES, type RecordBatch, type RecordColumn, type RecordField } from '../core/columns/records';

/** A day and the second of it. */
export interface Time {
  day: Day;
  second: number;
}

/** What stands in a field of an invented record: a text, a number, a day with or without its time, yes or no; null for nothing. */
export type Cell = string | number | boolean | Time | null;

/** One invented record by field. A field that a record lacks is empty. A flag is yes or no, or the day on which it became yes. */
export type InventedRecord = Partial<Record<RecordField, Cell>>;

/** An invented file of records: one line of the file each, but for answers, which share the line of their sheet. */
export interface InventedFile {
  kind: RecordKind;
  header: readonly (readonly [name: string, role: Role])[];
  records: readonly InventedRecord[];
  /** Line of the file that each record stands in; absent: one line each. */
  lines?: readonly number[];
}

/** The records of an invented file as columns, one for each field that its header or any of its records has. Cost: linear. */
export function sheetColumns({ kind, header, records, lines }: InventedFile): Omit<RecordBatch, 'importId'> {
  const fields: RecordBatch['fields'] = {};
  for (const { role, type } of FIELDS[kind]) {
    const told = header.some(([, of]) => of === role) || records.some((record) => record[role] !== undefined);
    if (told) fields[role] = columnOf(type, records, role);
  }
  if (kind === 'answers') fields.scale = columnOf('text', records, 'scale');
  return { kind, rows: records.length, line: Uint32Array.from(records, (_, i) => lines?.[i] ?? i + 2), fields };
}

function columnOf(type: FieldType, records: readonly InventedRecord[], name: RecordField): RecordColumn {
  const rows = records.length;
  if (type === 'text') return textColumn(records, name);
  if (type === 'number') {
    const values = new Float64Array(rows);
    records.forEach((record, i) => (values[i] = (record[name] as number | null | undefined) ?? NaN));
    return { type, values };
  }
  return type === 'day' ? dayColumn(records, name) : flagColumn(records, name);
}

function textColumn(records: readonly InventedRecord[], name: RecordField): RecordColumn {
  const texts = new Dictionary(records.length);
  const codes = new Uint32Array(records.length);
  records.forEach((record, i) => (codes[i] = typeof record[name] === 'string' ? texts.add(record[name]) : NONE));
  return { type: 'text', codes, texts: texts.pack() };
}

function dayColumn(records: readonly InventedRecord[], name: RecordField): RecordColumn {
  const values = new Int32Array(records.length).fill(NO_DAY);
  const seconds = new Int32Array(records.length).fill(-1);
  let timed = false;
  records.forEach((record, i) => {
    const cell = record[name] as Time | number | null | undefined;
    if (typeof cell === 'number') values[i] = cell;
    else if (cell) {
      values[i] = cell.day;
      seconds[i] = cell.second;
      timed = true;
    }
  });
  return timed ? { type: 'day', values, seconds } : { type: 'day', values };
}

function flagColumn(records: readonly InventedRecord[], name: RecordField): RecordColumn {
  const values = new Uint8Array(records.length);
  const days = new Int32Array(records.length).fill(NO_DAY);
  let timed = false;
  records.forEach((record, i) => {
    const cell = record[name];
    values[i] = cell === null || cell === undefined ? FLAG_UNKNOWN : cell === false ? FLAG_NO : FLAG_YES;
    if (typeof cell !== 'number') return;
    days[i] = cell;
    timed = true;
  });
  return timed ? { type: 'flag', values, days } : { type: 'flag', values };
}
