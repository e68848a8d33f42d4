import type { Currency } from './money';
import type { FileKind, Role } from './role';

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
