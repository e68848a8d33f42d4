import type { RecordKind } from '../../terms/fields';
import { NO_DAY, NONE } from './batch';
import { packedSize } from './packed-strings';
import { FLAG_UNKNOWN, type RecordBatch, type RecordColumn, type RecordField } from './records';
import { FIRST_HASH, mixed, nextHash } from './text-hash';

/**
 * What the rows of one import of records are told by, without their columns: 8 bytes a row, 16 where a row has a key. Two different rows
 * are taken for one about once in 10^7 shops of a million rows.
 */
export interface RecordMarks {
  importId: number;
  kind: RecordKind;
  /** Rows of the file that gave records; one row may have given several. */
  rows: number;
  /** By row, two numbers of 32 bits: all that its records say. */
  content: Int32Array;
  /** By row, two numbers: what stays the same in a later version of it. 0 and 0: it has no versions. null where no row has a key. */
  key: Int32Array | null;
}

/** Fields that an identity of some sort needs, the first of each list that a row has; a row without one of them has no versions. */
interface Identity {
  needs: readonly (readonly RecordField[])[];
  /** Fields that tell two rows apart besides. */
  tells: readonly RecordField[];
}

const PERSON: readonly RecordField[] = ['customer', 'email', 'phone', 'customer-name'];

/**
 * What a row is the newest news of. A customer is there once. What became of a message, and of a complaint, is written into its row
 * later. Answers and movements of points happen once and do not change, so they are told by all that they say.
 */
const IDENTITIES: Partial<Record<RecordKind, Identity>> = {
  customers: { needs: [PERSON], tells: [] },
  contacts: { needs: [['campaign'], PERSON, ['date']], tells: ['channel', 'coupon', 'arm'] },
  feedback: { needs: [PERSON, ['date'], ['topic', 'comment']], tells: ['order', 'comment', 'product', 'channel'] },
};

/** The scale is guessed anew for each file; the row does not say it. */
const NOT_SAID: readonly string[] = ['scale'] satisfies RecordField[];

/** Cost: one pass over the records for each field, and over the letters of the different texts. */
export function recordMarks({ importId, kind, rows: records, line, fields }: RecordBatch): RecordMarks {
  const rowOf = rowsOfRecords(line, records);
  const rows = records === 0 ? 0 : rowOf[records - 1]! + 1;
  const said = Object.entries(fields).filter(([name]) => !NOT_SAID.includes(name));
  const content = new Int32Array(2 * rows);
  const own = new Int32Array(2);
  const values = said.map(([name, column]) => valuesOf(name, column));
  for (let i = 0; i < records; i++) {
    own.fill(0);
    for (const value of values) value(i, own);
    // A row of several records is all of them in their order.
    const at = 2 * rowOf[i]!;
    content[at] = mixed(Math.imul(content[at]!, 31) ^ own[0]!);
    content[at + 1] = mixed(Math.imul(content[at + 1]!, 37) ^ own[1]!);
  }
  const identity = IDENTITIES[kind];
  return { importId, kind, rows, content, key: identity ? keysOf(fields, identity, rowOf, rows) : null };
}

/** Row of each record: records of one line of the file stand next to each other. Cost: linear. */
export function rowsOfRecords(line: Uint32Array, records: number): Uint32Array {
  const rowOf = new Uint32Array(records);
  for (let i = 1; i < records; i++) rowOf[i] = rowOf[i - 1]! + (line[i] === line[i - 1] ? 0 : 1);
  return rowOf;
}

function keysOf(fields: RecordBatch['fields'], { needs, tells }: Identity, rowOf: Uint32Array, rows: number): Int32Array {
  const named = (name: RecordField) => fields[name] && valuesOf(name, fields[name]);
  const needed = needs.map((names) => names.map(named));
  const telling = tells.map(named);
  const keys = new Int32Array(2 * rows);
  const own = new Int32Array(2);
  rowOf.forEach((row, i) => {
    own.fill(0);
    if (!needed.every((ways) => ways.some((value) => value?.(i, own)))) return;
    for (const value of telling) value?.(i, own);
    keys.set(own, 2 * row);
  });
  return keys;
}

/** Adds what record i says in a field to two sums; false when it says nothing, so that an empty column is as good as none. */
type Value = (i: number, sums: Int32Array) => boolean;

function valuesOf(name: string, column: RecordColumn): Value {
  const [seed, other] = [hashed(name, FIRST_HASH), hashed(name, OTHER_HASH)];
  const adding = (sums: Int32Array, a: number, b: number): true => {
    sums[0] = sums[0]! + mixed(nextHash(seed, a) ^ Math.imul(b, 0x9e3779b1));
    sums[1] = sums[1]! + mixed(nextHash(other, b) ^ Math.imul(a, 0x297a2d39));
    return true;
  };
  if (column.type === 'text') return textValues(column, adding);
  if (column.type === 'number') return numberValues(column.values, adding);
  if (column.type === 'flag') {
    const { values, days } = column;
    return (i, sums) => values[i] !== FLAG_UNKNOWN && adding(sums, values[i]!, days && days[i] !== NO_DAY ? days[i]! : -1);
  }
  const { values, seconds } = column;
  // A spreadsheet that saves a file again drops the seconds.
  return (i, sums) => values[i] !== NO_DAY && adding(sums, values[i]!, seconds ? Math.floor(seconds[i]! / 60) : -1);
}

type Adding = (sums: Int32Array, a: number, b: number) => true;

function textValues({ codes, texts }: Extract<RecordColumn, { type: 'text' }>, adding: Adding): Value {
  const hashes = new Int32Array(2 * packedSize(texts));
  for (let code = 0, from = 0; code < texts.ends.length; code++) {
    let [a, b] = [FIRST_HASH, OTHER_HASH];
    for (; from < texts.ends[code]!; from++) {
      a = nextHash(a, texts.units[from]!);
      b = Math.imul(b, 31) + texts.units[from]!;
    }
    hashes[2 * code] = mixed(a);
    hashes[2 * code + 1] = mixed(b);
  }
  return (i, sums) => codes[i] !== NONE && adding(sums, hashes[2 * codes[i]!]!, hashes[2 * codes[i]! + 1]!);
}

function numberValues(values: Float64Array, adding: Adding): Value {
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  return (i, sums) => {
    if (Number.isNaN(values[i]!)) return false;
    // Zero below zero is zero.
    number[0] = values[i]! + 0;
    return adding(sums, halves[0]!, halves[1]!);
  };
}

const OTHER_HASH = 0x3c6ef372;

function hashed(name: string, first: number): number {
  let h = first;
  for (let k = 0; k < name.length; k++) h = nextHash(h, name.charCodeAt(k));
  return mixed(h);
}
