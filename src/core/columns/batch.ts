import type { Currency } from '../../terms/money';

/** Code of "no value" in a text column. */
export const NONE = 0xffffffff;

/** Sorts of order lines, as stored. */
export const SALE = 0;
export const REFUND = 1;

/** Attributes that a line may carry besides its order, customer and product. */
export type Attribute = 'customer-name' | 'product-name' | 'category' | 'country' | 'channel' | 'email' | 'phone';
export const ATTRIBUTES: readonly Attribute[] = ['customer-name', 'product-name', 'category', 'country', 'channel', 'email', 'phone'];

/** UTF-16 units of texts; one byte each where all are below 256 (Latin-1), as in nearly all ids. */
export type Units = Uint8Array | Uint16Array;

/**
 * A list of texts in two arrays: UTF-16 units end to end, and where each text ends. Unlike an array of strings it can be stored
 * and moved between threads as it is, and a million ids cost their letters only.
 */
export interface PackedStrings {
  units: Units;
  /** `ends[i]` is one past the last unit of text i. */
  ends: Uint32Array;
}

/** Order lines of one import, one typed array per column, all of the same length, in the order of the file. */
export interface LineColumns {
  rows: number;
  /** Line of the file as an editor counts it, 1 first. */
  line: Uint32Array;
  /** Code in `orders`; codes at or past its end are orders without a number. Never NONE. */
  order: Uint32Array;
  /** Code in `customers`, or NONE for a guest: then each order is a customer of its own. */
  customer: Uint32Array;
  /** Days since 1970-01-01. */
  day: Int32Array;
  /** Second of the day, -1 when the file has none. */
  second: Int32Array;
  /** SALE or REFUND. */
  kind: Uint8Array;
  /** Minor units; for REFUND the sum given back, positive. */
  amountMinor: Float64Array;
  /** Money given back for this SALE line according to its own row, positive, 0 when none. Its date is not known. */
  refundMinor: Float64Array;
  /** NaN when the file has none. Negative on refund lines that say so. */
  quantity: Float64Array;
  /** Code in `products`, or NONE. */
  product: Uint32Array;
  /** Codes of the attributes that the file has; a missing key is an attribute that it has not. */
  attributes: Partial<Record<Attribute, Uint32Array>>;
  /** Taken off the price of this SALE line, minor units, positive, 0 for none. Absent when the file tells no discount. */
  discountMinor?: Float64Array;
  /** When the line was to arrive, and when it did. Absent when the file does not tell it. */
  promised?: LineTimes;
  delivered?: LineTimes;
}

/** A day of each line, NO_DAY for none, and its second where any cell of the file has a time of day: -1 where this one has none. */
export interface LineTimes {
  values: Int32Array;
  seconds?: Int32Array;
}

/** The times that a line may have besides its own. */
export const LINE_TIMES = ['promised', 'delivered'] as const satisfies readonly (keyof LineColumns)[];

/** One import as columns: what is stored, and what the ledger is made of. Immutable. */
export interface Batch {
  /** Number of the import, unique in the store. */
  importId: number;
  currency: Currency;
  lines: LineColumns;
  orders: PackedStrings;
  customers: PackedStrings;
  products: PackedStrings;
  attributes: Partial<Record<Attribute, PackedStrings>>;
  /** Numbers of orders that the file says were cancelled and has no sale of; absent when there is none. */
  cancelled?: PackedStrings;
}

/** Rows that were not used, by import: enough to count them by reason and period and to write them out again. */
export interface LeftOut {
  rows: number;
  line: Uint32Array;
  /** Index into `REASONS` of terms/plan. */
  reason: Uint8Array;
  /** Day, or NO_DAY when it could not be read. */
  day: Int32Array;
  /** Money of the row in minor units, NaN when it could not be read. */
  worthMinor: Float64Array;
  /** The cells as they were, as one CSV record (RFC 4180, comma, without line end) per row. */
  cells: PackedStrings;
}
export const NO_DAY = -0x80000000;
