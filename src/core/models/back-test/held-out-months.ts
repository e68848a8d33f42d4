import { periodOf, periodStart, type Calendar, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import type { BackTest } from './back-test';
import type { LifetimeModel } from '../lifetime/lifetime-model';

/** How far back the same days of the year before are looked for. */
export const DAYS_OF_YEAR = 365;

/** A calendar month of the part held back, as far as it lies in it. */
export interface HeldOutMonth {
  /** First day of the month, and the days of it that were tested. */
  month: Day;
  from: Day;
  to: Day;
  /** Order-days of the customers of the test: what came, and what the model expected of each of them, knowing their orders up to the cut. */
  actual: number;
  expected: number;
  /** Order-days of all customers in the same days one year before; null where the file does not reach back so far. */
  yearBefore: number | null;
}

/** By calendar month how far the model was off. Cost: one pass over orders, one round of scores for each month. */
export function heldOutMonths(orders: OrderTable, test: BackTest, model: LifetimeModel, calendar: Calendar): HeldOutMonth[] {
  const { first, cut, end } = test.split;
  const spans: { month: Day; from: Day; to: Day }[] = [];
  for (let from = cut + 1; from <= end;) {
    const period = periodOf(from, 'month', calendar);
    const to = Math.min(end, periodStart(period + 1, 'month', calendar) - 1);
    spans.push({ month: periodStart(period, 'month', calendar), from, to });
    from = to + 1;
  }
  const { expected } = model.scores(
    test.fit.theta,
    test.triples,
    spans.map(({ to }) => to - cut),
  );
  const sums = expected.map((column) => column.reduce((sum, one, t) => sum + one * test.triples.weight[t]!, 0));
  const byDay = orderDays(orders, test.history.id, cut, end);
  const all = orderDays(orders, null, first - 1, end);
  const between = (days: Uint32Array, base: Day, from: Day, to: Day) =>
    days.slice(from - base, to - base + 1).reduce((n, one) => n + one, 0);
  return spans.map(({ month, from, to }, k) => ({
    month,
    from,
    to,
    actual: between(byDay, cut + 1, from, to),
    expected: sums[k]! - (sums[k - 1] ?? 0),
    yearBefore: from - DAYS_OF_YEAR < first ? null : between(all, first, from - DAYS_OF_YEAR, to - DAYS_OF_YEAR),
  }));
}

/** Order-days by day in (after, end] of some customers, or of all. */
function orderDays({ customers, first, day }: OrderTable, who: Uint32Array | null, after: Day, end: Day): Uint32Array {
  const counts = new Uint32Array(end - after);
  const count = who ? who.length : customers;
  for (let k = 0; k < count; k++) {
    const c = who ? who[k]! : k;
    for (let i = first[c]!; i < first[c + 1]! && day[i]! <= end; i++) {
      if (day[i]! > after && (i === first[c] || day[i] !== day[i - 1])) counts[day[i]! - after - 1]!++;
    }
  }
  return counts;
}
