import type { RecordKind } from '../../terms/fields';
import { NO_DAY, NONE } from '../columns/batch';
import { Dictionary } from '../columns/dictionary';
import { packedSize, unpack } from '../columns/packed-strings';
import type { RecordBatch, RecordColumn, RecordField } from '../columns/records';

/** A field of the records of several imports: as in `RecordColumn`, with the different texts of all of them under one numbering. */
export type FieldValues =
  | { type: 'text'; codes: Uint32Array; texts: readonly string[] }
  | { type: 'day'; day: Int32Array; second: Int32Array }
  | { type: 'number'; values: Float64Array }
  | { type: 'flag'; values: Uint8Array; day: Int32Array };

/** All records of one kind that count, end to end, each with the person it is about. Order follows the imports and means nothing. */
export interface RecordTable {
  kind: RecordKind;
  rows: number;
  /** Index of the person (see `Persons`), NONE where the row says nothing that is known to be one person's. */
  person: Uint32Array;
  /** Day and second of the role `date`: NO_DAY and -1 where there is none. */
  day: Int32Array;
  second: Int32Array;
  /** Number of the import and line of the file of each record. */
  importId: Uint32Array;
  line: Uint32Array;
  /** Person who brought the one that the row is about, NONE for nobody who is known; only where an import names referrers. */
  referrer?: Uint32Array;
  /** Fields that at least one import has, `date` included. A field that an import lacks is absent in its rows. */
  fields: Partial<Record<RecordField, FieldValues>>;
}

/** The table with its referrers looked up; itself when no import names any. */
export function withReferrers(table: RecordTable, personOf: (text: string) => number | null): RecordTable {
  const named = textsOf(table, 'referrer');
  if (!named) return table;
  const persons = named.texts.map((text) => personOf(text) ?? NONE);
  return { ...table, referrer: named.codes.map((code) => (code === NONE ? NONE : persons[code]!)) };
}

/** One table of the records of several imports of a kind. Cost: linear in records and different texts. */
export function recordTable(kind: RecordKind, batches: readonly RecordBatch[], personOf: (batch: RecordBatch) => Uint32Array): RecordTable {
  const rows = batches.reduce((sum, batch) => sum + batch.rows, 0);
  const names = [...new Set(batches.flatMap((batch) => Object.keys(batch.fields) as RecordField[]))];
  const fields: RecordTable['fields'] = {};
  for (const name of names) fields[name] = mergedField(batches, name, rows);
  const date = fields.date;
  return {
    kind,
    rows,
    person: endToEnd(new Uint32Array(rows), batches, personOf),
    day: date?.type === 'day' ? date.day : new Int32Array(rows).fill(NO_DAY),
    second: date?.type === 'day' ? date.second : new Int32Array(rows).fill(-1),
    importId: endToEnd(new Uint32Array(rows), batches, (batch) => new Uint32Array(batch.rows).fill(batch.importId)),
    line: endToEnd(new Uint32Array(rows), batches, (batch) => batch.line),
    fields,
  };
}

function endToEnd(into: Uint32Array, batches: readonly RecordBatch[], values: (batch: RecordBatch) => Uint32Array): Uint32Array {
  let at = 0;
  for (const batch of batches) {
    into.set(values(batch), at);
    at += batch.rows;
  }
  return into;
}

function mergedField(batches: readonly RecordBatch[], name: RecordField, rows: number): FieldValues {
  const { type } = batches.find((batch) => batch.fields[name])!.fields[name]!;
  const merged = emptyField(type, rows);
  const dictionary = new Dictionary();
  let at = 0;
  for (const batch of batches) {
    const column = batch.fields[name];
    if (column) copyField(merged, column, at, dictionary);
    at += batch.rows;
  }
  if (merged.type !== 'text') return merged;
  return { ...merged, texts: Array.from({ length: dictionary.size }, (_, code) => dictionary.get(code)) };
}

function emptyField(type: RecordColumn['type'], rows: number): FieldValues {
  if (type === 'text') return { type, codes: new Uint32Array(rows).fill(NONE), texts: [] };
  if (type === 'day') return { type, day: new Int32Array(rows).fill(NO_DAY), second: new Int32Array(rows).fill(-1) };
  if (type === 'number') return { type, values: new Float64Array(rows).fill(NaN) };
  return { type, values: new Uint8Array(rows).fill(2), day: new Int32Array(rows).fill(NO_DAY) };
}

function copyField(into: FieldValues, column: RecordColumn, at: number, dictionary: Dictionary): void {
  if (into.type === 'text' && column.type === 'text') {
    const { codes, texts } = column;
    const map = Uint32Array.from({ length: packedSize(texts) }, (_, code) => dictionary.add(unpack(texts, code)));
    for (let i = 0; i < codes.length; i++) if (codes[i] !== NONE) into.codes[at + i] = map[codes[i]!]!;
  } else if (into.type === 'day' && column.type === 'day') {
    into.day.set(column.values, at);
    if (column.seconds) into.second.set(column.seconds, at);
  } else if (into.type === 'number' && column.type === 'number') into.values.set(column.values, at);
  else if (into.type === 'flag' && column.type === 'flag') {
    into.values.set(column.values, at);
    if (column.days) into.day.set(column.days, at);
  }
}

/** Texts of a field: `texts[codes[row]]`, NONE where a row has none; null when no import has the field. */
export function textsOf(table: RecordTable, name: RecordField): Extract<FieldValues, { type: 'text' }> | null {
  const field = table.fields[name];
  return field?.type === 'text' ? field : null;
}

/** Numbers of a field, NaN where a row has none; null when no import has the field. */
export function numbersOf(table: RecordTable, name: RecordField): Float64Array | null {
  const field = table.fields[name];
  return field?.type === 'number' ? field.values : null;
}

/** Days and seconds of a field, NO_DAY and -1 where a row has none; null when no import has the field. */
export function daysOfField(table: RecordTable, name: RecordField): Extract<FieldValues, { type: 'day' }> | null {
  const field = table.fields[name];
  return field?.type === 'day' ? field : null;
}

/** Flags of a field (FLAG_YES, FLAG_NO, FLAG_UNKNOWN); null when no import has the field. */
export function flagsOf(table: RecordTable, name: RecordField): Extract<FieldValues, { type: 'flag' }> | null {
  const field = table.fields[name];
  return field?.type === 'flag' ? field : null;
}
