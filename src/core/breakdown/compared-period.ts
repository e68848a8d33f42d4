import type { Period } from '../../terms/answer';
import { isoFromDay, periodStart, type Grain } from '../../terms/day';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import { chosenPeriod } from '../metrics/periods';

/** What a period is compared with: the one before it, or the same one a year earlier (of weeks the one 52 weeks earlier). */
export const AGAINST = ['previous', 'last-year'] as const;
export type Against = (typeof AGAINST)[number];

const PERIODS_A_YEAR: Record<Grain, number> = { week: 52, month: 12, quarter: 4 };

/**
 * The period that another one is compared with; null when either is not over or the file does not know it: a part of a period is
 * compared with nothing.
 */
export function comparedPeriod(orders: OrderTable, view: View, period: Period, against: Against): Period | null {
  if (!period.complete) return null;
  const back = against === 'previous' ? 1 : PERIODS_A_YEAR[view.grain];
  const start = periodStart(period.ordinal - back, view.grain, view.calendar);
  const then = chosenPeriod(orders, view, isoFromDay(start));
  return then?.complete ? then : null;
}
