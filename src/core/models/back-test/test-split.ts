import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/** How a file is cut for a test of models: they are shown [first, cut] and asked about (cut, end]. */
export interface TestSplit {
  first: Day;
  /** Last day that a model is shown. */
  cut: Day;
  /** Last day that is held back. */
  end: Day;
  holdOutDays: number;
}

/** Days that are held back at least and at most. */
const LEAST_DAYS = 30;
const MOST_DAYS = 365;

/**
 * Where a file is cut: its last third is held back, at least 30 days and at most 365; `holdOutDays` asks for another length.
 *
 * null when the part that the models are shown would be shorter than the part that is held back: a model that is asked further ahead than
 * it was shown is not tested by what comes out.
 */
export function testSplit({ firstDay }: Pick<OrderTable, 'firstDay'>, asOf: Day, holdOutDays = 0): TestSplit | null {
  const days = asOf - firstDay + 1;
  const held = holdOutDays > 0 ? Math.round(holdOutDays) : Math.min(MOST_DAYS, Math.max(LEAST_DAYS, Math.round(days / 3)));
  return days - held < held ? null : { first: firstDay, cut: asOf - held, end: asOf, holdOutDays: held };
}
