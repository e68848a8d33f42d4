import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { PairCodes } from '../../core/columns/pair-codes';
import { isMasked } from '../../core/people/identifiers';
import type { ImportPlan } from '../../terms/plan';
import { withoutInvisible } from '../decoding/invisible-letters';
import { joinedName, nameColumns } from './name-columns';
import type { Codes, Readings } from '../cells/readings';
import { standInSort } from '../cells/stand-in-words';

/** Names of the rows in the form in which they are compared. */
export interface NameKeys {
  keys: Dictionary;
  /** Code in `keys` of each row, NONE where no name stands. */
  of: (row: number) => number;
}

/**
 * Who each row belongs to by its name, for files that know nothing better: two people of one name are one. Names that are hidden or
 * nobody's are no names.
 *
 * Cost: one pass over the rows for each column of names.
 *
 * @param order  column of the order numbers within which blanks are filled, -1 for none
 */
export function nameKeys(readings: Readings, plan: ImportPlan, order: number): NameKeys {
  const parts = nameColumns(readings, plan).map((column) => ({
    texts: readings.table.columns[column]!.texts,
    codes: readings.filled(column, order),
    blank: readings.blanks(column),
  }));
  const { codes, rows } = together(
    parts.map((part) => part.codes),
    readings.table.rows,
  );
  const keys = new Dictionary(rows.length);
  const of = Uint32Array.from(rows, (row) => {
    const words = parts
      .map((part) => (part.blank[part.codes[row]!] ? '' : part.texts.get(part.codes[row]!).trim()))
      .filter((word) => word !== '');
    const key = nameKey(joinedName(words));
    return key === '' ? NONE : keys.add(key);
  });
  return { keys, of: (row) => of[codes[row]!]! };
}

/** A name in the form in which it is compared: small letters, one form of each, single blanks; '' for what is nobody's. */
export function nameKey(name: string): string {
  const plain = withoutInvisible(name).normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const sort = standInSort(plain);
  return isMasked(plain) || sort === 'nobody' || sort === 'nothing' ? '' : plain;
}

/** A code for each combination of cells, by row, and the first row of each. */
function together(columns: readonly Codes[], rows: number): { codes: Uint32Array; rows: number[] } {
  let codes: Uint32Array = new Uint32Array(rows);
  for (const column of columns) {
    const pairs = new PairCodes();
    codes = codes.map((code, row) => pairs.add(code, column[row]!));
  }
  const first: number[] = [];
  codes.forEach((code, row) => (first[code] ??= row));
  return { codes, rows: first };
}
