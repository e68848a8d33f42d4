import type { Absent, Scalar } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { customersWhere } from '../customer-sets';
import { absent, counted, shareFigure } from '../figure';

/** Which first orders are looked at, and what counts as a second one in time. */
export interface SecondOrder {
  /** First orders on the days [from, to). */
  from: Day;
  to: Day;
  /** Days from the first order to the second, at most; Infinity for any time up to the as-of day, without asking for follow-up. */
  withinDays: number;
  /** A second order on the day of the first: a second one (`orders`) or not (`order-days`). */
  by: 'orders' | 'order-days';
}

/**
 * Of the customers whose first order ever lies in some days, the share who ordered again in time: the one figure of `second-order-within` and
 * `cohort-repurchase-rate`.
 *
 * Only who has been followed for that long is counted, also when back already; orders are read up to the as-of day. Absent `no-customers` (no
 * first order in those days) or `file-too-short` (nobody followed for that long). Cost: one pass over orders.
 */
export function secondOrderShare(orders: OrderTable, view: View, asked: SecondOrder): Scalar | Absent {
  const { first, day } = orders;
  const cohort = customersWhere(orders, (c) => first[c]! < first[c + 1]! && day[first[c]!]! >= asked.from && day[first[c]!]! < asked.to);
  if (cohort.length === 0) return absent('no-customers');
  const isFollowed = (c: number) => asked.withinDays === Infinity || view.asOf - day[first[c]!]! >= asked.withinDays;
  const followed = cohort.filter(isFollowed);
  if (followed.length === 0) return absent('file-too-short');
  const again = followed.filter((c) => waitForSecond(orders, c, asked.by) <= Math.min(asked.withinDays, view.asOf - day[first[c]!]!));
  const tooRecent = cohort.filter((c) => !isFollowed(c));
  return shareFigure(counted('ordered-again', again), counted('followed', followed), [counted('too-recent', tooRecent)]);
}

/** Days from a customer's first order to the second order or order-day; Infinity when there is none. */
export function waitForSecond({ first, day }: OrderTable, c: number, by: SecondOrder['by']): number {
  const start = first[c]!;
  let i = start + 1;
  if (by === 'order-days') while (i < first[c + 1]! && day[i] === day[start]) i++;
  return i < first[c + 1]! ? day[i]! - day[start]! : Infinity;
}
