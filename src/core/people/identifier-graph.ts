import { NONE, type PackedStrings } from '../columns/batch';
import { Dictionary } from '../columns/dictionary';
import { packedSize, unpack } from '../columns/packed-strings';
import { PairCodes } from '../columns/pair-codes';
import { isMasked, sortOfIdentifier, type Coded, type Identifiers, type IdentifierSort } from './identifiers';

/** Identifiers of a shop as nodes, and which of them stood in one row. Read all imports before asking. */
export class IdentifierGraph {
  /** A customer, or a contact where a row has no customer, with a contact of the same row. */
  readonly pairs = new PairCodes();
  readonly #texts = new Dictionary();
  #keys = new Uint8Array(64);
  #counts: { customers: Uint32Array; contacts: Uint32Array } | null = null;

  /** Number of different identifiers. */
  get size(): number {
    return this.#texts.size;
  }

  text(node: number): string {
    return this.#texts.get(node);
  }

  /** Whether a node is the key of customers somewhere. */
  isKey(node: number): boolean {
    return this.#keys[node] === 1;
  }

  /** How many customers each node is a contact of. */
  get customers(): Uint32Array {
    return this.#counted().customers;
  }

  /** How many contacts each node has. */
  get contacts(): Uint32Array {
    return this.#counted().contacts;
  }

  read({ rows, customer, email, phone }: Identifiers): void {
    const keys = this.#nodes(customer, null);
    const emails = this.#nodes(email, 'email');
    const phones = this.#nodes(phone, 'phone');
    if (keys) for (const node of keys) this.#markKey(node);
    for (let row = 0; row < rows; row++) {
      const own = nodeAt(keys, customer, row);
      const mail = nodeAt(emails, email, row);
      const call = nodeAt(phones, phone, row);
      // Without a key the contacts of a row hang on each other.
      const centre = own !== NONE ? own : mail;
      if (centre === NONE) continue;
      if (mail !== NONE && mail !== centre) this.pairs.add(centre, mail);
      if (call !== NONE && call !== centre) this.pairs.add(centre, call);
    }
    this.#counts = null;
  }

  /** Node of each code; masked texts and those that are no such contact are none. */
  #nodes(coded: Coded | null, sort: IdentifierSort | null): Uint32Array | null {
    if (!coded) return null;
    const { texts } = coded;
    return Uint32Array.from({ length: packedSize(texts) }, (_, code) => this.#node(texts, code, sort));
  }

  #node(texts: PackedStrings, code: number, sort: IdentifierSort | null): number {
    const text = unpack(texts, code);
    if (sort !== null && (sortOfIdentifier(text) !== sort || isMasked(text))) return NONE;
    return this.#texts.add(text);
  }

  #markKey(node: number): void {
    if (node >= this.#keys.length) {
      const bigger = new Uint8Array(Math.max(node + 1, this.#keys.length * 2));
      bigger.set(this.#keys);
      this.#keys = bigger;
    }
    this.#keys[node] = 1;
  }

  #counted(): { customers: Uint32Array; contacts: Uint32Array } {
    if (this.#counts) return this.#counts;
    const counts = { customers: new Uint32Array(this.size), contacts: new Uint32Array(this.size) };
    for (let i = 0; i < this.pairs.size; i++) {
      counts.contacts[this.pairs.first(i)]!++;
      counts.customers[this.pairs.second(i)]!++;
    }
    return (this.#counts = counts);
  }
}

function nodeAt(nodes: Uint32Array | null, coded: Coded | null, row: number): number {
  const code = coded?.codes[row] ?? NONE;
  return nodes === null || code === NONE ? NONE : nodes[code]!;
}
