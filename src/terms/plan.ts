import type { Currency, Minor } from './money';
import type { Day } from './day';

/** The six kinds of file. Orders become lines of the ledger, the others records with fields of their own (terms/fields). */
export type FileKind = 'orders' | 'customers' | 'answers' | 'points' | 'feedback' | 'contacts';

/** What a column means. Each role but `ignore` is given to one column at most, unless terms/fields says that several share it. */
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
  | 'respondent' // key of one filled-in survey: rows that share it are of one respondent, who need not be known
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

/**
 * How a date such as 03/04/2024 is read. `serial` is a spreadsheet's day number, `serial-1904` that of old ones for Macintosh; `compact` is
 * YYYYMMDD; `epoch` counts seconds, or thousandths or millionths of them, from 1970 on.
 */
export type DateOrder = 'ymd' | 'ydm' | 'dmy' | 'mdy' | 'serial' | 'serial-1904' | 'compact' | 'epoch';

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
  /** What a quote is that is never closed: a letter, and its line a row. Absent: a file with one is refused. */
  openQuotes?: 'letters';
}

/** What somebody says of how a file is written that could not be read as it seemed to be; the rest is found out. */
export interface SaidReading {
  encoding?: Encoding;
  openQuotes?: 'letters';
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
  /** Order numbers or customer keys that a spreadsheet rounded, so that different ones are the same: not kept, or kept as they are. */
  brokenIds: 'refuse' | 'accept';
}

export const DEFAULT_RULES: Rules = {
  negative: 'refund',
  noCustomer: 'leave-out',
  zero: 'leave-out',
  cancelled: 'leave-out',
  orderless: 'row',
  brokenIds: 'refuse',
};

/** What a question is answered on: numbers from the first to the last, or any text. Words such as “agree” stand on one of numbers. */
export const SCALES = ['0-10', '1-10', '1-7', '1-6', '1-5', '1-4', '0-5', '0-100', 'text'] as const;
export type Scale = (typeof SCALES)[number];

/** What the user said of a text that looks as if it stood for an empty cell, such as `(blank)` or `--`. */
export interface SaidStandIn {
  text: string;
  empty: boolean;
}

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
  /** Whether the rows are those that another import left out, mended: they are further rows of its orders. Absent: they are not. */
  mended?: true;
  /** How many of the columns, the last ones, were taken from other files. Absent: none. */
  brought?: number;
  /** null: the dates can be read in two ways and nobody has said which. */
  dateOrder: DateOrder | null;
  decimal: '.' | ',';
  /** Whether the user said the decimal mark. Absent: `decimal` is what the file's own numbers tell, if they do. */
  decimalSaid?: boolean;
  /** By column, where what the user said of a text differs from the guess. Absent: nothing was said. */
  standIns?: SaidStandIn[][];
  currency: Currency;
  rules: Rules;
  /** Name of the preset that made the guess, e.g. `shopify-orders`. */
  preset: string | null;
  /** Scales that the user chose, by question; the others are guessed. */
  scales?: Record<string, Scale>;
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
  // Of records only.
  'no-person', // nobody to whom it belongs
  'no-answer', // nothing was answered, or nothing is told
  'score-out-of-range', // all that was answered is outside of its scale
  'no-points',
  'bad-number',
  'not-a-sale', // a fee, a payout, a hold, what the shop itself paid
] as const;
export type Reason = (typeof REASONS)[number];

/** What a file is when it can be no import by itself; the sentence stands in i18n under `refusal.<code>`. */
export const REFUSALS = [
  'payouts', // what a provider paid out to the shop
  'personal-bill', // what one person paid, not what a shop sold
  'no-buyers', // orders of a system that names no buyers
  'addresses', // labels for parcels: no money, no day
  'order-items', // goods of orders, without their buyers
  'payments', // how orders were paid, without their buyers
  'returns', // which orders came back
  'products',
  'stores',
  'campaigns', // campaigns without the people they went to
  'word-list',
  'values-only', // one column without a name
  'summary', // one row per customer with what somebody has counted already
] as const;
export type Refusal = (typeof REFUSALS)[number];

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
  /** Further cells that it is about, for a remark on single cells: up to four, each different from the one in the facts. */
  examples?: string[];
}

/** A text of a column that stands, or could stand, for an empty cell. */
export interface StandInGlance {
  text: string;
  rows: number;
  /** Whether it does under this plan. */
  empty: boolean;
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
  /** The most frequent first, up to eight. */
  standIns: StandInGlance[];
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

/** One way to read numbers such as 1.234, with what follows from it. */
export interface DecimalReading {
  mark: '.' | ',';
  /** Different cells that can only be read in this way, and one of them. */
  cells: number;
  proof: string | null;
  /** A cell that could be either, and what it is under this reading. */
  example: { raw: string; read: number };
  /** Sum of the sales under this reading; null in a file of records, which has none. */
  worthMinor: Minor | null;
}

/** A column of order numbers or customer keys that a spreadsheet program rounded. */
export interface BrokenIdsGlance {
  /** Position of the column, 0 first. */
  index: number;
  /** `powers`: written as 8.61E+12; `zeros`: cut to 15 digits, with zeros behind them. */
  cause: 'powers' | 'zeros';
  rows: number;
  /** Different ones that are left. */
  distinct: number;
  example: string;
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
  | 'date-order'
  | 'role-date'
  | 'role-amount'
  | 'role-customer'
  | 'role-score'
  | 'role-points'
  | 'role-contact' // neither a campaign nor anything that became of one
  | 'decimal-mark'
  | 'broken-ids'
  | 'refused'
  | 'no-usable-rows';

/** What a staged file is for: kept as an import, asked for columns that another file lacks, or left aside. */
export type Purpose = 'keep' | 'lookup' | 'aside';

/**
 * Why a file that was dropped with others is left aside: another one has the same orders and their money, no other file asks it for a
 * column, or it is no whole order even with the others.
 */
export type AsideWhy = 'money-elsewhere' | 'not-asked' | 'not-whole';

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

/** A count that belongs to a kind of file, e.g. `respondents`; the words stand in i18n under `kind-count.<code>`. */
export interface KindCount {
  code: string;
  value: number;
  unit: 'count' | 'points' | 'share';
}

/** One question of a survey, or the score of a review, with the scale that it is taken to have. */
export interface QuestionScale {
  question: string;
  /** Column of its answers, by position. */
  column: number;
  scale: Scale;
  /** Whether the user should say, because another scale fits as well. */
  ask: boolean;
  /** Scales that could be meant, the likeliest first. */
  fits: Scale[];
  /** Answers on the scale, and those that are left out because they are not. */
  answers: number;
  outside: number;
  /** Words of the file with the number that each stands for, from the lowest; empty where the file has numbers. */
  words: { word: string; score: number }[];
}

/** All that the preview shows. Nothing has been written when it is made. */
export interface Preview {
  file: { name: string; bytes: number };
  purpose: Purpose;
  /** Why it is left aside without anybody having said so; `name` is the file that has what counts, '' when there is none. */
  aside: { why: AsideWhy; name: string } | null;
  joins: Join[];
  /** What a file of another kind than orders holds. */
  counts: KindCount[];
  /** Questions and their scales, in the order of the file; empty for kinds without scores. */
  scales: QuestionScale[];
  /** What the file is when it can be no import: a preset's sentence under `refusal.<code>`; null for most. */
  refusal: Refusal | null;
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
  /** Both ways to read the numbers where it makes a difference and the file does not tell; empty for most files. */
  decimals: DecimalReading[];
  brokenIds: BrokenIdsGlance[];
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
