import { NONE, REFUND, type Batch } from './batch';
import { flattened, type Clustered } from './cluster';
import type { OrderColumns } from './group-orders';
import type { MergedCodes } from './merge-codes';
import { mergeTexts } from './merge-texts';
import { ordersByNumber, ownRefunds } from './own-refunds';

/** Refund rows of the book, clustered by customer, then by time. */
export interface RefundLines {
  count: number;
  /** Refunds of customer c: `first[c]` up to, not with, `first[c + 1]`. */
  first: Uint32Array;
  day: Int32Array;
  /** Positive, minor units. */
  amountMinor: Float64Array;
  /** Of it, set against orders of the file. */
  matchedMinor: Float64Array;
  /** Global row. */
  row: Uint32Array;
}

/** Parts of refunds set against orders. `refund` is NONE for money that a sale row itself says was given back. */
export interface Allocations {
  refund: Uint32Array;
  order: Uint32Array;
  /** Day of the refund; the order's own day when the file does not tell. */
  day: Int32Array;
  amountMinor: Float64Array;
}

/** An earlier row that a refund may take back, with what is left of it. */
interface Open {
  order: number;
  left: number;
}

/**
 * Finds the order that each refund belongs to.
 *
 * In this order: (1) the refund bears the number of an order of the same customer that was placed by then; (2) it names a product: the customer's latest
 * earlier rows of that product, as far as their money reaches; (3) it names no product: the customer's latest earlier order that
 * still holds the whole sum. What is left over stays a refund without an order: it lowers revenue on its own day and nothing else.
 * No order falls below 0. Cost: linear in the rows of customers with refunds.
 */
export function matchRefunds(
  batches: readonly Batch[],
  codes: MergedCodes,
  clustered: Clustered,
  orders: OrderColumns,
): { refunds: RefundLines; allocations: Allocations } {
  const flat = flattened(batches, codes.customer.length);
  const matching: Matching = {
    flat,
    codes,
    orders,
    product: productColumn(batches, codes.customer.length),
    order: orderOfRows(orders, codes.customer.length),
    left: orders.gross.slice(),
    found: new AllocationList(),
    refundRows: [],
    matched: [],
  };
  takeOwnRefunds(ownRefunds(batches, codes, clustered, orders), orders, matching.left, matching.found);
  const first = new Uint32Array(codes.customerCount + 1);
  for (let c = 0; c < codes.customerCount; c++) {
    first[c] = matching.refundRows.length;
    const rows = clustered.rows.subarray(clustered.start[c]!, clustered.start[c + 1]!);
    if (rows.some((row) => flat.kind[row] === REFUND)) matchCustomer(matching, c, inTime(rows, matching));
  }
  first[codes.customerCount] = matching.refundRows.length;
  const row = Uint32Array.from(matching.refundRows);
  return {
    refunds: {
      count: row.length,
      first,
      day: Int32Array.from(row, (r) => flat.day[r]!),
      amountMinor: Float64Array.from(row, (r) => flat.amount[r]!),
      matchedMinor: Float64Array.from(matching.matched),
      row,
    },
    allocations: matching.found.columns(),
  };
}

/** What is read of the book, and what has been found in it so far. */
interface Matching {
  flat: ReturnType<typeof flattened>;
  codes: MergedCodes;
  orders: OrderColumns;
  /** Product and order of each row. */
  product: Uint32Array;
  order: Uint32Array;
  /** What no refund has taken of each order yet. */
  left: Float64Array;
  found: AllocationList;
  refundRows: number[];
  /** Of each refund row, the money that was set against orders. */
  matched: number[];
}

/** Goes through the rows of one customer in the order of time: sales open, refunds take from what is open. */
function matchCustomer(matching: Matching, customer: number, rows: readonly number[]): void {
  const { flat, codes, orders, product, order, left, refundRows, matched } = matching;
  const byNumber = ordersByNumber(orders, customer);
  const openByProduct = new Map<number, Open[]>();
  const seen: number[] = [];
  for (const row of rows) {
    const amount = flat.amount[row]!;
    if (flat.kind[row] !== REFUND) {
      const open = openByProduct.get(product[row]!) ?? [];
      open.push({ order: order[row]!, left: amount });
      openByProduct.set(product[row]!, open);
      if (seen.at(-1) !== order[row]) seen.push(order[row]!);
      continue;
    }
    refundRows.push(row);
    const day = flat.day[row]!;
    const take = (o: number, most: number) => takeFromOne(matching, o, most, day);
    const named = byNumber.get(codes.order[row]!);
    if (named !== undefined && orders.day[named]! <= day) matched.push(take(named, amount));
    else if (product[row] !== NONE) matched.push(takeFromRows(openByProduct.get(product[row]!) ?? [], amount, take));
    else matched.push(takeFromOrder(seen, left, amount, take));
  }
}

