import type { PeopleRules } from '../../terms/people';
import { IdentifierGraph } from './identifier-graph';
import { isMasked, sortOfIdentifier, type Identifiers, type IdentifierSort } from './identifiers';
import type { MergedPerson, People, SharedContact } from './people';

/**
 * A contact with more customers than this is a household, an office or a marketplace, not a person: families share a phone, and an
 * account that was opened anew a few times is still one person's.
 */
const MOST_CUSTOMERS = 4;
/** A customer with more e-mails or phone numbers than this is a till, a guest account or a marketplace. */
export const MOST_CONTACTS = 8;

const NOBODY_MERGED: People = { keyOf: (customer) => customer, ofContact: () => null, isShared: () => false, merged: [], shared: [] };

/**
 * Who is who: customers of one shop that have an e-mail or a phone number in common are one person, whichever import says so.
 *
 * A contact joins nobody when it is masked, when more than `MOST_CUSTOMERS` customers have it, when the rules leave its sort out, or when
 * the user has set it apart; a customer with more than `MOST_CONTACTS` contacts is joined by none. The answer does not depend on the
 * order of imports or rows. Cost: one pass over all rows and one over the different texts; nothing when no import has a contact beside
 * its customers.
 */
export function findPeople(imports: readonly Identifiers[], rules: PeopleRules): People {
  if (!imports.some(({ email, phone }) => email ?? phone)) return NOBODY_MERGED;
  const graph = new IdentifierGraph();
  for (const one of imports) graph.read(one);
  const root = joined(graph, rules);
  const merged = mergedPersons(graph, root);
  const keyOf = new Map(merged.flatMap(({ key, keys }) => keys.slice(1).map((other) => [other, key] as const)));
  let found: ReadonlyMap<string, string | null> | null = null;
  const owners = () => (found ??= ownersOf(graph, root, keyOf));
  return {
    keyOf: (customer) => keyOf.get(customer) ?? customer,
    ofContact: (contact) => owners().get(contact) ?? null,
    isShared: (contact) => owners().get(contact) === null,
    merged,
    shared: sharedContacts(graph),
  };
}

/** The person of each contact, null for one of several persons. Made when it is first asked for: records without a customer key need it. */
function ownersOf(graph: IdentifierGraph, root: Uint32Array, keyOf: ReadonlyMap<string, string>): ReadonlyMap<string, string | null> {
  const owner = new Map<number, number>();
  for (let i = 0; i < graph.pairs.size; i++) {
    const [key, contact] = [graph.pairs.first(i), graph.pairs.second(i)];
    if (!graph.isKey(key) || graph.isKey(contact)) continue;
    const known = owner.get(contact);
    const same = known === undefined || (known !== SEVERAL && find(root, known) === find(root, key));
    owner.set(contact, same ? key : SEVERAL);
  }
  const owners = new Map<string, string | null>();
  for (const [contact, key] of owner) {
    const text = key === SEVERAL ? null : graph.text(key);
    owners.set(graph.text(contact), text === null ? null : (keyOf.get(text) ?? text));
  }
  return owners;
}
const SEVERAL = -1;

/** The node that stands for the person of each node. */
function joined(graph: IdentifierGraph, rules: PeopleRules): Uint32Array {
  const { pairs } = graph;
  const apart = new Set(rules.apart);
  const joins = Uint8Array.from({ length: graph.size }, (_, node) =>
    graph.customers[node]! <= MOST_CUSTOMERS && mayJoin(graph.text(node), rules, apart) ? 1 : 0,
  );
  const root = Uint32Array.from({ length: graph.size }, (_, node) => node);
  for (let i = 0; i < pairs.size; i++) {
    const [a, b] = [pairs.first(i), pairs.second(i)];
    if (graph.contacts[a]! <= MOST_CONTACTS && joins[a] && joins[b]) unite(root, a, b);
  }
  return root;
}

function mayJoin(text: string, rules: PeopleRules, apart: ReadonlySet<string>): boolean {
  const sort = sortOfIdentifier(text);
  if (sort === 'id') return true;
  return (sort === 'email' ? rules.byEmail : rules.byPhone) && !isMasked(text) && !apart.has(text);
}

/** The persons that have several keys; the one with most keys first. */
function mergedPersons(graph: IdentifierGraph, root: Uint32Array): MergedPerson[] {
  const keys = new Uint32Array(root.length);
  for (let node = 0; node < root.length; node++) if (graph.isKey(node)) keys[find(root, node)]!++;
  const persons = new Map<number, { keys: string[]; by: string[] }>();
  for (let node = 0; node < root.length; node++) {
    const top = find(root, node);
    if (keys[top]! < 2) continue;
    let person = persons.get(top);
    if (!person) persons.set(top, (person = { keys: [], by: [] }));
    const text = graph.text(node);
    if (graph.isKey(node)) person.keys.push(text);
    // A contact that only one of the keys has brought nobody to another.
    const connects = graph.isKey(node) || graph.customers[node]! + graph.contacts[node]! > 1;
    if (connects && sortOfIdentifier(text) !== 'id') person.by.push(text);
  }
  return [...persons.values()]
    .map((person) => ({ keys: person.keys.sort(byRank), by: person.by.sort(compare) }))
    .map((person) => ({ key: person.keys[0]!, ...person }))
    .sort((a, b) => b.keys.length - a.keys.length || compare(a.key, b.key));
}

function sharedContacts(graph: IdentifierGraph): SharedContact[] {
  const shared: SharedContact[] = [];
  graph.customers.forEach((customers, node) => {
    if (customers > MOST_CUSTOMERS) shared.push({ text: graph.text(node), customers });
  });
  return shared.sort((a, b) => b.customers - a.customers || compare(a.text, b.text));
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
