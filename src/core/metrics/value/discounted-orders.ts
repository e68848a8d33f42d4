import type { Absent, Scalar } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import type { Minor } from '../../../terms/money';
import type { OrderTable } from '../../columns/order-table';
import { addCluster, noClusters, type ClusterSums } from '../../stats/clustered-share';
import { customersWhere } from '../customer-sets';
import { absent, counted, shareFigure } from '../figure';

/** How often customers with two orders or more bought on discount: never, less than half of their orders, half or more, always. */
export type DiscountHabit = 'never' | 'some' | 'most' | 'always';

/** The orders of some days by whether something was taken off. */
export interface DiscountedOrders {
  /** Orders and those on discount, by customer. */
  count: ClusterSums;
  /** Net value of orders and of those on discount, by customer. */
  value: ClusterSums;
  /** What was taken off. */
  taken: Minor;
  /** Customers with an order, and with one on discount. */
  all: Uint32Array;
  off: Uint32Array;
  habits: Record<DiscountHabit, Uint32Array>;
}

/** Cost: one pass over orders. Without discounts only `count.x`, `value.x` and `all` mean anything. */
export function discountedOrders(table: OrderTable, discount: Float64Array | null, from: Day, to: Day): DiscountedOrders {
  const { customers, first, day, net, ledgerOrder } = table;
  const bought = { count: noClusters(), value: noClusters(), taken: 0 };
  // Per customer: 0 without an order, 1 with one or more, none of them on discount, 2 with one on discount.
  const kind = new Uint8Array(customers);
  // The place of its habit in HABITS, 0 for fewer than two orders.
  const habit = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    let [orders, off, paid, paidOff] = [0, 0, 0, 0];
    for (let i = first[c]!; i < first[c + 1]!; i++) {
      if (day[i]! < from || day[i]! >= to) continue;
      orders++;
      paid += net[i]!;
      const less = discount?.[ledgerOrder[i]!] ?? 0;
      if (!(less > 0)) continue;
      off++;
      paidOff += net[i]!;
      bought.taken += less;
    }
    addCluster(bought.count, orders, off);
    addCluster(bought.value, paid, paidOff);
    kind[c] = orders === 0 ? 0 : off === 0 ? 1 : 2;
    if (orders >= 2) habit[c] = HABITS.indexOf(habitOf(orders, off));
  }
  const ofHabit = (name: DiscountHabit): Uint32Array => withCode(habit, HABITS.indexOf(name));
  return {
    ...bought,
    all: customersWhere(table, (c) => kind[c]! > 0),
    off: withCode(kind, 2),
    habits: { never: ofHabit('never'), some: ofHabit('some'), most: ofHabit('most'), always: ofHabit('always') },
  };
}

const HABITS = [null, 'never', 'some', 'most', 'always'] as const;

/** Customers with a code. */
function withCode(codes: Uint8Array, code: number): Uint32Array {
  let n = 0;
  for (const one of codes) if (one === code) n++;
  const who = new Uint32Array(n);
  for (let c = 0, k = 0; k < n; c++) if (codes[c] === code) who[k++] = c;
  return who;
}

function habitOf(orders: number, off: number): DiscountHabit {
  if (off === 0) return 'never';
  if (off === orders) return 'always';
  return off * 2 < orders ? 'some' : 'most';
}

/**
 * Of the customers whose first order ever lies in [from, to), was on discount (or was not) and is `withinDays` old by `asOf`, the share who
 * ordered again on a later day within that time. Absent `no-customers`, `not-followed`. Cost: one pass over customers.
 */
export function backAfterFirst(
  table: OrderTable,
  discount: Float64Array,
  isOff: boolean,
  days: { from: Day; to: Day; asOf: Day; withinDays: number },
): Scalar | Absent {
  const { first, day, ledgerOrder } = table;
  const began = customersWhere(table, (c) => {
    const i = first[c]!;
    return i < first[c + 1]! && day[i]! >= days.from && day[i]! < days.to && discount[ledgerOrder[i]!]! > 0 === isOff;
  });
  if (began.length === 0) return absent('no-customers');
  const followed = began.filter((c) => day[first[c]!]! + days.withinDays <= days.asOf);
  if (followed.length === 0) return absent('not-followed');
  const again = followed.filter((c) => {
    const start = day[first[c]!]!;
    for (let i = first[c]! + 1; i < first[c + 1]! && day[i]! <= start + days.withinDays; i++) if (day[i]! > start) return true;
    return false;
  });
  return shareFigure(counted('ordered-again', again), counted('followed', followed));
}
