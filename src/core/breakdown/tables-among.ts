import type { RecordKind } from '../../terms/fields';
import { NONE } from '../columns/batch';
import type { OrderTable } from '../columns/order-table';
import { pickRecords } from '../tables/pick-records';
import type { RecordTable } from '../tables/record-table';
import type { ShopTables } from '../tables/shop-tables';

/** Some persons of a shop: a segment. */
export interface Members {
  /** Ascending. */
  persons: Uint32Array;
  /** Number within the segment of every person of the shop, whatever segment it is in; shared by all segments. */
  place: Uint32Array;
  /** Whether records of nobody known are theirs. */
  nobody: boolean;
}

/** The tables of some persons, numbered anew from 0, and the way back. */
export interface TablesAmong extends ShopTables {
  /** Person of the shop by the number here. */
  personOf(local: number): number;
  /** Row of the shop's records by the row here. */
  rowsOf(kind: RecordKind): Uint32Array;
}

/**
 * The shop as if only some persons had bought and been heard of. Persons and rows of records have numbers of their own, so that a metric
 * costs what they are many; orders keep theirs, and the file its first and last day. Cost: linear in the persons, their orders and, where
 * they are read, all records; made when first read.
 */
export function tablesAmong(tables: ShopTables, members: Members): TablesAmong {
  const { persons } = members;
  // Who brought them may be of another segment: such people are known here too, after all others.
  const beyond: number[] = [];
  const made = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
  const of = (kind: RecordKind) => once(kind, () => recordsAmong(tables.records(kind), members, beyond));
  return {
    get orders() {
      return once('orders', () => ordersAmong(tables.orders, persons, members.place));
    },
    get placed() {
      return once('placed', () => ordersAmong(tables.placed, persons, members.place));
    },
    get facts() {
      return tables.facts;
    },
    get persons() {
      return persons.length + beyond.length;
    },
    records: (kind) => of(kind).table,
    rowsOf: (kind) => of(kind).rows,
    personOf: (local) => persons[local] ?? beyond[local - persons.length]!,
  };
}

function ordersAmong(orders: OrderTable, persons: Uint32Array, place: Uint32Array): OrderTable {
  let customers = 0;
  while (customers < persons.length && persons[customers]! < orders.customers) customers++;
  const first = new Uint32Array(customers + 1);
  for (let c = 0; c < customers; c++) first[c + 1] = first[c]! + orders.first[persons[c]! + 1]! - orders.first[persons[c]!]!;
  const count = first[customers]!;
  const day = new Int32Array(count);
  const net = new Float64Array(count);
  const ledgerOrder = new Uint32Array(count);
  for (let c = 0; c < customers; c++) {
    let to = first[c]!;
    for (let i = orders.first[persons[c]!]!; to < first[c + 1]!; i++, to++) {
      day[to] = orders.day[i]!;
      net[to] = orders.net[i]!;
      ledgerOrder[to] = orders.ledgerOrder[i]!;
    }
  }
  return { ...orders, customers, orders: count, first, day, net, ledgerOrder, refunds: refundsAmong(orders.refunds, persons, place) };
}

function refundsAmong(refunds: OrderTable['refunds'], persons: Uint32Array, place: Uint32Array): OrderTable['refunds'] {
  const rows: number[] = [];
  refunds.customer.forEach((customer, row) => {
    if (persons[place[customer]!] === customer) rows.push(row);
  });
  return {
    customer: Uint32Array.from(rows, (row) => place[refunds.customer[row]!]!),
    day: Int32Array.from(rows, (row) => refunds.day[row]!),
    amountMinor: Float64Array.from(rows, (row) => refunds.amountMinor[row]!),
  };
}

function recordsAmong(
  table: RecordTable,
  { persons, place, nobody }: Members,
  beyond: number[],
): { table: RecordTable; rows: Uint32Array } {
  const isHere = (person: number): boolean => persons[place[person]!] === person;
  const chosen: number[] = [];
  table.person.forEach((person, row) => {
    if (person === NONE ? nobody : isHere(person)) chosen.push(row);
  });
  const rows = Uint32Array.from(chosen);
  const picked = pickRecords(table, rows);
  const person = picked.person.map((one) => (one === NONE ? NONE : place[one]!));
  const { referrer } = picked;
  if (!referrer) return { table: { ...picked, person }, rows };
  const numberOf = (one: number): number => {
    if (one === NONE) return NONE;
    if (isHere(one)) return place[one]!;
    const at = beyond.indexOf(one);
    return persons.length + (at >= 0 ? at : beyond.push(one) - 1);
  };
  return { table: { ...picked, person, referrer: referrer.map(numberOf) }, rows };
}
