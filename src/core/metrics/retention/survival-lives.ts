import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { forStepWaits } from '../repeat/ladder-waits';
import { hasOrders, horizon } from '../periods';

/**
 * What ends a wait that begins with a customer's first order-day: the second one, or the first silence of so many days (the lapse window).
 * Both are known on the day they happen, so nobody is called gone by looking ahead, and a later order changes neither.
 */
export type LifeEnd = 'second-order' | 'silence';

/** How long each customer waited or stayed. */
export interface Lives {
  /** Customers whose first order-day lies in the view, ascending. */
  who: Uint32Array;
  /** Days from it to the end, or to the as-of day where that has not come. */
  days: Uint32Array;
  /** 1 where the end has come. */
  ended: Uint8Array;
}

/**
 * The lives of the customers who began in the view, followed to the as-of day, also after the view's end.
 *
 * A silence ends on day s + d: the first order-day s after which there is none up to and with that day, as in `reversal-rate`.
 * @param lapseDays  d; read for `silence` only
 * Cost: one pass over orders.
 */
export function livesOf(orders: OrderTable, view: View, until: LifeEnd, lapseDays: number): Lives {
  const lives: Lives = {
    who: new Uint32Array(orders.customers),
    days: new Uint32Array(orders.customers),
    ended: new Uint8Array(orders.customers),
  };
  let n = 0;
  const add = (customer: number, days: number, ended: boolean): void => {
    lives.who[n] = customer;
    lives.days[n] = days;
    lives.ended[n++] = ended ? 1 : 0;
  };
  if (hasOrders(orders, view)) {
    if (until === 'second-order') forStepWaits(orders, view, 1, (_, { customer, days, ended }) => add(customer, days, ended));
    else forSilences(orders, view, lapseDays, add);
  }
  return { who: lives.who.slice(0, n), days: lives.days.slice(0, n), ended: lives.ended.slice(0, n) };
}

function forSilences(
  { customers, first, day }: OrderTable,
  view: View,
  lapseDays: number,
  add: (customer: number, days: number, ended: boolean) => void,
): void {
  const to = horizon(view);
  for (let c = 0; c < customers; c++) {
    const begin = first[c]!;
    const end = first[c + 1]!;
    if (begin === end || day[begin]! < view.from || day[begin]! >= to) continue;
    let last = begin;
    while (last + 1 < end && day[last + 1]! <= Math.min(view.asOf, day[last]! + lapseDays)) last++;
    const silentOn = day[last]! + lapseDays;
    const ended = silentOn <= view.asOf;
    add(c, (ended ? silentOn : view.asOf) - day[begin]!, ended);
  }
}
