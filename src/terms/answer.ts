import type { Day } from './day';
import type { RecordKind } from './fields';

/**
 * What a figure counts or measures. `ratio` is 0 to 1 where it is a share; `money` is in minor units; `score` runs from -100 to 100;
 * `times` is a quotient that is no share; `number` has no unit of its own. `customers` have ordered; `people` may be known from records
 * only. `answers`, `movements`, `cases` and `messages` are records.
 */
export type Unit =
  | 'customers'
  | 'people'
  | 'orders'
  | 'order-days'
  | 'money'
  | 'ratio'
  | 'days'
  | 'hours'
  | 'orders-per-customer'
  | 'gaps'
  | 'periods'
  | 'answers'
  | 'movements'
  | 'cases'
  | 'messages'
  | 'points'
  | 'score'
  | 'times'
  | 'number';

/** Why a figure cannot be given. The sentence for each stands in i18n under `why.<code>`. */
export type Why =
  | 'no-orders' // nothing was bought in the period
  | 'no-customers' // nobody in the denominator
  | 'no-earlier-period' // there is no period before this one
  | 'no-complete-period' // no period in view is over yet
  | 'period-not-complete' // this period is not over yet
  | 'not-reached' // a percentile that the data do not reach
  | 'file-too-short' // the rule needs a longer file
  | 'no-answers' // no answer to such a question in the period
  | 'no-points' // no movement of points in the period
  | 'no-members' // nobody has a points account, a tier or a membership
  | 'no-cases' // no complaint or case in the period
  | 'no-messages' // no campaign contact in the period
  | 'no-referrals' // no file says who brought whom
  | 'no-discounts' // no file says what was taken off
  | 'no-promises' // no file says when an order was to arrive
  | 'not-followed' // nobody was known for long enough afterwards
  | 'needs-cost' // a cost has to be typed first
  | 'needs-margin' // a margin has to be typed first
  | 'units-differ' // two inputs are per different spans of time
  | 'scale-differs' // the answers are on a scale that does not compare
  | 'too-few' // too few to say anything
  | 'no-repeats' // nobody ordered on a second day
  | 'model-no-better' // in the back-test a plain guess did as well as the model
  | 'model-far-off' // in the back-test the model's sum was less than half, or more than twice, of what came
  | 'model-nobody-leaves' // the model can only say that nobody ever leaves
  | 'model-not-settled' // the model's parameters could not be settled
  | 'grown-by-buying' // whoever buys more gets another value, so it cannot say who buys on
  | 'not-tested'; // the file is too short to hold back a part for a test

export interface Absent {
  value: null;
  why: Why;
}

/** Two-sided interval at `level` (0.95). */
export interface Interval {
  low: number;
  high: number;
  level: number;
  /**
   * `bootstrap`: percentiles over resampled customers, from a fixed seed; `normal`: 1.96 standard errors; `greenwood`: on the log-log
   * scale; `laplace`: percentiles over parameters of a model, drawn from the curvature of its likelihood;
   * `outcome`: of what comes about, not of its expectation: the spread of the parameters and chance together.
   */
  method: 'wilson' | 'bootstrap' | 'normal' | 'greenwood' | 'laplace' | 'outcome';
}

/** Records of one kind: rows of its table as of the view's day, ascending. */
export interface RecordList {
  kind: RecordKind;
  rows: Uint32Array;
}

/**
 * One number that went into another. When it counts customers or people, `who` holds them (ascending indices of persons), and when it
 * counts records, `records` holds those, with `who` for the people they are about. `value` is the length of the list because it is taken
 * from it: a number and its list cannot differ.
 */
export interface Input {
  key: string;
  value: number;
  unit: Unit;
  who?: Uint32Array;
  records?: RecordList;
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
