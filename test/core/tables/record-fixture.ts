import { NO_DAY, NONE, type PackedStrings } from '../../../src/core/columns/batch';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { FLAG_NO, FLAG_UNKNOWN, FLAG_YES, type RecordBatch, type RecordColumn } from '../../../src/core/columns/records';
import type { RecordKind } from '../../../src/terms/fields';

/** An import of records with some columns; lines as in a file with a header. */
export function records(kind: RecordKind, rows: number, fields: RecordBatch['fields'], importId = 1): RecordBatch {
  return { importId, kind, rows, line: Uint32Array.from({ length: rows }, (_, i) => i + 2), fields };
}

/** A column of texts, null where nothing stands. */
export function texts(values: readonly (string | null)[]): RecordColumn & { type: 'text' } {
  const dictionary = new Dictionary();
  const codes = Uint32Array.from(values, (value) => (value === null ? NONE : dictionary.add(value)));
  const packed: PackedStrings = dictionary.pack();
  return { type: 'text', codes, texts: packed };
}

/** A column of days, null where nothing stands; with seconds where they are given. */
export function days(values: readonly (number | null)[], seconds?: readonly number[]): RecordColumn & { type: 'day' } {
  const column = Int32Array.from(values, (value) => value ?? NO_DAY);
  return { type: 'day', values: column, ...(seconds ? { seconds: Int32Array.from(seconds) } : {}) };
}

export function numbers(values: readonly (number | null)[]): RecordColumn & { type: 'number' } {
  return { type: 'number', values: Float64Array.from(values, (value) => value ?? NaN) };
}

/** A column of flags, null where nothing is known; with the days on which they became true where they are given. */
export function flags(values: readonly (boolean | null)[], at?: readonly (number | null)[]): RecordColumn & { type: 'flag' } {
  const column = Uint8Array.from(values, (value) => (value === null ? FLAG_UNKNOWN : value ? FLAG_YES : FLAG_NO));
  return { type: 'flag', values: column, ...(at ? { days: Int32Array.from(at, (day) => day ?? NO_DAY) } : {}) };
}
