import type { Day } from './day';
import type { Minor } from './money';
import type { Part, Refusal } from './part';
import type { DateOrder, ImportPlan, Scale } from './plan';
import type { Role } from './role';

/** Why a line above the data is no row: a title or a note, a part of the names, or units and codes that belong to no name. */
export type SkippedWhy = 'preamble' | 'header' | 'units';

/** Lines above the data that are no rows, with the first few as they are written. */
export interface Skipped {
  why: SkippedWhy;
  lines: number;
  examples: { line: number; text: string }[];
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
