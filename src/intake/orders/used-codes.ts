import { NONE, type PackedStrings } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { PairCodes } from '../../core/columns/pair-codes';
import type { Role } from '../../terms/role';
import type { Interpretation } from './interpret';
import { contacts } from '../meaning/person-keys';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';

/** Codes of the used rows, and the texts that they stand for. */
export interface Coded {
  codes: Uint32Array;
  texts: PackedStrings;
}

/** Keys of the used rows with codes of their own, in the order in which they appear; NONE stays NONE. */
export function keyCodes(readings: Readings, read: Interpretation, used: Uint32Array, role: Role & ('order' | 'customer')): Coded {
  const keys = role === 'customer' ? read.people : readings.keys(columnOf(read.plan, role), role).keys;
  const of = role === 'order' ? read.order : read.customer;
  return recode(used, of, (code) => keys.get(code), keys.size);
}

/** E-mails or phone numbers of the used rows in the form in which they are compared, blanks filled from the order's other rows. */
export function contactCodes(readings: Readings, read: Interpretation, used: Uint32Array, role: 'email' | 'phone'): Coded {
  const column = columnOf(read.plan, role);
  const { keys, of } = contacts(readings, read.plan, role)!;
  const codes = readings.filled(column, read.fillColumn);
  return recode(
    used,
    (row) => of[codes[row]!]!,
    (code) => keys.get(code),
    keys.size,
  );
}

/** Trimmed texts of a column, blank ones as NONE. Of a missing column all are NONE. */
export function textCodes(readings: Readings, column: number, used: Uint32Array): Coded {
  if (column < 0) return { codes: new Uint32Array(used.length).fill(NONE), texts: new Dictionary().pack() };
  const { texts, codes } = readings.table.columns[column]!;
  const blank = readings.blanks(column);
  const view = codes.view();
  return recode(
    used,
    (row) => (blank[view[row]!] ? NONE : view[row]!),
    (code) => texts.get(code).trim(),
    texts.size,
  );
}

/** Codes of the rows for the texts that they have, numbered anew in the order in which they appear; NONE stays NONE. */
export function recode(used: Uint32Array, codeOf: (row: number) => number, textOf: (code: number) => string, size: number): Coded {
  const fresh = new Int32Array(size).fill(-1);
  const texts = new Dictionary();
  const codes = new Uint32Array(used.length);
  for (let i = 0; i < used.length; i++) {
    const code = codeOf(used[i]!);
    if (code === NONE) codes[i] = NONE;
    else codes[i] = fresh[code]! >= 0 ? fresh[code]! : (fresh[code] = texts.add(textOf(code)));
  }
  return { codes, texts: texts.pack() };
}

/** Orders by their numbers; without numbers each row, or each customer's day, gets a code past the end of the list. */
export function orderCodes(readings: Readings, read: Interpretation, used: Uint32Array): Coded {
  if (columnOf(read.plan, 'order') >= 0) return keyCodes(readings, read, used, 'order');
  const byDay = read.plan.rules.orderless === 'customer-day';
  const seen = new PairCodes();
  const codeOf: number[] = [];
  let next = 0;
  const codes = Uint32Array.from(used, (row) => {
    const customer = read.customer(row);
    if (!byDay || customer === NONE) return next++;
    // Days fit in 24 bits of either sign and parts in 7, so one number holds both.
    const pair = seen.add(customer, read.day(row) * 128 + read.part[row]!);
    return (codeOf[pair] ??= next++);
  });
  return { codes, texts: new Dictionary().pack() };
}
