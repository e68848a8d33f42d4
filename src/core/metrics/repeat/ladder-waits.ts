import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { horizon } from '../periods';

/** What became of a customer after the n-th order-day. */
export interface StepWait {
  customer: number;
  /** Days to the next order-day, or up to the as-of day while there is none. */
  days: number;
  ended: boolean;
  /** Days from the order-day to the as-of day. */
  known: number;
}

/**
 * Calls `take` for every n-th order-day of a customer that lies in the view, n = 1 up to `steps`, customers ascending. Order-days are counted
 * from the first in the file; the next one may lie after the view's end, up to the as-of day. Cost: one pass over orders.
 */
export function forStepWaits(orders: OrderTable, view: View, steps: number, take: (step: number, wait: StepWait) => void): void {
  const { first, day } = orders;
  const to = horizon(view);
  for (let c = 0; c < orders.customers; c++) {
    const end = first[c + 1]!;
    for (let i = first[c]!, step = 1; i < end && step <= steps && day[i]! < to; step++) {
      const start = day[i]!;
      while (i < end && day[i] === start) i++;
      if (start < view.from) continue;
      const known = view.asOf - start;
      const ended = i < end && day[i]! <= view.asOf;
      take(step, { customer: c, days: ended ? day[i]! - start : known, ended, known });
    }
  }
}
