import type { RecordKind } from '../../terms/fields';
import { NONE } from '../columns/batch';
import type { OrderTable } from '../columns/order-table';
import { pickRecords } from '../tables/pick-records';
import type { RecordTable } from '../tables/record-table';
import type { ShopTables } from '../tables/shop-tables';

/** The tables of some of the persons, and which rows of the whole shop's records the rows of theirs are. */
export interface TablesAmong extends ShopTables {
  rowsOf(kind: RecordKind): Uint32Array;
}

/**
 * The shop as if only some persons had bought and been heard of. Indices of persons and orders stay; the file's first and last day do too.
 *
 * @param isIn    per person, 1 for who stays
 * @param nobody  whether records of nobody known stay
 * Cost: one pass over customers and their orders, made when first read.
 */
export function tablesAmong(tables: ShopTables, isIn: Uint8Array, nobody: boolean): TablesAmong {
  let orders: OrderTable | null = null;
  let placed: OrderTable | null = null;
  const records = new Map<RecordKind, { table: RecordTable; rows: Uint32Array }>();
  const of = (kind: RecordKind) => {
    let picked = records.get(kind);
    if (!picked) records.set(kind, (picked = recordsAmong(tables.records(kind), isIn, nobody)));
    return picked;
  };
  return {
    get orders() {
      return (orders ??= ordersAmong(tables.orders, isIn));
    },
    get placed() {
      return (placed ??= ordersAmong(tables.placed, isIn));
    },
    get facts() {
      return tables.facts;
    },
    persons: tables.persons,
    records: (kind) => of(kind).table,
    rowsOf: (kind) => of(kind).rows,
  };
}

function ordersAmong(orders: OrderTable, isIn: Uint8Array): OrderTable {
  const first = new Uint32Array(orders.customers + 1);
  for (let c = 0; c < orders.customers; c++) first[c + 1] = first[c]! + (isIn[c] ? orders.first[c + 1]! - orders.first[c]! : 0);
  const count = first[orders.customers]!;
  const day = new Int32Array(count);
  const net = new Float64Array(count);
  const ledgerOrder = new Uint32Array(count);
  for (let c = 0; c < orders.customers; c++) {
    let to = first[c]!;
    for (let i = orders.first[c]!; to < first[c + 1]!; i++, to++) {
      day[to] = orders.day[i]!;
      net[to] = orders.net[i]!;
      ledgerOrder[to] = orders.ledgerOrder[i]!;
    }
  }
  return { ...orders, orders: count, first, day, net, ledgerOrder, refunds: refundsAmong(orders.refunds, isIn) };
}

function refundsAmong(refunds: OrderTable['refunds'], isIn: Uint8Array): OrderTable['refunds'] {
  const rows = Uint32Array.from(refunds.customer.keys()).filter((row) => isIn[refunds.customer[row]!]);
  return {
    customer: rows.map((row) => refunds.customer[row]!),
    day: Int32Array.from(rows, (row) => refunds.day[row]!),
    amountMinor: Float64Array.from(rows, (row) => refunds.amountMinor[row]!),
  };
}

function recordsAmong(table: RecordTable, isIn: Uint8Array, nobody: boolean): { table: RecordTable; rows: Uint32Array } {
  const stays = (person: number): boolean => (person === NONE ? nobody : isIn[person] === 1);
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) => stays(table.person[row]!));
  return { table: rows.length === table.rows ? table : pickRecords(table, rows), rows };
}
