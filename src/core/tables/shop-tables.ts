import type { Day } from '../../terms/day';
import type { RecordKind } from '../../terms/fields';
import type { RefundView } from '../../terms/view';
import type { Ledger } from '../columns/ledger';
import type { OrderTable } from '../columns/order-table';
import { orderTableFor } from '../columns/order-table-for';
import type { RecordBatch } from '../columns/records';
import type { People } from '../people/people';
import { ledgerFacts, namedCustomers } from './ledger-facts';
import type { OrderFacts } from './order-facts';
import { Persons, RECORD_KINDS } from './persons';
import { recordTable, withReferrers, type RecordTable } from './record-table';
import { recordsAsOf } from './records-as-of';

/**
 * All that metrics read of a shop: as known on one as-of day, under one refund view. Each table is made when it is first read, so a metric
 * costs what it looks at.
 *
 * Persons are numbered: those of the ledger first (`orders.customers` of them), then people whom only records know.
 */
export interface ShopTables {
  /** The purchases of the view. */
  readonly orders: OrderTable;
  /** Every order placed, whatever was given back for it later: the purchases of the view `ignore`. */
  readonly placed: OrderTable;
  readonly facts: OrderFacts;
  /** How many persons there are: customers of the ledger and people known from records only. */
  readonly persons: number;
  /** Records of a kind; none where no file of the kind was kept. */
  records(kind: RecordKind): RecordTable;
}

/** What a shop is made of: its book, who is who, and the records that count. */
export interface ShopColumns {
  ledger: Ledger;
  people: People;
  records: readonly RecordBatch[];
}

/** The tables of a shop, however they are viewed. */
export class ShopBook {
  readonly #shop: ShopColumns;
  readonly #orders = new Kept<OrderTable>();
  readonly #facts = new Kept<OrderFacts>();
  readonly #known = new Kept<Map<RecordKind, RecordTable>>();
  #whole: { persons: Persons; records: Map<RecordKind, RecordTable> } | null = null;

  constructor(shop: ShopColumns) {
    this.#shop = shop;
  }

  /** The tables as known on `asOf` under a refund view. */
  tables({ refunds, asOf }: { refunds: RefundView; asOf: Day }): ShopTables {
    const book = this;
    return {
      get orders() {
        return book.orders(refunds, asOf);
      },
      get placed() {
        return book.orders('ignore', asOf);
      },
      get facts() {
        return book.#facts.get(String(asOf), () => ledgerFacts(book.#shop.ledger, asOf));
      },
      get persons() {
        return book.#all().persons.size;
      },
      records: (kind) => this.#asOf(asOf).get(kind)!,
    };
  }

  /** The purchases of a view. */
  orders(refunds: RefundView, asOf: Day): OrderTable {
    return this.#orders.get(`${refunds}/${asOf}`, () => orderTableFor(this.#shop.ledger, refunds, asOf));
  }

  /** Key of a person beyond the customers of the ledger. */
  keyBeyond(person: number): string {
    return this.#all().persons.keyBeyond(person);
  }

  #asOf(asOf: Day): Map<RecordKind, RecordTable> {
    return this.#known.get(
      String(asOf),
      () => new Map(RECORD_KINDS.map((kind) => [kind, recordsAsOf(this.#all().records.get(kind)!, asOf)])),
    );
  }

  #all(): { persons: Persons; records: Map<RecordKind, RecordTable> } {
    if (this.#whole) return this.#whole;
    const { ledger, people, records } = this.#shop;
    const persons = new Persons(people, ledger.customers, namedCustomers(ledger), ledger.codes.customerText);
    const ofKind = (kind: RecordKind) =>
      recordTable(
        kind,
        records.filter((batch) => batch.kind === kind),
        (batch) => persons.of(batch),
      );
    const tables = RECORD_KINDS.map(ofKind);
    // Whoever brought somebody may be known from any file, so all of them are read first.
    const withThem = tables.map((table) => withReferrers(table, (text) => persons.find(text)));
    return (this.#whole = { persons, records: new Map(withThem.map((table) => [table.kind, table])) });
  }
}

/** The last few of a sort of table: each holds a number per order. */
class Kept<T> {
  readonly #tables = new Map<string, T>();

  get(key: string, make: () => T): T {
    const table = this.#tables.get(key) ?? make();
    // What was asked for last stands last, so the first is the one to forget.
    this.#tables.delete(key);
    this.#tables.set(key, table);
    if (this.#tables.size > MOST) this.#tables.delete(this.#tables.keys().next().value!);
    return table;
  }
}
const MOST = 4;
