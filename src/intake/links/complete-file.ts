import type { DateOrder, ImportPlan } from '../../terms/plan';
import type { Join } from '../../terms/preview';
import type { Role } from '../../terms/role';
import { certainOrder } from '../dates/date-readings';
import { guessCurrency } from '../meaning/guess-plan';
import { broughtColumn, markedColumn, partnersOf, type Partners } from './join-tables';
import { keyRoleOf, type KeyRole } from '../meaning/key-role';
import { ordersWithOwnKey } from '../meaning/key-per-order';
import { LinkFinder, shareOf, type Link, type LinkedFile } from './link-files';
import { returnMark } from './return-mark';
import { isComplete } from '../meaning/is-complete';
import type { RawColumn } from '../table/raw-table';
import type { Readings } from '../cells/readings';
import { wantedRoles } from '../meaning/wanted-roles';

/** What the user said about columns that were brought: the meaning of each by `file/name`, and the order of dates. */
export interface Said {
  roles: ReadonlyMap<string, Role>;
  dateOrder: DateOrder | null;
}

/** A file with the columns that it takes from others. */
export interface CompletedFile {
  readings: Readings;
  plan: ImportPlan;
  joins: Join[];
  /** Where the brought columns come from, in their order. */
  brought: readonly string[];
  /** Column of another file that tells people apart where the key of this file is another one on every order; by file. */
  personOf: { file: number; column: number } | null;
}

/** Files that are asked at most. */
const MOST_JOINS = 6;

/**
 * Brings to a file what it lacks and others have: the day and the customer of an order's lines, the person behind a number that is another
 * one on every order, the product's category. One file is asked after the other, also by a key that came from the one before.
 *
 * Rows without a partner get blank cells; no row is added and none is lost. Cost: linear in the rows of the files that are asked.
 */
export function completeFile(base: LinkedFile, others: readonly LinkedFile[], said: Said, finder = new LinkFinder()): CompletedFile {
  const now = new Joining(base, said, finder);
  for (let step = 0; step < MOST_JOINS; step++) {
    const offers = others.filter(({ file }) => file !== base.file && !now.hasAsked(file)).flatMap((other) => now.offersOf(other));
    if (offers.length === 0) break;
    now.take(offers.reduce((a, b) => (b.worth > a.worth ? b : a)));
  }
  return now.completed();
}

/** What one other file could bring by one link. */
interface Offer {
  other: LinkedFile;
  link: Link;
  columns: { column: number; role: Role }[];
  /** Column of this table whose meaning goes to a brought one, or -1. */
  replaces: number;
  mark: ReturnType<typeof returnMark>;
  worth: number;
}

/** A file while columns are brought to it. */
class Joining {
  readonly #base: LinkedFile;
  readonly #said: Said;
  readonly #finder: LinkFinder;
  #readings: Readings;
  #roles: Role[];
  #columns: RawColumn[] = [];
  #brought: string[] = [];
  #joins: Join[] = [];
  #personOf: CompletedFile['personOf'] = null;

  constructor(base: LinkedFile, said: Said, finder: LinkFinder) {
    this.#base = base;
    this.#said = said;
    this.#finder = finder;
    this.#readings = base.readings;
    this.#roles = [...base.plan.roles];
  }

  hasAsked(file: number): boolean {
    return this.#joins.some((join) => join.file === file);
  }

  offersOf(other: LinkedFile): Offer[] {
    return this.#finder.links(this.#readings, this.#keyRoles(), other).flatMap((link) => this.#offer(other, link) ?? []);
  }

  take({ other, link, columns, replaces, mark }: Offer): void {
    const partners = partnersOf(link.asked, link.answering, link.overlap);
    const from = this.#name(link.here);
    const fresh = columns.map(({ column, role }) => ({ column: broughtColumn(other.readings.table.columns[column]!, partners), role }));
    if (mark) fresh.push({ column: this.#marked(partners, other, mark), role: 'status' });
    if (replaces >= 0) this.#roles[replaces] = 'ignore';
    for (const { column, role } of fresh) {
      const key = `${other.file}/${column.name}`;
      this.#columns.push(column);
      this.#brought.push(key);
      this.#roles.push(this.#said.roles.get(key) ?? role);
    }
    this.#readings = this.#base.readings.beside(this.#columns);
    this.#joins.push({
      file: other.file,
      name: other.name,
      on: [from, other.plan.header[link.there]!],
      brings: fresh.map(({ column }) => column.name),
      found: partners.found,
      unasked: partners.unasked,
    });
    if (replaces >= 0 && !mark) this.#personOf = { file: other.file, column: columns[0]!.column };
  }

