import type { Currency, Minor } from './money';
import type { Day } from './day';

/** The six kinds of file. Orders become lines of the ledger, the others records with fields of their own (terms/fields). */
export type FileKind = 'orders' | 'customers' | 'answers' | 'points' | 'feedback' | 'contacts';

/** What a column means. Each role but `ignore` is given to one column at most, unless terms/fields says `many`. */
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
  | 'channel'
  // A person beside the key: merged by core/people.
  | 'email'
  | 'phone'
  // Customers
  | 'signup'
  | 'birthday'
  | 'gender'
  | 'consent' // may be written to
  | 'referrer' // key of the customer who brought this one
  | 'tier'
  | 'city'
  | 'tags'
  // Survey answers: a column per question, or one column of questions beside one of answers
  | 'survey'
  | 'question'
  | 'score'
  | 'comment'
  // Points ledger: a movement per row with its sort, or totals per row
  | 'points'
  | 'movement'
  | 'balance'
  | 'expires'
  | 'earned'
  | 'redeemed'
  | 'expired'
  // Feedback and complaints; `date` is when it was opened
  | 'answered'
  | 'closed'
  | 'topic'
  | 'severity'
  | 'promised'
  | 'delivered' // when the order came; for contacts whether the message did
  // Campaign contacts; `date` is when it was sent
  | 'campaign'
  | 'opened'
  | 'clicked'
  | 'converted'
  | 'bounced'
  | 'unsubscribed'
  | 'coupon'
  | 'cost'
  | 'arm'; // treated or held out

/** Roles that columns of an orders file can have; those of the other kinds stand in terms/fields. */
export const ORDER_ROLES: readonly Role[] = [
  'ignore',
  'order',
  'customer',
  'customer-name',
  'email',
  'phone',
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

export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-1252' | 'windows-1250' | 'windows-1251';
export const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
];

export interface Dialect {
  /** ' ' stands for a run of blanks, ', ' for a comma and the blanks behind it; the last is the comma in full width. */
  delimiter: ',' | ';' | '\t' | '|' | ' ' | ', ' | '，';
  quote: '"' | "'" | '';
  /** What makes a letter of the quote behind it, in place of a second quote. Absent: a second quote does. */
  escape?: '\\';
  /** Whether names stand above the data. Without them columns are called 1, 2, 3 … */
  header: boolean;
  /** Rows that hold the names together, 1 to 3. Absent: 1. */
  headerRows?: number;
  /** Lines above the names, or above the data where there are none. They are no rows: quotes in them open nothing. Absent: 0. */
  skip?: number;
}

/** Why a line above the data is no row: a title or a note, a part of the names, or units and codes that belong to no name. */
export type SkippedWhy = 'preamble' | 'header' | 'units';

/** Lines above the data that are no rows, with the first few as they are written. */
export interface Skipped {
  why: SkippedWhy;
  lines: number;
  examples: { line: number; text: string }[];
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
  'trailer-row', // below the data: a count of records, the name of the seller, a line of dashes
  'repeated-header',
  'other-table', // belongs to another table of the same file
] as const;
export type Reason = (typeof REASONS)[number];

/** One part of the file in the reconciliation; all parts together are every row of it. */
export interface Part {
  code: 'sale' | 'refund' | 'record' | Reason;
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
export type Question =
  'date-order' | 'role-date' | 'role-amount' | 'role-customer' | 'role-score' | 'role-points' | 'refused' | 'no-usable-rows';

/** What a staged file is for: kept as an import, asked for columns that another file lacks, or left aside. */
export type Purpose = 'keep' | 'lookup' | 'aside';

/** Columns that a file takes from another one that was dropped with it, found by a key that both have. */
export interface Join {
  /** The other file. */
  file: number;
  name: string;
  /** Names of the key's column here and there. */
  on: [here: string, there: string];
  /** Names of the columns that were brought. */
  brings: string[];
  /** Rows here that found a partner, and rows there that no row here asked for. */
  found: number;
  unasked: number;
}

/** A count that belongs to a kind of file, e.g. `respondents`; the words stand in i18n under `count.<code>`. */
export interface KindCount {
  code: string;
  value: number;
  unit: 'count' | 'points' | 'share';
}

/** All that the preview shows. Nothing has been written when it is made. */
export interface Preview {
  file: { name: string; bytes: number };
  purpose: Purpose;
  joins: Join[];
  /** What a file of another kind than orders holds. */
  counts: KindCount[];
  /** What the file is when it can be no import: a preset's sentence under `refusal.<code>`; null for most. */
  refusal: string | null;
  plan: ImportPlan;
  /** Whether this plan was remembered from an earlier file with the same header. */
  remembered: boolean;
  rows: number;
  /** Lines above the data; with `rows` they are every line of the file. */
  skipped: Skipped[];
  parts: Part[];
  totals: { orders: number; customers: number; worthMinor: Minor; refundMinor: Minor; from: Day | null; to: Day | null };
  columns: ColumnGlance[];
  dates: DateReading[];
  /** Rows that repeat another exactly (kept: two of one thing are often two rows). */
  repeated: number;
  /** Characters that could not be decoded. */
  undecodable: number;
  /** Lines of the first rows with such a character, 1 first; at most five. */
  undecodableLines: number[];
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
