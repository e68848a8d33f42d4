import { NONE, type PackedStrings } from '../columns/batch';
import { Dictionary } from '../columns/dictionary';
import { packedSize, unpack } from '../columns/packed-strings';
import { isMasked, sortOfIdentifier, type Coded, type Identifiers, type IdentifierSort } from './identifiers';
import { Pairs } from './pairs';
import type { PeopleRules } from '../../terms/people';
import type { MergedPerson, People, SharedContact } from './people';

/**
 * A contact with more customers than this is a household, an office or a marketplace, not a person: families share a phone, and an
 * account that was opened anew a few times is still one person's.
 */
const MOST_CUSTOMERS = 4;
/** A customer with more e-mails or phone numbers than this is a till, a guest account or a marketplace. */
const MOST_CONTACTS = 8;

const NOBODY_MERGED: People = { keyOf: (customer) => customer, merged: [], shared: [] };

/**
 * Who is who: customers of one shop that have an e-mail or a phone number in common are one person, whichever import says so.
 *
 * A contact joins nobody when it is masked, when more than `MOST_CUSTOMERS` customers have it, when the rules leave its sort out, or when
 * the user has set it apart; a customer with more than `MOST_CONTACTS` contacts is joined by none. The answer does not depend on the order of imports or rows. Cost: one pass over all rows; nothing when no
 * import has a contact beside its customers.
 */
export function findPeople(imports: readonly Identifiers[], rules: PeopleRules): People {
  if (!imports.some(({ email, phone }) => email ?? phone)) return NOBODY_MERGED;
  const graph = new Graph();
  for (const one of imports) graph.read(one);
  return graph.people(rules);
}

/** Identifiers as nodes, and which of them stood in one row. */
class Graph {
  readonly #texts = new Dictionary();
  readonly #pairs = new Pairs();
  /** Whether a node is the key of customers somewhere, by node. */
  #isKey = new Uint8Array(64);

  read({ rows, customer, email, phone }: Identifiers): void {
    const keys = this.#nodes(customer, null);
    const contacts = [this.#nodes(email, 'email'), this.#nodes(phone, 'phone')];
    const coded = [email, phone];
    if (keys) for (const node of keys) if (node !== NONE) this.#markKey(node);
    for (let row = 0; row < rows; row++) {
      let own = nodeAt(keys, customer, row);
      for (let i = 0; i < contacts.length; i++) {
        const contact = nodeAt(contacts[i]!, coded[i]!, row);
        if (contact === NONE || contact === own) continue;
        // Without a key the contacts of a row hang on each other.
        if (own === NONE) own = contact;
        else this.#pairs.add(own, contact);
      }
    }
  }

  people(rules: PeopleRules): People {
    const count = this.#texts.size;
    const customers = new Uint32Array(count);
    const contacts = new Uint32Array(count);
    for (let i = 0; i < this.#pairs.size; i++) {
      contacts[this.#pairs.first(i)]!++;
      customers[this.#pairs.second(i)]!++;
    }
    const apart = new Set(rules.apart);
    const joins = (node: number): boolean => customers[node]! <= MOST_CUSTOMERS && this.#mayJoin(node, rules, apart);
    const root = Uint32Array.from({ length: count }, (_, node) => node);
    for (let i = 0; i < this.#pairs.size; i++) {
      const [a, b] = [this.#pairs.first(i), this.#pairs.second(i)];
      if (contacts[a]! <= MOST_CONTACTS && joins(b) && (this.#sort(a) === 'id' || joins(a))) unite(root, a, b);
    }
    return this.#asPeople(root, this.#shared(customers));
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
    if (node >= this.#isKey.length) {
      const bigger = new Uint8Array(Math.max(node + 1, this.#isKey.length * 2));
      bigger.set(this.#isKey);
      this.#isKey = bigger;
    }
    this.#isKey[node] = 1;
  }

  #sort(node: number): IdentifierSort {
    return sortOfIdentifier(this.#texts.get(node));
  }

  #mayJoin(node: number, rules: PeopleRules, apart: ReadonlySet<string>): boolean {
    const text = this.#texts.get(node);
    const sort = sortOfIdentifier(text);
    return (sort === 'email' ? rules.byEmail : sort === 'phone' ? rules.byPhone : true) && !isMasked(text) && !apart.has(text);
  }

  #shared(customers: Uint32Array): SharedContact[] {
    const shared: SharedContact[] = [];
    customers.forEach((count, node) => {
      if (count > MOST_CUSTOMERS) shared.push({ text: this.#texts.get(node), customers: count });
    });
    return shared.sort((a, b) => b.customers - a.customers || compare(a.text, b.text));
  }

  #asPeople(root: Uint32Array, shared: SharedContact[]): People {
    const members = new Map<number, { keys: string[]; by: string[] }>();
    for (let node = 0; node < root.length; node++) {
      const top = find(root, node);
      if (top === node && !this.#hasOthers(root, node)) continue;
      let person = members.get(top);
      if (!person) members.set(top, (person = { keys: [], by: [] }));
      const text = this.#texts.get(node);
      if (this.#isKey[node]) person.keys.push(text);
      if (sortOfIdentifier(text) !== 'id') person.by.push(text);
    }
    const merged: MergedPerson[] = [];
    for (const { keys, by } of members.values()) {
      if (keys.length < 2) continue;
      keys.sort(byRank);
      merged.push({ key: keys[0]!, keys, by: by.sort(compare) });
    }
    merged.sort((a, b) => b.keys.length - a.keys.length || compare(a.key, b.key));
    const keyOf = new Map(merged.flatMap(({ key, keys }) => keys.slice(1).map((other) => [other, key] as const)));
    return { keyOf: (customer) => keyOf.get(customer) ?? customer, merged, shared };
  }

  #united: Uint8Array | null = null;
  #hasOthers(root: Uint32Array, node: number): boolean {
    if (!this.#united) {
      this.#united = new Uint8Array(root.length);
      for (let other = 0; other < root.length; other++) if (find(root, other) !== other) this.#united[find(root, other)] = 1;
    }
    return this.#united[node] === 1;
  }
}

function nodeAt(nodes: Uint32Array | null, coded: Coded | null, row: number): number {
  const code = coded?.codes[row] ?? NONE;
  return nodes === null || code === NONE ? NONE : nodes[code]!;
}

function find(root: Uint32Array, node: number): number {
  let top = node;
  while (root[top] !== top) top = root[top]!;
  while (root[node] !== top) [node, root[node]] = [root[node]!, top];
  return top;
}

function unite(root: Uint32Array, a: number, b: number): void {
  const [x, y] = [find(root, a), find(root, b)];
  if (x !== y) root[Math.max(x, y)] = Math.min(x, y);
}

const RANK: Record<IdentifierSort, number> = { email: 0, phone: 1, id: 2 };

/** An e-mail says most about who it is, a number of a till least; among equals the alphabet decides, not the order of files. */
function byRank(a: string, b: string): number {
  return RANK[sortOfIdentifier(a)] - RANK[sortOfIdentifier(b)] || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