  completed(): CompletedFile {
    return {
      readings: this.#readings,
      plan: this.#plan(),
      joins: this.#joins,
      brought: this.#brought,
      personOf: this.#personOf,
    };
  }

  #plan(): ImportPlan {
    const { plan } = this.#base;
    if (this.#columns.length === 0) return plan;
    const own = plan.header.length;
    const date = this.#roles.indexOf('date');
    const currency = this.#roles.indexOf('currency');
    const joined: ImportPlan = {
      ...plan,
      header: [...plan.header, ...this.#columns.map((column) => column.name)],
      roles: this.#roles,
      brought: this.#columns.length,
      dateOrder:
        date < own ? plan.dateOrder : (this.#said.dateOrder ?? certainOrder(this.#readings.dates(date), this.#readings.dateReadings(date))),
      currency: currency >= own && plan.currency.code === '' ? guessCurrency(this.#readings, this.#roles) : plan.currency,
    };
    // What the file could not be by itself it is with the others.
    return isComplete(joined) ? { ...joined, preset: isComplete(plan) ? plan.preset : null } : joined;
  }

  #offer(other: LinkedFile, link: Link): Offer | null {
    const settled = (column: number): boolean => column !== link.there && this.#finder.isSettled(link, other, column);
    const wanted = wantedRoles(this.#base.plan.kind, link.role, this.#roles, other.plan);
    const columns = other.plan.roles.flatMap((role, column) => (wanted.includes(role) && settled(column) ? [{ column, role }] : []));
    const mark = link.role === 'order' ? returnMark(other, settled) : null;
    const marked = mark ? columns.filter(({ role }) => role !== 'status') : columns;
    const person = this.#betterPerson(other, link, settled);
    if (person >= 0) marked.unshift({ column: person, role: 'customer' });
    if (marked.length === 0 && !mark) return null;
    const worth = marked.reduce((sum, { role }) => sum + (NEEDED.includes(role) ? 100 : 1), mark ? 10 : 0) + shareOf(link.overlap);
    const replaces = person >= 0 ? link.here : mark ? this.#roles.indexOf('status') : -1;
    return { other, link, columns: marked, replaces, mark, worth };
  }

  /** The column that tells people apart where the key here does not: it is another one on every order, and there several of them are one. */
  #betterPerson(other: LinkedFile, link: Link, settled: (column: number) => boolean): number {
    if (link.role !== 'customer' || this.#roles[link.here] !== 'customer' || !this.#isPerOrder(link.here)) return -1;
    const keys = link.answering.keys.keys.size;
    let best = -1;
    let most = 0;
    other.plan.header.forEach((header, column) => {
      if (keyRoleOf(other.plan.roles[column]!, header, other.name) !== 'customer' || !settled(column)) return;
      const said = this.#said.roles.get(`${other.file}/${header}`);
      const people = other.readings.keys(column, 'customer').keys.size;
      if ((said !== undefined && said !== 'customer') || people >= keys || people <= most || people * MOST_ORDERS < keys) return;
      best = column;
      most = people;
    });
    return best;
  }

  /** Whether each order has a customer of its own and each customer one order. */
  #isPerOrder(customer: number): boolean {
    const order = this.#roles.indexOf('order');
    return order >= 0 && ordersWithOwnKey(this.#readings, order, customer) > 0;
  }

  #marked(partners: Partners, other: LinkedFile, mark: NonNullable<Offer['mark']>): RawColumn {
    const status = this.#roles.indexOf('status');
    const own = status < 0 ? null : this.#readings.table.columns[status]!;
    const { name, codes } = other.readings.table.columns[mark.column]!;
    return markedColumn(name, partners, { marked: mark.marked, codes: codes.view(), word: mark.word }, own);
  }

  #keyRoles(): (KeyRole | null)[] {
    return this.#roles.map((role, column) => keyRoleOf(role, this.#name(column), this.#base.name));
  }

  #name(column: number): string {
    return this.#readings.table.columns[column]!.name;
  }
}

/** Roles without which a file says nothing. */
const NEEDED: readonly Role[] = ['date', 'customer', 'email', 'phone'];
/** Orders that people have on average, at most; what fits more orders than that is no person but a town. */
const MOST_ORDERS = 50;
