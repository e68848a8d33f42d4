import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';

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
  return { who: Uint32Array.from(before.keys()), before, now, boughtBefore, boughtNow };
}

/** Those pairs for which `test` holds of their place in the list. */
export function pairsWhere(pairs: RevenuePairs, test: (at: number) => boolean): RevenuePairs {
  const at = pairs.who.map((_, i) => i).filter(test);
  return {
    who: at.map((i) => pairs.who[i]!),
    before: Float64Array.from(at, (i) => pairs.before[i]!),
    now: Float64Array.from(at, (i) => pairs.now[i]!),
    boughtBefore: Uint8Array.from(at, (i) => pairs.boughtBefore[i]!),
    boughtNow: Uint8Array.from(at, (i) => pairs.boughtNow[i]!),
  };
}
