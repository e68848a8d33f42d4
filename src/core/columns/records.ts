import type { FieldType, RecordKind } from '../../terms/fields';
import type { Role } from '../../terms/role';
import type { PackedStrings } from './batch';

/**
 * One field of records, a value per record. What is absent: NONE in a text, NO_DAY in a day, NaN in a number, FLAG_UNKNOWN in a flag.
 * A flag that the file gives as a time keeps its day in `days`; a day with a time of day has its `seconds`, -1 where there is none.
 */
export type RecordColumn =
  | { type: 'text'; codes: Uint32Array; texts: PackedStrings }
  | { type: 'day'; values: Int32Array; seconds?: Int32Array }
  | { type: 'number'; values: Float64Array }
  | { type: 'flag'; values: Uint8Array; days?: Int32Array };

export const FLAG_NO = 0;
export const FLAG_YES = 1;
export const FLAG_UNKNOWN = 2;

/**
 * Records of one import of another kind than orders, in the order of the file. One row of the file may give several: an answer to each
 * question, a movement of each sort. Immutable.
 */
export interface RecordBatch {
  importId: number;
  kind: RecordKind;
  rows: number;
  /** Line of the file as an editor counts it, 1 first. */
  line: Uint32Array;
  fields: Partial<Record<RecordField, RecordColumn>>;
}

/** `scale` is what an answer's score is measured on, e.g. `0-10`; absent for free text. */
export type RecordField = Role | 'scale';

export type { FieldType };
