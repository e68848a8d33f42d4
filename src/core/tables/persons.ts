import type { RecordKind } from '../../terms/fields';
import { NONE } from '../columns/batch';
import { unpack } from '../columns/packed-strings';
import type { RecordBatch, RecordColumn } from '../columns/records';
import { isMasked } from '../people/identifiers';
import type { People } from '../people/people';

type Texts = Extract<RecordColumn, { type: 'text' }>;

/**
 * Persons of a shop under one numbering: customers of the ledger keep their index, people whom only records know follow in the order in
 * which they are met.
 */
export class Persons {
  readonly #people: People;
  readonly #index: Map<string, number>;
  readonly #beyond: string[] = [];
  readonly #customers: number;

  /**
   * @param customers  customers of the ledger, guests included
   * @param named      of these, those with a key of the file: their keys by index
   */
  constructor(people: People, customers: number, named: number, keyOf: (customer: number) => string) {
    this.#people = people;
    this.#customers = customers;
    this.#index = new Map();
    for (let c = 0; c < named; c++) this.#index.set(keyOf(c), c);
  }

  /** Number of persons met so far. */
  get size(): number {
    return this.#customers + this.#beyond.length;
  }

  /** Key of a person beyond the customers of the ledger. */
  keyBeyond(person: number): string {
    return this.#beyond[person - this.#customers] ?? '';
  }

  /** The person of a key, an e-mail or a phone number; null when nobody is known by it. */
  find(text: string): number | null {
    return this.#index.get(this.#people.keyOf(text)) ?? this.#index.get(this.#byContact(text) ?? '') ?? null;
  }

  /**
   * The person of each record: by the customer's key, else by the e-mail, else by the phone number. NONE where a record says none of them,
   * or only such as several persons have.
   * Cost: linear in records and different texts.
   */
  of({ rows, fields }: Pick<RecordBatch, 'rows' | 'fields'>): Uint32Array {
    const person = new Uint32Array(rows).fill(NONE);
    for (const name of ['customer', 'email', 'phone'] as const) {
      const field = fields[name];
      if (field?.type === 'text') this.#fill(person, field, name === 'customer' ? this.#people.keyOf : this.#byContact);
    }
    return person;
  }

  #fill(person: Uint32Array, { codes, texts }: Texts, keyOf: (text: string) => string | null): void {
    const known = new Map<number, number>();
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!;
      if (code === NONE || person[i] !== NONE) continue;
      let index = known.get(code);
      if (index === undefined) {
        const key = keyOf(unpack(texts, code));
        known.set(code, (index = key === null ? NONE : this.#numberOf(key)));
      }
      person[i] = index;
    }
  }

  /** A contact that no customer has is the key of a person whom only records know; one that several have is nobody's. */
  #byContact = (text: string): string | null =>
    isMasked(text) || this.#people.isShared(text) ? null : (this.#people.ofContact(text) ?? this.#people.keyOf(text));

  #numberOf(key: string): number {
    let index = this.#index.get(key);
    if (index === undefined) {
      index = this.#customers + this.#beyond.push(key) - 1;
      this.#index.set(key, index);
    }
    return index;
  }
}

/** The kinds of records, in the order in which their people are numbered. */
export const RECORD_KINDS: readonly RecordKind[] = ['customers', 'answers', 'points', 'feedback', 'contacts'];
