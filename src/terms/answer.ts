import type { Day } from './day';

/** What a figure counts or measures. `ratio` is 0 to 1; `money` is in minor units. */
export type Unit = 'customers' | 'orders' | 'order-days' | 'money' | 'ratio' | 'days' | 'orders-per-customer' | 'gaps' | 'periods';

/** Why a figure cannot be given. The sentence for each stands in i18n under `why.<code>`. */
export type Why =
  | 'no-orders' // nothing was bought in the period
  | 'no-customers' // nobody in the denominator
  | 'no-earlier-period' // there is no period before this one
  | 'no-complete-period' // no period in view is over yet
  | 'period-not-complete' // this period is not over yet
  | 'not-reached' // a percentile that the data do not reach
  | 'file-too-short'; // the rule needs a longer file

export interface Absent {
  value: null;
  why: Why;
}

/** Two-sided interval at `level` (0.95). */
export interface Interval {
  low: number;
  high: number;
  level: number;
  method: 'wilson';
}

/**
 * One number that went into another. When it counts customers, `who` holds them (indices of the order table, ascending), and
 * `value` is their number because it is taken from them: a number and its list cannot differ.
 */
export interface Input {
  key: string;
  value: number;
  unit: Unit;
  who?: Uint32Array;
}

/** One figure with what it rests on. `n` is the number of customers (or of `unit` things) behind it. */
export interface Scalar {
  value: number;
  n: number;
  interval?: Interval;
  inputs: Input[];
  /** The same question answered by another rule, by name, e.g. `by-order-days`. */
  variants?: Record<string, Scalar | Absent>;
  /** The same figure for each period in view, when the metric has a trend. */
  trend?: Table;
  /** A code that explains a special case; the sentence stands in i18n under `note.<code>`. */
  note?: string;
}

export type Cell = number | string | null;

/** A column of a table. `day` cells are ISO dates; `period` cells are the ISO date of the period's first day. */
export interface TableColumn {
  key: string;
  unit: Unit | 'day' | 'period' | 'flag' | 'text';
}

/** A small table (periods, cohorts): rows of cells in the order of the columns. null is absent. */
export interface Table {
  columns: TableColumn[];
  rows: Cell[][];
  /** Rows that sum up or average, apart from the body. */
  foot?: Cell[][];
}

export type Answer = Scalar | Absent | Table;

export function isAbsent(answer: Answer): answer is Absent {
  return 'value' in answer && answer.value === null;
}

export function isTable(answer: Answer): answer is Table {
  return 'rows' in answer;
}

/** A period of a view. */
export interface Period {
  ordinal: number;
  start: Day;
  /** First day after it. */
  end: Day;
  /** Whether the file knows all of it. Incomplete periods are shown, and never averaged or compared. */
  complete: boolean;
}
