import type { Batch, PackedStrings } from '../columns/batch';
import type { RecordBatch } from '../columns/records';

/** Sorts of texts that a person is known by. */
export type IdentifierSort = 'email' | 'phone' | 'id';

/** What the rows of one import say about who they belong to: codes by row, NONE where nothing stands. */
export interface Identifiers {
  rows: number;
  customer: Coded | null;
  email: Coded | null;
  phone: Coded | null;
}

export interface Coded {
  codes: ArrayLike<number>;
  texts: PackedStrings;
}

/** Sign before a phone number whose country is not known; one in international form begins with `+`. */
export const LOCAL_PHONE = 'tel:';

/** Sort of an identifier, told by its form: intake writes e-mails in small letters and phone numbers with `+` or `tel:`. */
export function sortOfIdentifier(text: string): IdentifierSort {
  if (/^(?:\+|tel:)\d{5,}$/.test(text)) return 'phone';
  return /^[^\s@]+@[^\s@]+$/.test(text) ? 'email' : 'id';
}

/** Whether a part of an identifier was made unreadable, as in 138****1234: many people have the same one. */
export function isMasked(text: string): boolean {
  return /[*＊•●×]/.test(text) || /x{3,}/i.test(text);
}

/** What an orders import says about its people. */
export function identifiersOf(batch: Pick<Batch, 'lines' | 'customers' | 'attributes'>): Identifiers {
  const { lines, customers, attributes } = batch;
  const coded = (name: 'email' | 'phone'): Coded | null => {
    const codes = lines.attributes[name];
    const texts = attributes[name];
    return codes && texts ? { codes, texts } : null;
  };
  return { rows: lines.rows, customer: { codes: lines.customer, texts: customers }, email: coded('email'), phone: coded('phone') };
}

/** What an import of another kind says about its people, e.g. a list of customers with number, e-mail and phone. */
export function identifiersOfRecords({ rows, fields }: Pick<RecordBatch, 'rows' | 'fields'>): Identifiers {
  const coded = (name: 'customer' | 'email' | 'phone'): Coded | null => {
    const field = fields[name];
    return field?.type === 'text' ? field : null;
  };
  return { rows, customer: coded('customer'), email: coded('email'), phone: coded('phone') };
}
