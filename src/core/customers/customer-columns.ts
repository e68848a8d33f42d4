import type { Day } from '../../terms/day';
import type { View } from '../../terms/view';
import { ATTRIBUTES, NONE, type Attribute } from '../columns/batch';
import type { Dictionary } from '../columns/dictionary';
import { placeOf, type Ledger } from '../columns/ledger';
import { mergeTexts } from '../columns/merge-texts';
import type { OrderTable } from '../columns/order-table';
import { CUSTOMER_STAGES } from './customer-table';
import { shopGap } from './shop-gap';

/** What is known of every customer with a purchase, one array per fact. Row i is customer `id[i]`; ids ascend. */
export interface CustomerColumns {
  count: number;
  /** The as-of day, and the silence in days after which the shop counts anybody as lapsed. */
  asOf: Day;
  lapseDays: number;
  /** The usual gap of the shop in days (`shopGap`); NaN where nobody came back. */
  shopGap: number;
  id: Uint32Array;
  orders: Uint32Array;
  orderDays: Uint32Array;
  /** Sum of all orders, before refunds, and what was refunded; net is the difference. Minor units. */
  gross: Float64Array;
  refund: Float64Array;
  net: Float64Array;
  /** NaN when the customer has fewer than three gaps. */
  usualGap: Float64Array;
  /** -1 when the customer has one order-day. */
  longestGap: Int32Array;
  firstDay: Int32Array;
  lastDay: Int32Array;
  silent: Int32Array;
  /** Index into `CUSTOMER_STAGES`. */
  stage: Uint8Array;
}

/**
 * The facts of every customer as of `view.asOf`; `from` and `to` do not matter here.
 * @param lapseDays  silence in days after which a customer counts as lapsed
 * Cost: one pass over the orders.
 */
export function customerColumns(ledger: Ledger, table: OrderTable, view: View, lapseDays: number): CustomerColumns {
  const id = withOrders(table);
  const count = id.length;
  const columns: CustomerColumns = {
    count,
    asOf: view.asOf,
    lapseDays,
    shopGap: shopGap(table),
    id,
    orders: new Uint32Array(count),
    orderDays: new Uint32Array(count),
    gross: new Float64Array(count),
    refund: new Float64Array(count),
    net: new Float64Array(count),
    usualGap: new Float64Array(count).fill(NaN),
    longestGap: new Int32Array(count).fill(-1),
    firstDay: new Int32Array(count),
    lastDay: new Int32Array(count),
    silent: new Int32Array(count),
    stage: new Uint8Array(count),
  };
  const booked = bookedByCustomer(table);
  for (let i = 0; i < count; i++) fillRow(columns, i, ledger, table, view, lapseDays, booked);
  return columns;
}

function withOrders(table: OrderTable): Uint32Array {
  const id = new Uint32Array(table.customers);
  let count = 0;
  for (let c = 0; c < table.customers; c++) if (table.first[c + 1]! > table.first[c]!) id[count++] = c;
  return id.slice(0, count);
}

function fillRow(
  columns: CustomerColumns,
  i: number,
  ledger: Ledger,
  table: OrderTable,
  view: View,
  lapseDays: number,
  booked: Float64Array,
): void {
  const c = columns.id[i]!;
  const begin = table.first[c]!;
  const end = table.first[c + 1]!;
  const gaps: number[] = [];
  let net = 0;
  for (let o = begin; o < end; o++) {
    net += table.net[o]!;
    if (o > begin && table.day[o]! > table.day[o - 1]!) gaps.push(table.day[o]! - table.day[o - 1]!);
  }
  const last = table.day[end - 1]!;
  columns.orders[i] = end - begin;
  columns.orderDays[i] = gaps.length + 1;
  columns.net[i] = net - booked[c]!;
  // Purchases that were refunded in full are sales and refunds of the customer too.
  let gross = 0;
  for (let o = ledger.first[c]!; o < ledger.first[c + 1]! && ledger.day[o]! <= view.asOf; o++) gross += ledger.gross[o]!;
  columns.gross[i] = gross;
  columns.refund[i] = gross - columns.net[i]!;
  columns.firstDay[i] = table.day[begin]!;
  columns.lastDay[i] = last;
  columns.silent[i] = view.asOf - last;
  if (gaps.length > 0) columns.longestGap[i] = gaps.reduce((a, b) => Math.max(a, b));
  if (gaps.length >= 3) columns.usualGap[i] = median(gaps);
  columns.stage[i] = stageOf(table, begin, end, view.asOf, lapseDays);
}

/** Index of the stage: see `CustomerStage`. */
function stageOf(table: OrderTable, begin: number, end: number, asOf: number, lapseDays: number): number {
  const windowStart = asOf - lapseDays; // the window is (asOf - d, asOf]
  if (table.day[end - 1]! <= windowStart) return CUSTOMER_STAGES.indexOf('lapsed');
  if (table.day[begin]! > windowStart) return CUSTOMER_STAGES.indexOf('new');
  let o = end - 1;
  while (table.day[o]! > windowStart) o--;
  return CUSTOMER_STAGES.indexOf(table.day[o]! > windowStart - lapseDays ? 'retained' : 'reactivated');
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}

function bookedByCustomer(table: OrderTable): Float64Array {
  const booked = new Float64Array(table.customers);
  for (let i = 0; i < table.refunds.customer.length; i++) booked[table.refunds.customer[i]!]! += table.refunds.amountMinor[i]!;
  return booked;
}

/** One attribute of every customer: codes into a dictionary, NONE where no row says. A later row overrules an earlier one. */
export interface CustomerAttribute {
  code: Uint32Array;
  texts: Dictionary;
}

/** The attribute of every customer of the ledger. Cost: one pass over the rows of all orders. */
export function customerAttribute(ledger: Ledger, attribute: Attribute): CustomerAttribute {
  const { texts, maps } = mergeTexts(ledger.batches.map((batch) => batch.attributes[attribute]));
  const code = new Uint32Array(ledger.customers).fill(NONE);
  for (let c = 0; c < ledger.customers; c++) {
    const from = ledger.lineFirst[ledger.first[c]!]!;
    for (let i = ledger.lineFirst[ledger.first[c + 1]!]! - 1; i >= from && code[c] === NONE; i--) {
      const { batch, row } = placeOf(ledger, ledger.lines[i]!);
      const own = batch.lines.attributes[attribute]?.[row];
      if (own !== undefined && own !== NONE) code[c] = maps[ledger.batches.indexOf(batch)]![own]!;
    }
  }
  return { code, texts };
}

/** The attributes that at least one import of the ledger has. */
export function attributesOf(ledger: Ledger): Attribute[] {
  return ATTRIBUTES.filter((attribute) => ledger.batches.some((batch) => batch.lines.attributes[attribute] !== undefined));
}
