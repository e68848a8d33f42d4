import { dayFromIso, type Day } from '../../terms/day';
import { FIELDS, type Field, type RecordKind } from '../../terms/fields';
import { NO_DAY, NONE } from '../columns/batch';
import { Dictionary } from '../columns/dictionary';
import { orderTableOf, type OrderLiteral } from '../columns/order-literals';
import type { OrderTable } from '../columns/order-table';
import { FLAG_NO, FLAG_UNKNOWN, FLAG_YES, type RecordBatch, type RecordColumn, type RecordField } from '../columns/records';
import type { OrderAttribute, OrderFacts, OrderTexts, OrderTimes } from './order-facts';
import { orderItemsOf, type ItemKind, type OrderItems } from './order-items';
import { RECORD_KINDS } from './persons';
import { recordTable, withReferrers, type RecordTable } from './record-table';
import { recordsAsOf } from './records-as-of';
import type { ShopTables } from './shop-tables';

/**
 * A record written out for a test or a worked example, by field. `person` is the key of who it is about. Days are ISO dates, with a time of
 * day after a `T` where there is one. A flag is true or false, or the ISO date on which it became true.
 */
export type RecordLiteral = { person?: string } & Partial<Record<RecordField, string | number | boolean>>;

/** A small shop written out. */
export interface ShopLiterals {
  orders: readonly OrderLiteral[];
  records?: Partial<Record<RecordKind, readonly RecordLiteral[]>>;
}

/** The tables of a few literal orders and records; what is later than `asOf` does not exist. `names` are the keys of the persons. */
export function shopTablesOf({ orders, records = {} }: ShopLiterals, asOf: Day = Infinity): ShopTables & { names: string[] } {
  const { names, ...table } = orderTableOf(withoutRefunded(orders), asOf);
  const placed = orderTableOf(orders, asOf);
  const people = [...names];
  const numberOf = (key: string): number => (people.includes(key) ? people.indexOf(key) : people.push(key) - 1);
  const tables = new Map<RecordKind, RecordTable>();
  for (const kind of RECORD_KINDS) {
    const literals = records[kind] ?? [];
    const person = Uint32Array.from(literals, (one) => (one.person === undefined ? NONE : numberOf(one.person)));
    tables.set(
      kind,
      recordTable(kind, literals.length > 0 ? [recordBatch(kind, literals)] : [], () => person),
    );
  }
  const known = (text: string): number | null => (people.includes(text) ? people.indexOf(text) : null);
  for (const [kind, whole] of tables) tables.set(kind, recordsAsOf(withReferrers(whole, known), asOf));
  return {
    names: people,
    orders: table,
    placed,
    facts: literalFacts(orders),
    persons: people.length,
    records: (kind) => tables.get(kind)!,
  };
}

/** The purchases when refunds lower their orders: `net` is what was paid, less `refunded`. */
function withoutRefunded(orders: readonly OrderLiteral[]): OrderLiteral[] {
  return orders.map((order) => ({ ...order, net: order.net - (order.refunded ?? 0) }));
}

function literalFacts(orders: readonly OrderLiteral[]): OrderFacts {
  const attributes = new Map<OrderAttribute, OrderTexts | null>();
  const items = new Map<ItemKind, OrderItems | null>();
  return {
    gross: Float64Array.from(orders, (order) => order.net),
    refunded: Float64Array.from(orders, (order) => order.refunded ?? 0),
    discount: orders.some((order) => order.discount !== undefined) ? Float64Array.from(orders, (order) => order.discount ?? 0) : null,
    promised: timesOf(orders.map((order) => order.promised)),
    delivered: timesOf(orders.map((order) => order.delivered)),
    attribute: (name) => {
      if (!attributes.has(name)) attributes.set(name, textsOfOrders(orders.map((order) => order[name])));
      return attributes.get(name)!;
    },
    items: (kind) => {
      if (!items.has(kind))
        items.set(
          kind,
          orderItemsOf(
            kind,
            orders.map((order) => goodsOf(order, kind)),
          ),
        );
      return items.get(kind)!;
    },
    number: (order) => `#${order + 1}`,
  };
}

/** The goods of an order that is written out, one by one. */
function goodsOf({ category, product, goods }: OrderLiteral, kind: ItemKind): readonly string[] {
  if (kind === 'product' && goods !== undefined) return goods.split(' + ');
  const one = kind === 'category' ? category : product;
  return one === undefined ? [] : [one];
}

function textsOfOrders(texts: readonly (string | undefined)[]): OrderTexts | null {
  const different = [...new Set(texts.filter((text) => text !== undefined))];
  if (different.length === 0) return null;
  return { texts: different, codes: Uint32Array.from(texts, (text) => (text === undefined ? NONE : different.indexOf(text))) };
}

function timesOf(texts: readonly (string | undefined)[]): OrderTimes | null {
  if (texts.every((text) => text === undefined)) return null;
  return { day: Int32Array.from(texts, dayOfText), second: Int32Array.from(texts, secondOfText) };
}

function dayOfText(text: string | number | boolean | undefined): Day {
  if (typeof text !== 'string') return NO_DAY;
  const day = dayFromIso(text.slice(0, 10));
  if (day === null) throw new Error(`not an ISO date: ${text}`);
  return day;
}

function secondOfText(text: string | number | boolean | undefined): number {
  const time = typeof text === 'string' ? /T(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) : null;
  return time ? Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0) : -1;
}

function recordBatch(kind: RecordKind, literals: readonly RecordLiteral[]): RecordBatch {
  const fields: RecordBatch['fields'] = {};
  const named: readonly Field[] = kind === 'answers' ? [...FIELDS[kind], SCALE] : FIELDS[kind];
  for (const { role, type } of named) {
    const name = role as RecordField;
    const cells = literals.map((literal) => literal[name]);
    if (cells.some((cell) => cell !== undefined)) fields[name] = columnOf(type, cells);
  }
  return { importId: 1, kind, rows: literals.length, line: Uint32Array.from(literals, (_, i) => i + 2), fields };
}

/** An answer's scale is found out on the way in and stands in no column of the file. */
const SCALE = { role: 'scale', type: 'text' } as unknown as Field;

type Cell = string | number | boolean | undefined;

function columnOf(type: RecordColumn['type'], cells: readonly Cell[]): RecordColumn {
  if (type === 'number') return { type, values: Float64Array.from(cells, (cell) => (cell === undefined ? NaN : Number(cell))) };
  if (type === 'day') return { type, values: Int32Array.from(cells, dayOfText), seconds: Int32Array.from(cells, secondOfText) };
  if (type === 'flag') return { type, values: Uint8Array.from(cells, flagOf), days: Int32Array.from(cells, dayOfText) };
  const dictionary = new Dictionary();
  const codes = Uint32Array.from(cells, (cell) => (cell === undefined ? NONE : dictionary.add(String(cell))));
  return { type, codes, texts: dictionary.pack() };
}

function flagOf(cell: Cell): number {
  if (cell === undefined) return FLAG_UNKNOWN;
  return cell === false ? FLAG_NO : FLAG_YES;
}

/** Tables of which only the orders are known, as for a test of one of them. */
export function ordersOnly(orders: OrderTable, facts: OrderFacts): ShopTables {
  const empty = new Map(RECORD_KINDS.map((kind) => [kind, recordTable(kind, [], () => new Uint32Array(0))]));
  return { orders, placed: orders, facts, persons: orders.customers, records: (kind) => empty.get(kind)! };
}
