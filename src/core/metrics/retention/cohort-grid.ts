import { periodOf, periodStart, type Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { walkCohorts, type CohortLife, type CohortRule } from './cohort-lives';
import { periodIndex, type PeriodIndex } from '../periods';

/** Periods that a cohort is followed at most: five years of weeks. One order dated 1900 would else make a table of millions of cells. */
const MOST_PERIODS = 260;

/** Bought in that very period of the calendar. */
export const EXACT: CohortRule = { kind: 'exact', clock: 'calendar', blockDays: 30, bracketFrom: 1, bracketTo: 3 };

/**
 * What each cohort did in each period since its first order, up to `asOf`. Cohort 0 is the period of the file's first day.
 *
 * Cell k of cohort r stands at `r * width + k`; k = 0 is always what the cohort did in its first period or block.
 */
export interface CohortGrid {
  days: PeriodIndex;
  rule: CohortRule;
  /** Cells per cohort: k is 0 to width − 1. */
  width: number;
  /** Cells of each cohort that have begun, and those that are over for all of it, from k = 0. */
  begun: Uint32Array;
  over: Uint32Array;
  /** Customers by cohort. */
  size: Uint32Array;
  /** Customers who meet the rule in the cell. */
  active: Uint32Array;
  /** Orders placed in the periods that the cell is about. */
  orders: Float64Array;
  /** Net value of those orders, minor units, less the refunds paid in these periods in the accounting view. */
  netMinor: Float64Array;
}

/** Cost: one pass over orders and refunds, and one over the cells. */
export function cohortGrid(orders: OrderTable, view: View, rule: CohortRule = EXACT): CohortGrid {
  const days = periodIndex(orders, view);
  const cohorts = Math.max(days.periods, periodOf(view.asOf, view.grain, view.calendar) - days.firstOrdinal + 1);
  const { begun, over } = cellsKnown(cohorts, view, rule, days);
  const width = begun.reduce((most, cells) => Math.max(most, cells), 0);
  const size = new Uint32Array(cohorts);
  const grid: CohortGrid = { days, rule, width, begun, over, size, ...emptyCells(cohorts, width) };
  walkCohorts(orders, view, { days, rule, width }, (life) => addLife(grid, life));
  gatherCells(grid);
  return grid;
}

/** Number of the period of a customer's first order, or −1 when there is none up to `asOf`. */
export function cohortOf({ first, day }: OrderTable, days: PeriodIndex, c: number): number {
  return first[c]! < first[c + 1]! ? days.index[day[first[c]!]! - days.base]! : -1;
}

/** How many cells of each cohort have begun for some of it and are over for all of it. */
function cellsKnown(cohorts: number, view: View, rule: CohortRule, days: PeriodIndex): Pick<CohortGrid, 'begun' | 'over'> {
  const starts: Day[] = [];
  const startOf = (cohort: number): Day => (starts[cohort] ??= periodStart(days.firstOrdinal + cohort, view.grain, view.calendar));
  const begun = new Uint32Array(cohorts);
  const over = new Uint32Array(cohorts);
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const isElapsed = rule.clock === 'elapsed';
    const startOfCell = (k: number) => (isElapsed ? startOf(cohort) + k * rule.blockDays : startOf(cohort + k));
    // In days since the first order the last customer of a cohort ends a block as late as the last day of its period allows.
    const endOfCell = (k: number) => (isElapsed ? startOf(cohort + 1) - 1 + (k + 1) * rule.blockDays : startOf(cohort + k + 1));
    const cells = rule.kind === 'bracket' ? 2 : MOST_PERIODS + 1;
    const firstOf = (k: number) => (rule.kind === 'bracket' && k === 1 ? rule.bracketFrom : k);
    const lastOf = (k: number) => (rule.kind === 'bracket' && k === 1 ? rule.bracketTo : k);
    while (begun[cohort]! < cells && startOfCell(firstOf(begun[cohort]!)) <= view.asOf) begun[cohort]!++;
    while (over[cohort]! < begun[cohort]! && endOfCell(lastOf(over[cohort]!)) <= view.asOf + 1) over[cohort]!++;
  }
  return { begun, over };
}

/** Adds one customer to the cells of the cohort; what must be summed over periods is summed once, in `gatherCells`. */
function addLife({ rule, width, size, active, orders, netMinor }: CohortGrid, life: CohortLife): void {
  const row = life.cohort * width;
  size[life.cohort]!++;
  active[row]!++;
  for (let i = 0; i < life.periods; i++) {
    const k = life.k[i]!;
    const at = k === 0 || rule.kind !== 'bracket' ? k : 1;
    const isIn = k === 0 || rule.kind !== 'bracket' || (k >= rule.bracketFrom && k <= rule.bracketTo);
    const counts = isIn && (rule.kind !== 'streak' || k <= life.streak);
    if (!counts || at >= width) continue;
    orders[row + at]! += life.orders[i]!;
    netMinor[row + at]! += life.netMinor[i]!;
    if (k > 0 && rule.kind === 'exact' && life.orders[i]! > 0) active[row + k]!++;
  }
  if (rule.kind === 'bracket' && life.isInBracket) active[row + 1]!++;
  if (rule.kind === 'on-or-after' && life.last > 0) active[row + life.last]!++;
  if (rule.kind === 'streak' && life.streak > 0) active[row + life.streak]!++;
  if (rule.kind === 'cumulative' && life.second > 0) active[row + life.second]!++;
}

/**
 * On or after k: everything from k on, from the end of the row. Streak: who bought up to then in every period. Cumulative: customers with a
 * second period by then; orders and money from the first period on.
 */
function gatherCells({ rule, width, active, orders, netMinor, size }: CohortGrid): void {
  const backwards = rule.kind === 'on-or-after' || rule.kind === 'streak';
  for (let row = 0; row < size.length * width; row += width) {
    if (backwards) for (let k = width - 2; k >= 1; k--) active[row + k]! += active[row + k + 1]!;
    if (rule.kind === 'on-or-after')
      for (const sums of [orders, netMinor]) for (let k = width - 2; k >= 1; k--) sums[row + k]! += sums[row + k + 1]!;
    if (rule.kind !== 'cumulative') continue;
    for (let k = 2; k < width; k++) active[row + k]! += active[row + k - 1]!;
    for (const sums of [orders, netMinor]) for (let k = 1; k < width; k++) sums[row + k]! += sums[row + k - 1]!;
  }
}

function emptyCells(cohorts: number, width: number): Pick<CohortGrid, 'active' | 'orders' | 'netMinor'> {
  const cells = cohorts * width;
  return { active: new Uint32Array(cells), orders: new Float64Array(cells), netMinor: new Float64Array(cells) };
}
