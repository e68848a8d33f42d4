import { FIELDS, PERSON_ROLES, type Field, type RecordKind } from '../../terms/fields';
import { NO_DAY, NONE } from '../columns/batch';
import { FLAG_UNKNOWN, FLAG_YES, type RecordField } from '../columns/records';
import { RECORD_KINDS } from '../tables/persons';
import type { FieldValues, RecordTable } from '../tables/record-table';
import type { ShopTables } from '../tables/shop-tables';
import type { OrderAttribute, OrderTimes } from '../tables/order-facts';

export type SqlType = 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'DOUBLE' | 'DATE' | 'BOOLEAN';

/** A column by row: texts, numbers (a DATE is a day since 1970-01-01), truth, or null. */
export interface SqlColumn {
  name: string;
  type: SqlType;
  value: (row: number) => string | number | boolean | null;
}

export interface SqlTable {
  name: string;
  rows: number;
  columns: SqlColumn[];
}

/** Table of each kind of records. */
export const TABLE_OF_KIND: Record<RecordKind, string> = {
  customers: 'members',
  answers: 'answers',
  points: 'points',
  feedback: 'feedback',
  contacts: 'contacts',
};

/**
 * The tables that the SQL twins read, as known on the day of `tables`: money in minor units, days as DATE, persons by key. Names, e-mail
 * addresses and phone numbers stand in none of them.
 *
 * - `orders(customer, order_id, day, net)`: the purchases of the view; `refunds(customer, day, amount)`: money that lowers revenue on its
 *   own day in this view.
 * - `placed(order_id, order_number, customer, day, second, gross, refunded, discount, category, country, channel, product, promised,
 *   promised_second, delivered, delivered_second)`: every order placed, before refunds, under the same `order_id`.
 * - `members`, `answers`, `points`, `feedback`, `contacts`: records; `record`, `person`, `day`, `second` and one column per field of
 *   terms/fields, with `-` as `_`; a day has its time in `<field>_second`, a flag the day it became true in `<field>_day`; the order a
 *   record is about is `order_number`. The members' `referrer_person` is the person whom `referrer` names; answers of one line of a file
 *   share their `form`, and the `scale` of a score is written as `0-10`.
 */
export function sqlTables(tables: ShopTables, keyOf: (person: number) => string): SqlTable[] {
  return [
    ordersTable(tables, keyOf),
    placedTable(tables, keyOf),
    refundsTable(tables, keyOf),
    ...RECORD_KINDS.map((kind) => recordsTable(tables.records(kind), keyOf)),
  ];
}

function ordersTable({ orders }: ShopTables, keyOf: (person: number) => string): SqlTable {
  const customer = customerOfRow(orders.first, orders.orders);
  return {
    name: 'orders',
    rows: orders.orders,
    columns: [
      { name: 'customer', type: 'VARCHAR', value: (row) => keyOf(customer[row]!) },
      { name: 'order_id', type: 'BIGINT', value: (row) => orders.ledgerOrder[row]! },
      { name: 'day', type: 'DATE', value: (row) => orders.day[row]! },
      { name: 'net', type: 'DOUBLE', value: (row) => orders.net[row]! },
    ],
  };
}

function placedTable({ placed, facts }: ShopTables, keyOf: (person: number) => string): SqlTable {
  const customer = customerOfRow(placed.first, placed.orders);
  const order = (row: number): number => placed.ledgerOrder[row]!;
  const text = (name: OrderAttribute): SqlColumn => ({
    name,
    type: 'VARCHAR',
    value: (row) => {
      const texts = facts.attribute(name);
      const code = texts?.codes[order(row)] ?? NONE;
      return code === NONE ? null : texts!.texts[code]!;
    },
  });
  return {
    name: 'placed',
    rows: placed.orders,
    columns: [
      { name: 'order_id', type: 'BIGINT', value: order },
      { name: 'order_number', type: 'VARCHAR', value: (row) => facts.number(order(row)) || null },
      { name: 'customer', type: 'VARCHAR', value: (row) => keyOf(customer[row]!) },
      { name: 'day', type: 'DATE', value: (row) => placed.day[row]! },
      { name: 'gross', type: 'DOUBLE', value: (row) => facts.gross[order(row)]! },
      { name: 'refunded', type: 'DOUBLE', value: (row) => facts.refunded[order(row)]! },
      { name: 'discount', type: 'DOUBLE', value: (row) => facts.discount?.[order(row)] ?? null },
      text('category'),
      text('country'),
      text('channel'),
      text('product'),
      ...timeColumns('promised', facts.promised, order),
      ...timeColumns('delivered', facts.delivered, order),
    ],
  };
}

