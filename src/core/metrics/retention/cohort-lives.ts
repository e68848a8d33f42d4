import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { refundPeriod, type PeriodIndex } from '../periods';

/** What a cell of a cohort table is about. */
export interface CohortRule {
  /**
   * Cell k holds who bought … `exact`: in period k; `on-or-after`: in period k or any later one; `streak`: in every period up to k;
   * `bracket`: at least once from `bracketFrom` to `bracketTo` (the one cell after the first); `cumulative`: at least once from 1 to k.
   */
  kind: 'exact' | 'on-or-after' | 'streak' | 'bracket' | 'cumulative';
  /** `calendar`: k whole periods after that of the first order; `elapsed`: ⌊days since the first order / blockDays⌋. */
  clock: 'calendar' | 'elapsed';
  blockDays: number;
  bracketFrom: number;
  bracketTo: number;
}

/** One customer by period since the first order. The arrays are reused for the next customer. */
export interface CohortLife {
  customer: number;
  cohort: number;
  /** How many periods something happened in; then which (ascending but for refunds), with the orders and their net value less refunds. */
  periods: number;
  k: Int32Array;
  orders: Float64Array;
  netMinor: Float64Array;
  /** First and last period with an order after the first one, 0 when there is none. */
  second: number;
  last: number;
  /** Up to this one an order in every period, 0 when there is none in the next. */
  streak: number;
  isInBracket: boolean;
}

interface Walk {
  days: PeriodIndex;
  rule: CohortRule;
  /** Periods from this one on are not looked at. */
  width: number;
}

/** Visits every customer with an order up to `asOf`. Cost: one pass over orders and refunds. */
export function walkCohorts(orders: OrderTable, view: View, walk: Walk, visit: (life: CohortLife) => void): void {
  const { refunds } = orders;
  // A bracket may end after the last cell that is drawn.
  const most = Math.max(walk.width, walk.rule.kind === 'bracket' ? walk.rule.bracketTo + 1 : 0);
  const life = emptyLife(most);
  let refund = 0;
  for (let c = 0; c < orders.customers; c++) {
    while (refund < refunds.customer.length && refunds.customer[refund]! < c) refund++;
    if (!livesUp(orders, walk, most, c, life)) continue;
    for (; refund < refunds.customer.length && refunds.customer[refund] === c; refund++) {
      const k = periodAfter(orders, walk, c, refunds.day[refund]!, view);
      if (k >= 0 && k < most) add(life, k, 0, -refunds.amountMinor[refund]!);
    }
    visit(life);
  }
}

/** Writes the orders of a customer into `life`; false when there is none up to `asOf`. */
function livesUp({ first, day, net }: OrderTable, { days, rule }: Walk, most: number, c: number, life: CohortLife): boolean {
  const start = first[c]!;
  if (start === first[c + 1]!) return false;
  const cohort = days.index[day[start]! - days.base]!;
  if (cohort < 0) return false;
  life.customer = c;
  life.cohort = cohort;
  life.periods = life.second = life.last = life.streak = 0;
  life.isInBracket = false;
  for (let i = start; i < first[c + 1]!; i++) {
    const period = days.index[day[i]! - days.base]!;
    const k = rule.clock === 'elapsed' ? Math.floor((day[i]! - day[start]!) / rule.blockDays) : period - cohort;
    if (period < 0 || k >= most) break;
    add(life, k, 1, net[i]!);
    if (k === 0 || k === life.last) continue;
    if (life.last === 0) life.second = k;
    if (k === life.streak + 1) life.streak = k;
    life.last = k;
    life.isInBracket ||= k >= rule.bracketFrom && k <= rule.bracketTo;
  }
  return true;
}

/** Period of a refund since the customer's first order, or −1. */
function periodAfter({ first, day }: OrderTable, { days, rule }: Walk, c: number, at: number, view: View): number {
  const start = day[first[c]!]!;
  const period = refundPeriod(days, at, view);
  if (period < 0) return -1;
  return rule.clock === 'elapsed' ? Math.floor((at - start) / rule.blockDays) : period - days.index[start - days.base]!;
}

function add(life: CohortLife, k: number, orders: number, netMinor: number): void {
  const at = life.periods - 1;
  if (at >= 0 && life.k[at] === k) {
    life.orders[at]! += orders;
    life.netMinor[at]! += netMinor;
    return;
  }
  // Refunds come after all orders, so there may be twice as many entries as periods, and no more.
  life.k[life.periods] = k;
  life.orders[life.periods] = orders;
  life.netMinor[life.periods++] = netMinor;
}

function emptyLife(periods: number): CohortLife {
  const entries = 2 * periods + 2;
  return {
    customer: -1,
    cohort: -1,
    periods: 0,
    k: new Int32Array(entries),
    orders: new Float64Array(entries),
    netMinor: new Float64Array(entries),
    second: 0,
    last: 0,
    streak: 0,
    isInBracket: false,
  };
}
