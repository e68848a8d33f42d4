import type { Period } from '../../terms/answer';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import { buyersBetween, difference, intersection, newcomersBetween } from './customer-sets';
import { daysOf, periodBefore } from './periods';

/** The customers of one period and of the one before: new ∪ returned ∪ reactivated = active, returned ∪ lapsed = base. */
export interface PeriodCustomers {
  /** Bought in the period before. */
  base: Uint32Array;
  /** Bought in this period. */
  active: Uint32Array;
  /** Bought in both. */
  returned: Uint32Array;
  /** Bought in the period before and not in this one. */
  lapsed: Uint32Array;
  /** Their first order ever is in this period. */
  newcomers: Uint32Array;
  /** Bought in this period, not in the one before, but earlier. */
  reactivated: Uint32Array;
}

/** Cost: two passes over orders. */
export function periodCustomers(orders: OrderTable, view: View, period: Period): PeriodCustomers {
  const before = periodBefore(period, view);
  const days = daysOf(period, view);
  const base = buyersBetween(orders, before.start, before.end);
  const active = buyersBetween(orders, days.from, days.to);
  const returned = intersection(active, base);
  const newcomers = newcomersBetween(orders, active, period.start, period.end);
  return {
    base,
    active,
    returned,
    lapsed: difference(base, returned),
    newcomers,
    reactivated: difference(difference(active, returned), newcomers),
  };
}
