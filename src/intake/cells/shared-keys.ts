import { NONE } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';
import { PairCodes } from '../../core/columns/pair-codes';
import { MOST_CONTACTS } from '../../core/people/find-people';
import type { StandIn } from './stand-ins';

/** A column beside that of the customer keys, by row: what somebody is reached at or called, NONE where nothing stands. */
export type Beside = (row: number) => number;

/** How many different e-mails, phone numbers or names stand beside each different cell of a column of keys. */
export interface SharedKeys {
  /** The more of e-mails and phone numbers. */
  contacts: Uint32Array;
  names: Uint32Array;
}

/** What programs write for a customer who has no number. */
const NO_NUMBERS = ['0', '00', '000', '0000', '00000', '000000', '0.0', '0.00', '-1', '-1.0'];
/** The key of nobody is one of the hundredth part of keys that have most contacts. */
const RARE = 0.01;

/** Different contacts and names by cell of a column. Cost: one pass over the rows for each column beside it. */
export function sharedKeys(keys: ArrayLike<number>, size: number, contacts: readonly Beside[], names: readonly Beside[]): SharedKeys {
  return { contacts: mostOf(keys, size, contacts), names: mostOf(keys, size, names) };
}

function mostOf(keys: ArrayLike<number>, size: number, columns: readonly Beside[]): Uint32Array {
  const most = new Uint32Array(size);
  for (const beside of columns) {
    const counts = new Uint32Array(size);
    // Nearly all keys have one contact, which needs no table of pairs.
    const first = new Uint32Array(size).fill(NONE);
    const pairs = new PairCodes();
    for (let row = 0; row < keys.length; row++) {
      const other = beside(row);
      const key = keys[row]!;
      if (other === NONE || other === first[key]) continue;
      const before = pairs.size;
      const isFirst = first[key] === NONE;
      if (isFirst) first[key] = other;
      else pairs.add(key, other);
      if (isFirst || pairs.size > before) counts[key]!++;
    }
    counts.forEach((count, key) => (most[key] = Math.max(most[key]!, count)));
  }
  return most;
}

/** Codes of the cells that stand for a customer without a number, wherever they do. */
export function noNumbers(texts: Dictionary): number[] {
  return NO_NUMBERS.map((text) => texts.indexOf(text)).filter((code) => code >= 0);
}

/**
 * Keys that may be no customer's. `0` and its like are nobody's where several people have them, as hardly a key has; where nothing tells,
 * they are shown when more rows have them than any key. Keys of a till or a marketplace are left to the user: their orders are real, and
 * there may be nothing else by which to know who made them.
 *
 * @param rowsWith  rows that have each cell
 */
export function nobodysKeys(texts: Dictionary, { contacts, names }: SharedKeys, rowsWith: Uint32Array): StandIn[] {
  const nobodys = noNumbers(texts);
  const most = rowsWith.reduce((a, b, code) => (nobodys.includes(code) ? a : Math.max(a, b)), 1);
  const found = nobodys
    .map((code) => ({ code, guess: isRare(contacts, code, nobodys) || isRare(names, code, nobodys) }))
    .filter(({ code, guess }) => guess || rowsWith[code]! > most || contacts[code]! > MOST_CONTACTS);
  contacts.forEach((count, code) => {
    if (count > MOST_CONTACTS && !nobodys.includes(code)) found.push({ code, guess: false });
  });
  return found;
}

/** Whether a key has several of what hardly another key has as many of. Tills are not asked. */
function isRare(counts: Uint32Array, code: number, nobodys: readonly number[]): boolean {
  const own = counts[code]!;
  if (own < 2) return false;
  let keys = 0;
  let asMany = 0;
  counts.forEach((count, other) => {
    if (count === 0 || count > MOST_CONTACTS || nobodys.includes(other)) return;
    keys++;
    if (count >= own) asMany++;
  });
  return asMany <= keys * RARE;
}
