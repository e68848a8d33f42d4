import type { Dictionary } from '../../core/columns/dictionary';
import type { Day } from '../../terms/day';

/** What is known of each row besides its money. */
export interface RowFacts {
  /** Day of the row, NO_DAY when it has none. */
  day: (row: number) => Day;
  /** Code of the row's order in the keys of the order column, NONE without one. */
  order: (row: number) => number;
  /** Code of the row's customer in `people`, NONE without one. */
  customer: (row: number) => number;
  /** Keys of the customers. */
  people: Dictionary;
  /** Status of the row as order-status has it. */
  status: (row: number) => number;
  /** Column of the order numbers within which blanks are filled down, -1 where they are not. */
  fillColumn: number;
}
