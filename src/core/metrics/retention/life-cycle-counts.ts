import { periodOf } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { horizon, periodIndex } from '../periods';

/**
 * Customers of each period by where they come from; arrays by period, 0 is the period of the file's first day.
 *
 * `whole` counts the buyers of the whole period; the others count what lies in the view only, which makes a difference in the first and the
 * last period of a view that does not begin or end with a period. newcomers + retained + reactivated = active.
 */
export interface LifeCycleCounts {
  firstOrdinal: number;
  whole: Uint32Array;
  active: Uint32Array;
  newcomers: Uint32Array;
  retained: Uint32Array;
  reactivated: Uint32Array;
}

/** Counts every period in one pass over orders. */
export function lifeCycleCounts(orders: OrderTable, view: View): LifeCycleCounts {
  const { first, day } = orders;
  const { base, index, firstOrdinal, periods } = periodIndex(orders, view);
  // A view may look at periods after the last order; nothing was bought in them.
  const size = Math.max(periods, periodOf(horizon(view) - 1, view.grain, view.calendar) - firstOrdinal + 1);
  const counts: LifeCycleCounts = { firstOrdinal, ...emptyCounts(size) };
  const { whole, active, newcomers, retained, reactivated } = counts;
  const { from, to } = view;
  for (let c = 0; c < orders.customers; c++) {
    const end = first[c + 1]!;
    let before = -1; // the customer's period before `current`
    let current = -1;
    let seenInView = -1;
    for (let i = first[c]!; i < end; i++) {
      const d = day[i]!;
      const period = index[d - base]!;
      if (period < 0) break;
      if (period !== current) {
        before = current;
        current = period;
        whole[period]!++;
      }
      if (period === seenInView || d < from || d >= to) continue;
      seenInView = period;
      active[period]!++;
      if (before < 0) newcomers[period]!++;
      else if (before === period - 1) retained[period]!++;
      else reactivated[period]!++;
    }
  }
  return counts;
}

function emptyCounts(size: number): Omit<LifeCycleCounts, 'firstOrdinal'> {
  const counts = () => new Uint32Array(size);
  return { whole: counts(), active: counts(), newcomers: counts(), retained: counts(), reactivated: counts() };
}
