import type { Period } from '../../terms/answer';
import { dayFromIso, periodOf, periodStart, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';

/** When the first order was, or the first of what else periods are counted from. */
export type FirstOrder = Pick<OrderTable, 'orders' | 'firstDay'>;

/** First day after all that a view looks at: the view ends with `to` or with what is known. */
export function horizon(view: View): Day {
  return Math.min(view.to, view.asOf + 1);
}

/**
 * The weeks, months or quarters that the view looks at and the file knows something of, oldest first.
 *
 * A period is complete when it is over by `asOf`, the view holds its end, and the view holds its beginning or the file begins within the
 * view. Empty when there is no order up to `asOf`.
 */
export function periodsOf(orders: FirstOrder, view: View): Period[] {
  const from = Math.max(view.from, orders.firstDay);
  const to = horizon(view);
  if (!hasOrders(orders, view) || from >= to) return [];
  const last = periodOf(to - 1, view.grain, view.calendar);
  const periods: Period[] = [];
  for (let ordinal = periodOf(from, view.grain, view.calendar); ordinal <= last; ordinal++) {
    const start = periodStart(ordinal, view.grain, view.calendar);
    const end = periodStart(ordinal + 1, view.grain, view.calendar);
    const complete = end <= view.asOf + 1 && end <= view.to && (start >= view.from || orders.firstDay >= view.from);
    periods.push({ ordinal, start, end, complete });
  }
  return periods;
}

/** Whether there is any order up to `asOf`. */
export function hasOrders(orders: FirstOrder, view: View): boolean {
  return orders.orders > 0 && orders.firstDay <= view.asOf;
}

/**
 * The period that holds the day written in `iso`, or the last complete one in view when `iso` is not a date.
 *
 * A period outside the view is taken whole. null: no period is complete, or the file knows nothing of the one asked for.
 */
export function chosenPeriod(orders: OrderTable, view: View, iso: string | undefined): Period | null {
  const day = dayFromIso(iso ?? '');
  if (day === null) return periodsOf(orders, view).findLast((p) => p.complete) ?? null;
  const everything = { ...view, from: orders.firstDay, to: view.asOf + 1 };
  const holds = (p: Period) => day >= p.start && day < p.end;
  return periodsOf(orders, view).find(holds) ?? periodsOf(orders, everything).find(holds) ?? null;
}

/** The days of a period that count: cut to the view where it overlaps the view, and to what is known. */
export function daysOf(period: Period, view: View): { from: Day; to: Day } {
  const to = Math.min(period.end, view.asOf + 1);
  const outside = period.end <= view.from || period.start >= view.to;
  return outside ? { from: period.start, to } : { from: Math.max(period.start, view.from), to: Math.min(to, view.to) };
}

/** The period before: whole, also where the view begins after its first day. */
export function periodBefore(period: Period, view: View): { start: Day; end: Day } {
  return { start: periodStart(period.ordinal - 1, view.grain, view.calendar), end: period.start };
}

/** Period numbers by day, for loops over orders: `index[day - base]`, 0 for the period of the file's first day, -1 after `asOf`. */
export interface PeriodIndex {
  base: Day;
  index: Int32Array;
  /** Number of periods from the file's first day to its last order or refund, or to `asOf`. */
  periods: number;
  /** Ordinal of period 0. */
  firstOrdinal: number;
}

/** Cost: linear in the days of the file, so that no order needs a calendar. */
export function periodIndex(orders: OrderTable, view: View): PeriodIndex {
  const base = orders.firstDay;
  // Money is often given back after the last order.
  const lastDay = orders.refunds.day.reduce((last, day) => Math.max(last, day), orders.lastDay);
  const index = new Int32Array(Math.max(0, lastDay - base + 1)).fill(-1);
  const end = Math.min(lastDay, view.asOf) + 1;
  const firstOrdinal = periodOf(base, view.grain, view.calendar);
  let periods = 0;
  for (let start = base; start < end; periods++) {
    const next = periodStart(firstOrdinal + periods + 1, view.grain, view.calendar);
    index.fill(periods, start - base, Math.min(next, end) - base);
    start = next;
  }
  return { base, index, periods, firstOrdinal };
}

/** Period number of the day of a refund, which may lie before the first order: 0 in the same period, else -1. */
export function refundPeriod({ base, index, firstOrdinal }: PeriodIndex, day: Day, view: View): number {
  if (day >= base) return index[day - base] ?? -1;
  return periodOf(day, view.grain, view.calendar) === firstOrdinal ? 0 : -1;
}

/** Whether the file knows nothing before this period. */
export function isFirstOfFile(period: Period, orders: OrderTable, view: View): boolean {
  return period.ordinal <= periodOf(orders.firstDay, view.grain, view.calendar);
}

/** The periods of a view that have an earlier one in the file: those of which it can be said who stayed. */
export function periodsWithEarlier(orders: OrderTable, view: View): Period[] {
  return periodsOf(orders, view).filter((period) => !isFirstOfFile(period, orders, view));
}
