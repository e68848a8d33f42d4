import { AppError } from '../terms/app-error';
import type { Answer } from '../terms/answer';
import { GUEST_SIGN } from '../terms/guest-sign';
import type { ImportCard, ShopCard, Standing } from '../terms/shop';
import type { View } from '../terms/view';
import { attributesOf, customerAttribute, customerColumns, type CustomerAttribute } from '../core/customers/customer-columns';
import type { CustomerBook } from '../core/customers/select-customers';
import type { Attribute, Batch, LeftOut } from '../core/columns/batch';
import { buildLedger, type Ledger } from '../core/columns/ledger';
import { countedBatches, type CountingBatch } from '../core/columns/counted-batches';
import { recordMarks, type RecordMarks } from '../core/columns/record-marks';
import type { Repeats } from '../core/columns/without-repeats';
import { findPeople } from '../core/people/find-people';
import { identifiersOf, identifiersOfRecords, type Identifiers } from '../core/people/identifiers';
import type { People } from '../core/people/people';
import { DEFAULT_PEOPLE_RULES, type PeopleRules } from '../terms/people';
import { withPeople } from '../core/people/with-people';
import { countedRecords, repeatedRecords } from '../core/columns/repeated-records';
import type { RecordBatch } from '../core/columns/records';
import { ShopBook, type ShopTables } from '../core/tables/shop-tables';
import type { OrderTable } from '../core/columns/order-table';
import { lapseWindow } from '../core/metrics/lapse/lapse-window';
import type { Store } from '../storage/store';
import { countingImports, keptBatch, standingOf } from './counting-imports';
import type { ShopInfo } from './protocol';
import { recordSizes } from './record-sizes';

/** The shop that is open: its columns in memory, and what was computed from them since the data last changed. */
export class Session {
  readonly shop: ShopCard;
  imports: ImportCard[];
  /** Who is who, by the rules of the shop. */
  people: People;
  ledger: Ledger;
  revision: number;
  #batches = new Map<number, Batch>();
  /** The rows that count, by import, and what has become of the others. */
  #counted = new Map<number, Batch>();
  #standing: Record<number, Standing> = {};
  /** The records of the other kinds and who they are about, by import. */
  #records = new Map<number, RecordBatch>();
  /** The records that count, by import. */
  #countedRecords = new Map<number, RecordBatch>();
  #recordSizes: Pick<ShopInfo, 'records' | 'recordDays'> = { records: {}, recordDays: {} };
  #contacts = new Map<number, Identifiers>();
  #book: ShopBook;
  /** What their rows are told by, by import. */
  #marks = new Map<number, RecordMarks>();
  #leftOut = new Map<number, LeftOut>();
  #memo = new Map<keyof typeof KEPT, Map<string, unknown>>();
  #storedBytes = 0;

  private constructor(shop: ShopCard) {
    this.shop = shop;
    this.imports = [];
    this.people = findPeople([], DEFAULT_PEOPLE_RULES);
    this.ledger = buildLedger([]);
    this.#book = new ShopBook({ ledger: this.ledger, people: this.people, records: [] });
    this.revision = 0;
  }

  /** Opens a shop: reads what its imports brought. Throws 'engine/unknown-shop' and 'storage/damaged'. */
  static async open(store: Store, id: number, known: ReadonlyMap<number, Batch> = new Map()): Promise<Session> {
    const shop = (await store.shops()).find((card) => card.id === id);
    if (!shop) throw new AppError('engine/unknown-shop', { shop: id });
    const session = new Session(shop);
    await session.refresh(store, [...known.values()]);
    return session;
  }

  /** The columns in memory, by import; a session that follows this one need not read them again. */
  get batches(): ReadonlyMap<number, Batch> {
    return this.#batches;
  }

  /** What the rows of records are told by, by import. */
  get marks(): ReadonlyMap<number, RecordMarks> {
    return this.#marks;
  }

  /** Reads the list of imports again after some were added, taken back or put back, and makes the book anew. */
  async refresh(store: Store, added: readonly Batch[] = []): Promise<void> {
    for (const batch of added) this.#batches.set(batch.importId, batch);
    this.imports = await store.imports(this.shop.id);
    for (const card of this.imports) await this.#read(store, card);
    this.#storedBytes = await store.storedBytes(this.shop.id);
    this.#rebuild();
  }

  get rules(): PeopleRules {
    return this.shop.people ?? DEFAULT_PEOPLE_RULES;
  }

  /** Takes customers together by other rules, which the shop keeps. */
  async changeRules(store: Store, rules: PeopleRules): Promise<void> {
    await store.changePeople(this.shop.id, rules);
    this.shop.people = rules;
    this.#rebuild();
  }

  info(): ShopInfo {
    const { ledger } = this;
    return {
      ...this.shop,
      revision: this.revision,
      imports: this.imports,
      standing: this.#standing,
      lines: ledger.codes.customer.length,
      orders: ledger.orders,
      customers: ledger.customers,
      firstDay: ledger.firstDay,
      lastDay: ledger.lastDay,
      ...this.#recordSizes,
      attributes: attributesOf(ledger),
      storedBytes: this.#storedBytes,
    };
  }

