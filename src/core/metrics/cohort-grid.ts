import { periodOf, periodStart } from '../../terms/day';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import { periodIndex, refundPeriod, type PeriodIndex } from './periods';

/** Periods that a cohort is followed at most: five years of weeks. One order dated 1900 would else make a table of millions of cells. */
const MOST_PERIODS = 260;

/** What each cohort did in each period since its first order, up to `asOf`. Cohort 0 is the period of the file's first day. */
export interface CohortGrid {
  days: PeriodIndex;
  /** Cells per cohort: k is 0 to width − 1. */
  width: number;
  /** Number of the last period that is over by `asOf`; −1 when none is. */
  lastComplete: number;
  /** Number of the period that holds `asOf`. */
  lastBegun: number;
  /** Customers by cohort. */
  size: Uint32Array;
  /** Customers of cohort r who bought in period r + k, at `r * width + k`. */
  active: Uint32Array;
  /** Net value of what they bought, minor units, less the refunds paid in that period in the accounting view. */
  netMinor: Float64Array;
}

/** Cost: one pass over orders. */
export function cohortGrid(orders: OrderTable, view: View): CohortGrid {
  const { first, day, net } = orders;
  const days = periodIndex(orders, view);
  const lastBegun = Math.max(days.periods, periodOf(view.asOf, view.grain, view.calendar) - days.firstOrdinal + 1) - 1;
  const over = periodStart(days.firstOrdinal + lastBegun + 1, view.grain, view.calendar) <= view.asOf + 1;
  const width = Math.min(lastBegun + 1, MOST_PERIODS + 1);
  const grid: CohortGrid = { days, width, lastBegun, lastComplete: over ? lastBegun : lastBegun - 1, ...emptyCells(lastBegun + 1, width) };
  for (let c = 0; c < orders.customers; c++) {
    const cohort = cohortOf(orders, days, c);
    if (cohort < 0) continue;
    grid.size[cohort]!++;
    let last = -1;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      const period = days.index[day[i]! - days.base]!;
      if (period < 0 || period - cohort >= width) break;
      const cell = cohort * width + period - cohort;
      grid.netMinor[cell]! += net[i]!;
      if (period !== last) grid.active[cell]!++;
      last = period;
    }
  }
  takeOffRefunds(orders, view, grid);
  return grid;
}

/** Number of the period of a customer's first order, or −1 when there is none up to `asOf`. */
export function cohortOf({ first, day }: OrderTable, days: PeriodIndex, c: number): number {
  return first[c]! < first[c + 1]! ? days.index[day[first[c]!]! - days.base]! : -1;
}

function takeOffRefunds(orders: OrderTable, view: View, { days, width, netMinor }: CohortGrid): void {
  const { customer, day, amountMinor } = orders.refunds;
  for (let i = 0; i < customer.length; i++) {
    const cohort = cohortOf(orders, days, customer[i]!);
    const period = refundPeriod(days, day[i]!, view);
    const k = period - cohort;
    if (cohort >= 0 && period >= 0 && k >= 0 && k < width) netMinor[cohort * width + k]! -= amountMinor[i]!;
  }
}

function emptyCells(cohorts: number, width: number): Pick<CohortGrid, 'size' | 'active' | 'netMinor'> {
  return { size: new Uint32Array(cohorts), active: new Uint32Array(cohorts * width), netMinor: new Float64Array(cohorts * width) };
}
