import { ISO_CALENDAR } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderTable } from '../../../src/core/columns/order-table';

/** The view of a worked example: the whole file by month, refunds not read, unless it says otherwise. */
export function vectorView(orders: OrderTable, partial: Partial<View> = {}): View {
  const asOf = partial.asOf ?? orders.lastDay;
  const whole: View = {
    from: orders.firstDay,
    to: asOf + 1,
    asOf,
    grain: 'month',
    refunds: 'ignore',
    lapseDays: null,
    calendar: ISO_CALENDAR,
  };
  return { ...whole, ...partial };
}
