import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { CodeColumn } from '../../core/columns/growing-column';
import type { KeyColumn } from '../cells/key-column';
import type { RawColumn } from '../table/raw-table';
import type { Codes } from '../cells/readings';

/** A column as keys: what its different cells are as keys, and which of them each row has. */
export interface KeyedColumn {
  keys: KeyColumn;
  codes: Codes;
}

/** How two columns of keys fit together. */
export interface Overlap {
  /** Key there of each key here, NONE where there is none. */
  there: Uint32Array;
  /** Keys that both have, and the different keys of each side. */
  common: number;
  here: number;
  all: number;
}

/** Which keys two columns share. Cost: one look-up for each different key of the smaller side. */
export function overlapOf(here: KeyColumn, there: KeyColumn): Overlap {
  const map = new Uint32Array(here.keys.size).fill(NONE);
  let common = 0;
  const meet = (a: number, b: number): void => {
    map[a] = b;
    common++;
  };
  if (here.keys.size <= there.keys.size) {
    for (let a = 0; a < here.keys.size; a++) {
      const b = there.keys.indexOf(here.keys.get(a));
      if (b >= 0) meet(a, b);
    }
  } else {
    for (let b = 0; b < there.keys.size; b++) {
      const a = here.keys.indexOf(there.keys.get(b));
      if (a >= 0) meet(a, b);
    }
  }
  return { there: map, common, here: here.keys.size, all: there.keys.size };
}

/** The row there that each row here asks for. */
export interface Partners {
  /** -1 where there is none. */
  row: Int32Array;
  /** Rows here that found a partner, and rows there that no row here asked for. */
  found: number;
  unasked: number;
}

/** Finds the partner of each row: the first row there with its key. Cost: one pass over each side. */
export function partnersOf(here: KeyedColumn, there: KeyedColumn, { there: map }: Pick<Overlap, 'there'>): Partners {
  const first = new Int32Array(there.keys.keys.size).fill(-1);
  for (let row = there.codes.length - 1; row >= 0; row--) {
    const key = there.keys.of[there.codes[row]!]!;
    if (key !== NONE) first[key] = row;
  }
  const partners: Partners = { row: new Int32Array(here.codes.length).fill(-1), found: 0, unasked: 0 };
  const asked = new Uint8Array(first.length);
  for (let row = 0; row < here.codes.length; row++) {
    const own = here.keys.of[here.codes[row]!]!;
    const key = own === NONE ? NONE : map[own]!;
    if (key === NONE || first[key]! < 0) continue;
    partners.row[row] = first[key]!;
    asked[key] = 1;
    partners.found++;
  }
  for (let row = 0; row < there.codes.length; row++) {
    const key = there.keys.of[there.codes[row]!]!;
    if (key === NONE || asked[key] === 0) partners.unasked++;
  }
  return partners;
}

/** Whether a key has one value at most in a column: rows that repeat a key must not contradict each other. Cost: one pass. */
export function isSettledBy(there: KeyedColumn, values: Codes): boolean {
  const first = new Int32Array(there.keys.keys.size).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const key = there.keys.of[there.codes[row]!]!;
    if (key === NONE) continue;
    if (first[key]! < 0) first[key] = values[row]!;
    else if (first[key] !== values[row]) return false;
  }
  return true;
}

/**
 * A column of another file, row by row beside those of this one; blank where there is no partner. Where every row has a partner, or the
 * column has blank cells already, its texts are shared and nothing is made anew but the codes.
 */
export function broughtColumn({ name, texts, codes }: RawColumn, { row, found }: Partners): RawColumn {
  const from = codes.view();
  const blank = texts.indexOf('');
  const column = new Uint32Array(row.length);
  if (found === row.length || blank >= 0) {
    for (let r = 0; r < row.length; r++) column[r] = row[r]! < 0 ? blank : from[row[r]!]!;
    return { name, texts, codes: codesOf(column, texts.size) };
  }
  const used = new Dictionary(texts.size);
  const fresh = new Int32Array(texts.size).fill(-1);
  const none = used.add('');
  for (let r = 0; r < row.length; r++) {
    const code = row[r]! < 0 ? -1 : from[row[r]!]!;
    column[r] = code < 0 ? none : (fresh[code] = fresh[code]! >= 0 ? fresh[code]! : used.add(texts.get(code)));
  }
  return { name, texts: used, codes: codesOf(column, used.size) };
}

/**
 * A column that says what another file only marks: `word` for the rows whose partner is marked there, and what the row says of itself
 * for all others.
 *
 * @param own  the same statement in the file itself, if it has one
 */
export function markedColumn(
  name: string,
  partners: Partners,
  mark: { marked: Uint8Array; codes: Codes; word: string },
  own: RawColumn | null,
): RawColumn {
  const texts = new Dictionary();
  const none = texts.add('');
  const word = texts.add(mark.word);
  const said = own ? Uint32Array.from({ length: own.texts.size }, (_, code) => texts.add(own.texts.get(code))) : null;
  const ownCodes = own?.codes.view();
  const column = Uint32Array.from(partners.row, (partner, r) => {
    if (partner >= 0 && mark.marked[mark.codes[partner]!]) return word;
    return said && ownCodes ? said[ownCodes[r]!]! : none;
  });
  return { name, texts, codes: codesOf(column, texts.size) };
}

function codesOf(codes: Uint32Array, texts: number): CodeColumn {
  const column = new CodeColumn();
  column.pushAll(codes, codes.length, Math.max(0, texts - 1));
  return column;
}
