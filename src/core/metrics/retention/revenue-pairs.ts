import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/** A stretch of days, [from, to). */
export interface Stretch {
  from: Day;
  to: Day;
}

/** What customers spent in two stretches of days, the earlier one first; minor units. */
export interface RevenuePairs {
  /** Ascending. */
  who: Uint32Array;
  /** Net value of the orders less refunds paid, in the order of `who`; below 0 where more was given back than bought. */
  before: Float64Array;
  now: Float64Array;
  /** 1 where there is an order in that stretch. */
  boughtBefore: Uint8Array;
  boughtNow: Uint8Array;
}

/** Cost: one pass over orders and refunds. */
export function revenuePairs(orders: OrderTable, earlier: Stretch, later: Stretch): RevenuePairs {
  const { first, day, net, customers } = orders;
  const before = new Float64Array(customers);
  const now = new Float64Array(customers);
  const boughtBefore = new Uint8Array(customers);
  const boughtNow = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      const d = day[i]!;
      if (d >= earlier.from && d < earlier.to) {
        before[c]! += net[i]!;
        boughtBefore[c] = 1;
      } else if (d >= later.from && d < later.to) {
        now[c]! += net[i]!;
        boughtNow[c] = 1;
      }
    }
  }
  const { refunds } = orders;
  for (let i = 0; i < refunds.day.length; i++) {
    const d = refunds.day[i]!;
    if (d >= earlier.from && d < earlier.to) before[refunds.customer[i]!]! -= refunds.amountMinor[i]!;
    else if (d >= later.from && d < later.to) now[refunds.customer[i]!]! -= refunds.amountMinor[i]!;
  }
  return { who: everyone(customers), before, now, boughtBefore, boughtNow };
}

function everyone(customers: number): Uint32Array {
  const who = new Uint32Array(customers);
  for (let c = 0; c < customers; c++) who[c] = c;
  return who;
}

/** Those pairs for which `test` holds of their place in the list. */
export function pairsWhere(pairs: RevenuePairs, test: (at: number) => boolean): RevenuePairs {
  const { who, before, now, boughtBefore, boughtNow } = pairs;
  const some: RevenuePairs = {
    who: new Uint32Array(who.length),
    before: new Float64Array(who.length),
    now: new Float64Array(who.length),
    boughtBefore: new Uint8Array(who.length),
    boughtNow: new Uint8Array(who.length),
  };
  let n = 0;
  for (let i = 0; i < who.length; i++) {
    if (!test(i)) continue;
    some.who[n] = who[i]!;
    some.before[n] = before[i]!;
    some.now[n] = now[i]!;
    some.boughtBefore[n] = boughtBefore[i]!;
    some.boughtNow[n++] = boughtNow[i]!;
  }
  return {
    who: some.who.slice(0, n),
    before: some.before.slice(0, n),
    now: some.now.slice(0, n),
    boughtBefore: some.boughtBefore.slice(0, n),
    boughtNow: some.boughtNow.slice(0, n),
  };
}