  /** Computes a thing once per key until the data change. Of each kind only the last few are kept: some hold a number per customer. */
  once<T>(kind: keyof typeof KEPT, key: string, compute: () => T): T {
    let kept = this.#memo.get(kind);
    if (!kept) this.#memo.set(kind, (kept = new Map()));
    const value = kept.has(key) ? (kept.get(key) as T) : compute();
    // What was asked for last stands last, so the first is the one to forget.
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > KEPT[kind]) kept.delete(kept.keys().next().value!);
    return value;
  }

  /** All that metrics read in a view. */
  tables(view: Pick<View, 'refunds' | 'asOf'>): ShopTables {
    return this.#book.tables(view);
  }

  table({ refunds, asOf }: Pick<View, 'refunds' | 'asOf'>): OrderTable {
    return this.#book.orders(refunds, asOf);
  }

  /** Everything about the customers in a view, ready for lists. */
  book(view: View): CustomerBook {
    const table = this.table(view);
    return this.once('book', `${view.refunds}/${view.asOf}/${view.lapseDays}`, () => ({
      table,
      columns: customerColumns(this.ledger, table, view, lapseWindow(table, view).days),
      key: this.customerKey,
      name: this.#attribute('customer-name'),
      country: this.#attribute('country'),
    }));
  }

  /** Key of a person, as in the file; guests are told by their order, with a sign that no file key begins with. */
  customerKey = (customer: number): string => {
    if (customer >= this.ledger.customers) return this.#book.keyBeyond(customer);
    const text = this.ledger.codes.customerText(customer);
    return this.ledger.codes.isGuest(customer) ? `${GUEST_SIGN}${text || customer}` : text;
  };

  /** Rows of an import that were left out. */
  async leftOut(store: Store, importId: number): Promise<LeftOut> {
    const known = this.#leftOut.get(importId) ?? (await store.readLeftOut(importId));
    this.#leftOut.set(importId, known);
    return known;
  }

  answer(key: string, compute: () => Answer): Answer {
    return this.once('answer', key, compute);
  }

  #attribute(attribute: Attribute): CustomerAttribute | null {
    if (!attributesOf(this.ledger).includes(attribute)) return null;
    return this.once('attribute', attribute, () => customerAttribute(this.ledger, attribute));
  }

  async #read(store: Store, { id, kind }: ImportCard): Promise<void> {
    if (kind !== 'orders') {
      if (this.#contacts.has(id)) return;
      const records = await store.readRecords(id);
      this.#records.set(id, records);
      this.#contacts.set(id, identifiersOfRecords(records));
      this.#marks.set(id, recordMarks(records));
    } else if (!this.#batches.has(id)) this.#batches.set(id, await store.readBatch(id));
  }

  #rebuild(): void {
    const { batches, repeats, orders } = countedBatches(this.#kept());
    this.#counted = new Map(batches.map((batch) => [batch.importId, batch]));
    const kept = this.counting().flatMap(({ id, mode }) => (this.#marks.has(id) ? [{ mode, marks: this.#marks.get(id)! }] : []));
    const ofRecords = repeatedRecords(kept).map((one, k) => [kept[k]!.marks.importId, one] as const);
    const counted = ofRecords.map(([id, one]) => countedRecords(this.#records.get(id)!, one));
    this.#countedRecords = new Map(counted.map((batch) => [batch.importId, batch]));
    this.#recordSizes = recordSizes(counted);
    const ofOrders = batches.map((batch, b) => [batch.importId, repeats[b]!] as const);
    this.#standing = standingOf(this.imports, new Map<number, Repeats>([...ofOrders, ...ofRecords]));
    const records = this.counting().flatMap((card) => this.#contacts.get(card.id) ?? []);
    this.people = findPeople([...batches.map(identifiersOf), ...records], this.rules);
    this.ledger = buildLedger(
      batches.map((batch) => withPeople(batch, this.people)),
      orders,
    );
    this.#book = new ShopBook({ ledger: this.ledger, people: this.people, records: counted });
    this.#memo.clear();
    this.revision++;
  }

  /** The imports that count, oldest first. */
  counting(): ImportCard[] {
    return countingImports(this.imports);
  }

  /** The order lines that count, each customer under the file's own key. */
  kept(): Batch[] {
    return [...this.#counted.values()];
  }

  /** The order lines of an import that count; absent for one that does not count or is of another kind. */
  counted(importId: number): Batch | undefined {
    return this.#counted.get(importId);
  }

  /** The records of an import: all of them, and those that count; undefined for a file of orders and for one that does not count. */
  recordsOf(importId: number): { all: RecordBatch; counted: RecordBatch } | undefined {
    const [all, counted] = [this.#records.get(importId), this.#countedRecords.get(importId)];
    return all && counted ? { all, counted } : undefined;
  }

  #kept(): CountingBatch[] {
    return this.counting().flatMap((card) => {
      const batch = this.#batches.get(card.id);
      return batch ? [keptBatch(card, batch)] : [];
    });
  }
}

/** How many of each kind are kept in memory. An overview asks some ten answers; books are megabytes each at a million orders. */
const KEPT = { book: 3, attribute: 8, answer: 60, cell: 40, breakdown: 12, segments: 4, rows: 20, records: 10, sorted: 10, totals: 60 };