/** Sets the newest refund against one order, as far as the order reaches; the money taken. */
function takeFromOne({ left, found, refundRows }: Matching, order: number, most: number, day: number): number {
  const taken = Math.min(most, left[order]!);
  if (taken <= 0) return 0;
  left[order]! -= taken;
  found.add(refundRows.length - 1, order, day, taken);
  return taken;
}

/** Order of each row; NONE for rows that are no sale. */
function orderOfRows({ orders, lineFirst, lines }: OrderColumns, rows: number): Uint32Array {
  const order = new Uint32Array(rows).fill(NONE);
  for (let o = 0; o < orders; o++) for (let i = lineFirst[o]!; i < lineFirst[o + 1]!; i++) order[lines[i]!] = o;
  return order;
}

/**
 * Rows of one customer by day and time, sales before refunds of the same moment. Of one moment the lesser come first, by their own sums and
 * those of their orders: which order a refund lowers must not depend on the order of rows and imports.
 */
function inTime(rows: Uint32Array, { flat, orders, order }: Matching): number[] {
  const { day, second, kind, amount } = flat;
  const whole = (row: number): number => (order[row] === NONE ? 0 : orders.gross[order[row]!]!);
  return Array.from(rows).sort(
    (a, b) =>
      day[a]! - day[b]! || second[a]! - second[b]! || kind[a]! - kind[b]! || amount[a]! - amount[b]! || whole(a) - whole(b) || a - b,
  );
}

function takeFromRows(stack: Open[], amount: number, take: (order: number, most: number) => number): number {
  let rest = amount;
  while (rest > 0 && stack.length > 0) {
    const open = stack.at(-1)!;
    const taken = take(open.order, Math.min(rest, open.left));
    rest -= taken;
    open.left -= taken;
    // Used up, or its order has nothing left: it will not serve a later refund either.
    if (rest > 0 || open.left <= 0) stack.pop();
  }
  return amount - rest;
}

/** How far back a refund without product and number looks for an order that holds its sum. */
const LOOK_BACK_ORDERS = 500;

function takeFromOrder(seen: number[], left: Float64Array, amount: number, take: (order: number, most: number) => number): number {
  for (let i = seen.length - 1; i >= 0 && i >= seen.length - LOOK_BACK_ORDERS; i--)
    if (left[seen[i]!]! >= amount) return take(seen[i]!, amount);
  return 0;
}

/** Money that sale rows themselves say was given back lowers their order on its own day, as the file gives no other. */
function takeOwnRefunds(own: Float64Array | null, orders: OrderColumns, left: Float64Array, found: AllocationList): void {
  for (let o = 0; own && o < orders.orders; o++) {
    const taken = Math.min(own[o]!, left[o]!);
    if (taken <= 0) continue;
    left[o]! -= taken;
    found.add(NONE, o, orders.day[o]!, taken);
  }
}

/** Product of each row under one numbering; with several imports the texts decide what is the same. */
function productColumn(batches: readonly Batch[], rows: number): Uint32Array {
  if (batches.length === 1) return batches[0]!.lines.product;
  const { maps } = mergeTexts(batches.map((batch) => batch.products));
  const column = new Uint32Array(rows).fill(NONE);
  let at = 0;
  batches.forEach(({ lines }, b) => {
    for (let row = 0; row < lines.rows; row++, at++) if (lines.product[row] !== NONE) column[at] = maps[b]![lines.product[row]!]!;
  });
  return column;
}

class AllocationList {
  #refund: number[] = [];
  #order: number[] = [];
  #day: number[] = [];
  #amount: number[] = [];

  add(refund: number, order: number, day: number, amount: number): void {
    this.#refund.push(refund);
    this.#order.push(order);
    this.#day.push(day);
    this.#amount.push(amount);
  }

  columns(): Allocations {
    return {
      refund: Uint32Array.from(this.#refund),
      order: Uint32Array.from(this.#order),
      day: Int32Array.from(this.#day),
      amountMinor: Float64Array.from(this.#amount),
    };
  }
}
