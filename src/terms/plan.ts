import type { Currency, Minor } from './money';
import type { Day } from './day';

/** The six kinds of file. Only `orders` can be kept so far; the others are recognised and said. */
export type FileKind = 'orders' | 'customers' | 'answers' | 'points' | 'feedback' | 'contacts';

/** What a column of an orders file means. Each role but `ignore` is given to one column at most. */
export type Role =
  | 'ignore'
  | 'order' // order or invoice number; credit notes too
  | 'customer' // the key of a person: number, e-mail, phone, member name
  | 'customer-name'
  | 'date' // order date, with or without time of day
  | 'time' // time of day in a column of its own
  | 'amount' // this row's money: of the line, or of the order where a row is an order
  | 'order-amount' // the whole order's money, on its first row or repeated on each: counted once per order
  | 'unit-price' // times quantity
  | 'quantity'
  | 'discount' // taken off the amount; sign does not matter
  | 'refund' // money given back for this row's order
  | 'status' // paid, cancelled, refunded …
  | 'currency'
  | 'product' // code
  | 'product-name'
  | 'category'
  | 'country'
  | 'channel';

export const ROLES: readonly Role[] = [
  'ignore',
  'order',
  'customer',
  'customer-name',
  'date',
  'time',
  'amount',
  'order-amount',
  'unit-price',
  'quantity',
  'discount',
  'refund',
  'status',
  'currency',
  'product',
  'product-name',
  'category',
  'country',
  'channel',
];

/** Roles of columns that hold sums. */
export const MONEY_ROLES: readonly Role[] = ['amount', 'order-amount', 'unit-price', 'discount', 'refund'];

/** How a date such as 03/04/2024 is read. `serial` is a spreadsheet's day number; `compact` is YYYYMMDD. */
export type DateOrder = 'ymd' | 'ydm' | 'dmy' | 'mdy' | 'serial' | 'compact';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'];

export interface Dialect {
  /** ' ' stands for a run of blanks. */
  delimiter: ',' | ';' | '\t' | '|' | ' ';
  quote: '"' | "'" | '';
  /** Whether the first row holds names. Without it columns are called 1, 2, 3 … */
  header: boolean;
}

/** What becomes of rows of a certain sort. */
export interface Rules {
  /** Credit notes such as C536379 and rows with a negative sum. */
  negative: 'refund' | 'leave-out';
  noCustomer: 'leave-out' | 'guest';
  zero: 'leave-out' | 'keep';
  /** Cancelled, void, failed, unpaid. */
  cancelled: 'leave-out' | 'keep';
  /** Without an order number: each row is an order, or all rows of one customer on one day are one. */
  orderless: 'row' | 'customer-day';
}

export const DEFAULT_RULES: Rules = {
  negative: 'refund',
  noCustomer: 'leave-out',
  zero: 'leave-out',
  cancelled: 'leave-out',
  orderless: 'row',
};

/** All that is needed to read a file again in the same way. Plain and storable. */
export interface ImportPlan {
  version: 1;
  kind: FileKind;
  encoding: Encoding;
  dialect: Dialect;
  /** Names of the columns, as in the file. */
  header: string[];
  /** Meaning of each column, same length as `header`. */
  roles: Role[];
  /** null: the dates can be read in two ways and nobody has said which. */
  dateOrder: DateOrder | null;
  decimal: '.' | ',';
  currency: Currency;
  rules: Rules;
  /** Name of the preset that made the guess, e.g. `shopify-orders`. */
  preset: string | null;
}

/** Why a row cannot be used. The sentence stands in i18n under `reason.<code>`. The order is the order of the stored code: append only. */
export const REASONS = [
  'empty-row',
  'no-date',
  'bad-date',
  'future-date', // after today by the device's clock, which only the import job asks
  'no-amount',
  'bad-amount',
  'no-customer',
  'zero-amount',
  'cancelled',
  'negative-left-out',
  'no-order-number',
  'other-currency',
  'too-few-cells',
  'too-many-cells',
  'total-row',
  'bad-quantity',
] as const;
export type Reason = (typeof REASONS)[number];

/** One part of the file in the reconciliation; all parts together are every row of it. */
export interface Part {
  code: 'sale' | 'refund' | Reason;
  rows: number;
  /** Sum of the rows' money where it can be read. */
  worthMinor: Minor;
  /** Which rule moves these rows, if the user can choose. */
  rule?: keyof Rules;
}

/** A remark about a column; the sentence stands in i18n under `remark.<code>`. `ask` wants a decision. */
export interface Remark {
  code: string;
  facts: Record<string, string | number>;
  ask: boolean;
}

export interface ColumnGlance {
  /** Position in the file, 0 first. */
  index: number;
  header: string;
  role: Role;
  /** Up to three different values: as written and as read. */
  examples: { raw: string; read: string | number | null }[];
  /** Share of rows with a value, 0 to 1. */
  filled: number;
  distinct: number;
  remark: Remark | null;
}

/** One way to read the dates, with what follows from it. */
export interface DateReading {
  order: DateOrder;
  possible: boolean;
  /** Values that have no date under this reading, and one of them. */
  impossible: number;
  proof: string | null;
  from: Day | null;
  to: Day | null;
  days: number;
  future: number;
}

export interface PreviewRow {
  /** Line in the file as an editor counts it, 1 first. */
  line: number;
  raw: string[];
  /** 'sale', 'refund' or the reason why not. */
  code: Part['code'];
  read: { order: string; customer: string; day: Day | null; amountMinor: Minor | null };
}

/** What is still to be decided before the file can be kept. */
export type Question = 'date-order' | 'role-date' | 'role-amount' | 'role-customer' | 'not-orders' | 'no-usable-rows';

/** All that the preview shows. Nothing has been written when it is made. */
export interface Preview {
  file: { name: string; bytes: number };
  plan: ImportPlan;
  /** Whether this plan was remembered from an earlier file with the same header. */
  remembered: boolean;
  rows: number;
  parts: Part[];
  totals: { orders: number; customers: number; worthMinor: Minor; refundMinor: Minor; from: Day | null; to: Day | null };
  columns: ColumnGlance[];
  dates: DateReading[];
  /** Rows that repeat another exactly (kept: two of one thing are often two rows). */
  repeated: number;
  /** Characters that could not be decoded. */
  undecodable: number;
  questions: Question[];
}

/** Progress of a long job. `total` is 0 while it is not known. */
export interface Progress {
  phase: 'decode' | 'read' | 'group' | 'store';
  rows: number;
  rowsExpected: number;
  bytes: number;
  bytesTotal: number;
  /** Rows so far by part, when known. */
  parts?: Partial<Record<Part['code'], number>>;
}
export type Tell = (progress: Progress) => void;