function timeColumns(name: string, times: OrderTimes | null, order: (row: number) => number): SqlColumn[] {
  return [
    { name, type: 'DATE', value: (row) => dayOrNull(times?.day[order(row)] ?? NO_DAY) },
    { name: `${name}_second`, type: 'INTEGER', value: (row) => secondOrNull(times?.second[order(row)] ?? -1) },
  ];
}

function refundsTable({ orders: { refunds } }: ShopTables, keyOf: (person: number) => string): SqlTable {
  return {
    name: 'refunds',
    rows: refunds.customer.length,
    columns: [
      { name: 'customer', type: 'VARCHAR', value: (row) => keyOf(refunds.customer[row]!) },
      { name: 'day', type: 'DATE', value: (row) => refunds.day[row]! },
      { name: 'amount', type: 'DOUBLE', value: (row) => refunds.amountMinor[row]! },
    ],
  };
}

function recordsTable(table: RecordTable, keyOf: (person: number) => string): SqlTable {
  const told = FIELDS[table.kind].filter(({ role }) => role !== 'date' && role !== 'customer-name' && !isPersonRole(role));
  const form: SqlColumn = { name: 'form', type: 'VARCHAR', value: (row) => `${table.importId[row]!}/${table.line[row]!}` };
  const ofAnswers = table.kind === 'answers' ? [...fieldColumns({ role: 'scale', type: 'text' }, table.fields.scale), form] : [];
  return {
    name: TABLE_OF_KIND[table.kind],
    rows: table.rows,
    columns: [
      { name: 'record', type: 'BIGINT', value: (row) => row },
      { name: 'person', type: 'VARCHAR', value: (row) => (table.person[row] === NONE ? null : keyOf(table.person[row]!)) },
      { name: 'day', type: 'DATE', value: (row) => dayOrNull(table.day[row]!) },
      { name: 'second', type: 'INTEGER', value: (row) => secondOrNull(table.second[row]!) },
      ...told.flatMap((field) => fieldColumns(field, table.fields[field.role])),
      ...ofAnswers,
      ...(table.kind === 'customers' ? [referrerColumn(table, keyOf)] : []),
    ],
  };
}

function referrerColumn({ referrer }: RecordTable, keyOf: (person: number) => string): SqlColumn {
  const of = (row: number): number => referrer?.[row] ?? NONE;
  return { name: 'referrer_person', type: 'VARCHAR', value: (row) => (of(row) === NONE ? null : keyOf(of(row))) };
}

function isPersonRole(role: Field['role']): boolean {
  return (PERSON_ROLES as readonly string[]).includes(role);
}

function fieldColumns({ role, type }: { role: RecordField; type: Field['type'] }, field: FieldValues | undefined): SqlColumn[] {
  const name = role === 'order' ? 'order_number' : role.replaceAll('-', '_');
  if (type === 'text') {
    const texts = field?.type === 'text' ? field : null;
    return [{ name, type: 'VARCHAR', value: (row) => (!texts || texts.codes[row] === NONE ? null : texts.texts[texts.codes[row]!]!) }];
  }
  if (type === 'number') {
    const numbers = field?.type === 'number' ? field.values : null;
    return [{ name, type: 'DOUBLE', value: (row) => (!numbers || Number.isNaN(numbers[row]!) ? null : numbers[row]!) }];
  }
  if (type === 'day') {
    const days = field?.type === 'day' ? field : null;
    return [
      { name, type: 'DATE', value: (row) => dayOrNull(days?.day[row] ?? NO_DAY) },
      { name: `${name}_second`, type: 'INTEGER', value: (row) => secondOrNull(days?.second[row] ?? -1) },
    ];
  }
  const flags = field?.type === 'flag' ? field : null;
  return [
    { name, type: 'BOOLEAN', value: (row) => (!flags || flags.values[row] === FLAG_UNKNOWN ? null : flags.values[row] === FLAG_YES) },
    { name: `${name}_day`, type: 'DATE', value: (row) => dayOrNull(flags?.day[row] ?? NO_DAY) },
  ];
}

function dayOrNull(day: number): number | null {
  return day === NO_DAY ? null : day;
}

function secondOrNull(second: number): number | null {
  return second < 0 ? null : second;
}

/** Customer of each row of a table clustered by customer. */
function customerOfRow(first: Uint32Array, rows: number): Uint32Array {
  const customer = new Uint32Array(rows);
  for (let c = 0; c < first.length - 1; c++) customer.fill(c, first[c]!, first[c + 1]!);
  return customer;
}
