import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { phoneKey } from './phone-numbers';

/** E-mails or phone numbers of a column in one form, by different cell of the file. */
export interface ContactColumn {
  keys: Dictionary;
  /** Code in `keys` of each different cell, NONE where it is no contact. */
  of: Uint32Array;
}

/** Addresses that shops and marketplaces write where they know none. */
const NOBODYS = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|no[-_.]?e?mail|none|null|guest|anonymous|unknown|na|n\/a)@/;

/** An e-mail in the form in which it is compared: small letters, one form of each letter; '' for what is none or is nobody's. */
export function emailKey(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(plain) && !NOBODYS.test(plain) ? plain : '';
}

/** @param blank  1 for the cells that count as empty */
export function emailColumn(texts: Dictionary, blank: Uint8Array): ContactColumn {
  return contactColumn(texts, emailKey, blank);
}

/** @param country  see `phoneKey` */
export function phoneColumn(texts: Dictionary, country: string | null, blank: Uint8Array): ContactColumn {
  return contactColumn(texts, (text) => phoneKey(text, country), blank);
}

/**
 * Customer keys without those that are many people's: addresses that stand for no address, and keys with letters hidden, as 138****1234.
 * The column itself when it has none.
 */
export function withoutNobody<T extends ContactColumn>(column: T): T {
  const { keys, of } = column;
  const dropped = new Uint8Array(keys.size);
  for (let code = 0; code < keys.size; code++) {
    const key = keys.get(code);
    if (/[*＊]{2,}/.test(key) || (key.includes('@') && NOBODYS.test(key))) dropped[code] = 1;
  }
  return dropped.includes(1) ? { ...column, of: of.map((code) => (code !== NONE && dropped[code] ? NONE : code)) } : column;
}

function contactColumn(texts: Dictionary, keyOf: (text: string) => string, blank: Uint8Array): ContactColumn {
  const keys = new Dictionary();
  const of = Uint32Array.from({ length: texts.size }, (_, code) => {
    const key = blank[code] ? '' : keyOf(texts.get(code));
    return key === '' ? NONE : keys.add(key);
  });
  return { keys, of };
}
