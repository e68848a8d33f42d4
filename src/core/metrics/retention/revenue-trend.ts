import { periodOf } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { horizon, periodIndex, refundPeriod } from '../periods';

/**
 * What the customers who spent something `lag` periods before spent in each period; arrays by period, 0 is that of the file's first day.
 *
 * The earlier period counts as a whole, the later one within the view. Minor units.
 */
export interface RevenueTrend {
  firstOrdinal: number;
  /** Customers with revenue above 0 in the earlier period. */
  customers: Uint32Array;
  /** What they spent then, and now. */
  base: Float64Array;
  now: Float64Array;
  /** Of each no more than then. */
  kept: Float64Array;
  /** Spent then by those who ordered now. */
  returned: Float64Array;
}

/** Cost: one pass over orders and refunds, whatever the number of periods. */
export function revenueTrend(orders: OrderTable, view: View, lag: number): RevenueTrend {
  const { first, day, net, refunds } = orders;
  const periods = periodIndex(orders, view);
  const { base, index, firstOrdinal } = periods;
  const size = Math.max(periods.periods, periodOf(horizon(view) - 1, view.grain, view.calendar) - firstOrdinal + 1);
  const trend = emptyTrend(firstOrdinal, size);
  const [whole, inView, ordered] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  const isInView = (d: number) => d >= view.from && d < view.to;
  let refund = 0;
  for (let c = 0; c < orders.customers; c++) {
    let low = size;
    let high = -1;
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      const period = index[day[i]! - base]!;
      if (period < 0) break;
      whole[period]! += net[i]!;
      if (isInView(day[i]!)) {
        inView[period]! += net[i]!;
        ordered[period] = 1;
      }
      if (period < low) low = period;
      if (period > high) high = period;
    }
    while (refund < refunds.customer.length && refunds.customer[refund]! < c) refund++;
    for (; refund < refunds.customer.length && refunds.customer[refund] === c; refund++) {
      const period = refundPeriod(periods, refunds.day[refund]!, view);
      if (period < 0) continue;
      whole[period]! -= refunds.amountMinor[refund]!;
      if (isInView(refunds.day[refund]!)) inView[period]! -= refunds.amountMinor[refund]!;
      if (period < low) low = period;
      if (period > high) high = period;
    }
    for (let p = low; p <= high; p++) {
      if (whole[p]! > 0 && p + lag < size) tally(trend, p + lag, whole[p]!, inView[p + lag]!, ordered[p + lag]!);
    }
    for (let p = low; p <= high; p++) whole[p] = inView[p] = ordered[p] = 0;
  }
  return trend;
}

function tally(trend: RevenueTrend, at: number, before: number, now: number, ordered: number): void {
  trend.customers[at]!++;
  trend.base[at]! += before;
  trend.now[at]! += now;
  trend.kept[at]! += Math.min(before, now);
  if (ordered) trend.returned[at]! += before;
}

function emptyTrend(firstOrdinal: number, size: number): RevenueTrend {
  const sums = () => new Float64Array(size);
  return { firstOrdinal, customers: new Uint32Array(size), base: sums(), now: sums(), kept: sums(), returned: sums() };
}
