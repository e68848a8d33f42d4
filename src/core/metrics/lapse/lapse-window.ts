import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { kaplanMeier, timeReached } from '../../stats/kaplan-meier';
import { gapCounts } from './gaps';
import { hasOrders } from '../periods';

/** After how many days of silence a customer counts as lapsed, and where that number comes from. */
export interface LapseWindow {
  days: number;
  /** `lapse-chosen`, `lapse-from-p90` … `lapse-from-p10`, or `lapse-half-file` when not even one gap in ten has ended within half the file. */
  note: string;
}

/**
 * The window that the view says, or the shop's own: the days by which 90 % of the waits between order-days have ended.
 *
 * Waits that are still open on the as-of day are counted as open (Kaplan–Meier), else the window would be too short. It is at most half of
 * the file, so that two windows fit in; when 90 % is not reached by then, the largest multiple of 10 % that is. The view's beginning and
 * end play no part. Cost: one pass over orders.
 */
export function lapseWindow(orders: OrderTable, view: View): LapseWindow {
  if (view.lapseDays !== null) return { days: view.lapseDays, note: 'lapse-chosen' };
  if (!hasOrders(orders, view)) return { days: 1, note: 'lapse-half-file' };
  const half = Math.max(1, Math.floor((view.asOf - orders.firstDay + 1) / 2));
  const { closed, open } = gapCounts(orders, orders.firstDay, view.asOf + 1);
  const curve = kaplanMeier(closed, open);
  for (let percent = 90; percent >= 10; percent -= 10) {
    const days = timeReached(curve, percent / 100);
    if (days !== null && days <= half) return { days, note: `lapse-from-p${percent}` };
  }
  return { days: half, note: 'lapse-half-file' };
}
