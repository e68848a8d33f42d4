import type { Day } from '../../terms/day';
import type { Minor } from '../../terms/money';
import { NONE } from '../columns/batch';
import { placeOf, type Ledger } from '../columns/ledger';
import type { OrderTable } from '../columns/order-table';
import { unpack } from '../columns/packed-strings';
import type { CustomerRow } from './customer-table';

/** One row of an order, as in the file. */
export interface OrderItem {
  product: string;
  name: string;
  quantity: number | null;
  amountMinor: Minor;
  importId: number;
  line: number;
}

/** One order or credit note of one customer, with its place in the files. */
export interface LedgerEntry {
  kind: 'order' | 'refund';
  /** Number of the order or credit note; '' when the file has none. */
  label: string;
  day: Day;
  second: number;
  /** Sum of its rows; refunds below 0. */
  amountMinor: Minor;
  /** Given back of this order up to asOf; for refunds: set against orders of the file. */
  refundedMinor: Minor;
  /** Whether it counts as a purchase in the view. */
  purchase: boolean;
  quantity: number | null;
  /** Days since the purchase day before; null for the first, for a second order on one day, and for refunds. */
  gap: number | null;
  items: OrderItem[];
}

/** All that the page of one customer shows. */
export interface CustomerPage {
  row: CustomerRow;
  guest: boolean;
  /** Position by net value among all customers, 1 first. */
  rank: number;
  of: number;
  /** Latest first. */
  entries: LedgerEntry[];
  /** The as-of day, up to which silence is counted, and the first day of the book. */
  asOf: Day;
  firstDay: Day;
}

/** Orders and refunds of a customer up to asOf, latest first. `refunded` is by order of the ledger. */
export function ledgerEntries(ledger: Ledger, table: OrderTable, customer: number, asOf: Day, refunded: Float64Array): LedgerEntry[] {
  const purchases = new Set(table.ledgerOrder.subarray(table.first[customer]!, table.first[customer + 1]!));
  const entries: LedgerEntry[] = [];
  let before: Day | null = null;
  for (let o = ledger.first[customer]!; o < ledger.first[customer + 1]! && ledger.day[o]! <= asOf; o++) {
    const purchase = purchases.has(o);
    const day = ledger.day[o]!;
    const items = Array.from(ledger.lines.subarray(ledger.lineFirst[o]!, ledger.lineFirst[o + 1]!), (row) => orderItem(ledger, row, 1));
    const gap: number | null = purchase && before !== null && day > before ? day - before : null;
    if (purchase) before = day;
    entries.push({
      kind: 'order',
      label: ledger.codes.orderText(ledger.code[o]!),
      day,
      second: ledger.second[o]!,
      amountMinor: ledger.gross[o]!,
      refundedMinor: refunded[o]!,
      purchase,
      quantity: sumOf(items),
      gap,
      items,
    });
  }
  return [...entries, ...creditNotes(ledger, customer, asOf)].sort(
    (a, b) => b.day - a.day || b.second - a.second || (a.kind === 'refund' ? -1 : 1),
  );
}

/** Refund rows of one customer, those with the same number on the same day together. */
function creditNotes(ledger: Ledger, customer: number, asOf: Day): LedgerEntry[] {
  const notes = new Map<string, LedgerEntry>();
  const { refunds, codes } = ledger;
  for (let i = refunds.first[customer]!; i < refunds.first[customer + 1]!; i++) {
    const day = refunds.day[i]!;
    if (day > asOf) continue;
    const row = refunds.row[i]!;
    const key = `${day}/${codes.order[row]!}`;
    const { batch, row: local } = placeOf(ledger, row);
    let note = notes.get(key);
    if (!note) {
      const label = codes.orderText(codes.order[row]!);
      note = {
        kind: 'refund',
        label,
        day,
        second: batch.lines.second[local]!,
        amountMinor: 0,
        refundedMinor: 0,
        purchase: false,
        quantity: null,
        gap: null,
        items: [],
      };
      notes.set(key, note);
    }
    note.amountMinor -= refunds.amountMinor[i]!;
    note.refundedMinor += refunds.matchedMinor[i]!;
    note.items.push(orderItem(ledger, row, -1));
    note.quantity = sumOf(note.items);
  }
  return [...notes.values()];
}

function orderItem(ledger: Ledger, globalRow: number, sign: 1 | -1): OrderItem {
  const { batch, row } = placeOf(ledger, globalRow);
  const { lines } = batch;
  const nameCode = lines.attributes['product-name']?.[row] ?? NONE;
  const quantity = lines.quantity[row]!;
  return {
    product: lines.product[row] === NONE ? '' : unpack(batch.products, lines.product[row]!),
    name: nameCode === NONE ? '' : unpack(batch.attributes['product-name']!, nameCode),
    quantity: Number.isNaN(quantity) ? null : quantity,
    amountMinor: sign * lines.amountMinor[row]!,
    importId: batch.importId,
    line: lines.line[row]!,
  };
}

function sumOf(items: readonly OrderItem[]): number | null {
  return items.reduce<number | null>((sum, item) => (item.quantity === null ? sum : (sum ?? 0) + item.quantity), null);
}
