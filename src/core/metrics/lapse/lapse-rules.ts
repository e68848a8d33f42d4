import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { hasOrders } from '../periods';

/** When silence counts as a lapse: after `days`, or beyond the customer's own gaps as soon as there are enough of them. */
export interface LapseRule {
  days: number;
  isOwn: boolean;
}

/** Gaps that a customer's own limit must rest on, and the percentile of them that it is. */
const OWN_GAPS = 4;
const OWN_SHARE = 0.9;

/** What a rule says of each customer. All lists ascending. */
export interface LapseCensus {
  /** Customers with an order up to `asOf`. */
  everyone: Uint32Array;
  /** Lapsed as of that day. */
  silent: Uint32Array;
  /** Judged by gaps of their own. */
  own: Uint32Array;
  /** Lapsed for the first time so long ago that `withinDays` have passed since, and those of them who came back in these days. */
  followed: Uint32Array;
  back: Uint32Array;
  /** The limit in days that the present wait of each of `everyone` is held against. */
  limits: Float64Array;
}

/**
 * Holds every wait of every customer against a rule.
 *
 * A customer lapses on the day s + d, s being the last order-day, when there is no order up to and with that day; d is the rule's number of
 * days, or for a rule of own gaps the 90th percentile (R-7, rounded up to whole days) of the gaps the customer had *before* that wait, where
 * there are four or more. So nobody is judged by what came later. Who comes back may lapse again; only the first lapse is followed.
 * Cost: one pass over orders, and for own gaps the square of a customer's gaps at worst.
 */
export function lapseCensus(orders: OrderTable, view: View, rule: LapseRule, withinDays: number): LapseCensus {
  const { customers, first, day } = orders;
  const lists = { everyone: [] as number[], silent: [] as number[], own: [] as number[], followed: [] as number[], back: [] as number[] };
  const limits: number[] = [];
  const gaps = new SortedGaps();
  const end = hasOrders(orders, view) ? customers : 0;
  for (let c = 0; c < end; c++) {
    let [start, hasLapsed] = [-1, false] as [Day, boolean];
    gaps.clear();
    const wait = (next: Day | null, limit: number) => {
      const lapsedOn = start + limit;
      if ((next ?? view.asOf + 1) <= lapsedOn) return;
      if (next === null) lists.silent.push(c);
      if (hasLapsed || lapsedOn + withinDays > view.asOf) return void (hasLapsed = true);
      hasLapsed = true;
      lists.followed.push(c);
      if (next !== null && next <= lapsedOn + withinDays) lists.back.push(c);
    };
    for (let i = first[c]!; i < first[c + 1]! && day[i]! <= view.asOf; i++) {
      if (day[i] === start) continue;
      if (start >= 0 || i > first[c]!) {
        wait(day[i]!, limitOf(rule, gaps));
        if (rule.isOwn) gaps.add(day[i]! - start);
      }
      start = day[i]!;
    }
    if (first[c]! === first[c + 1]! || day[first[c]!]! > view.asOf) continue;
    lists.everyone.push(c);
    if (rule.isOwn && gaps.size >= OWN_GAPS) lists.own.push(c);
    limits.push(limitOf(rule, gaps));
    wait(null, limits.at(-1)!);
  }
  const list = (who: number[]) => Uint32Array.from(who);
  return {
    everyone: list(lists.everyone),
    silent: list(lists.silent),
    own: list(lists.own),
    followed: list(lists.followed),
    back: list(lists.back),
    limits: Float64Array.from(limits),
  };
}

function limitOf(rule: LapseRule, gaps: SortedGaps): number {
  return rule.isOwn && gaps.size >= OWN_GAPS ? gaps.limit() : rule.days;
}

/** The gaps of one customer so far, in order of length. */
class SortedGaps {
  size = 0;
  #gaps = new Float64Array(64);

  clear(): void {
    this.size = 0;
  }

  add(gap: number): void {
    if (this.size === this.#gaps.length) {
      const longer = new Float64Array(2 * this.size);
      longer.set(this.#gaps);
      this.#gaps = longer;
    }
    let at = this.size++;
    for (; at > 0 && this.#gaps[at - 1]! > gap; at--) this.#gaps[at] = this.#gaps[at - 1]!;
    this.#gaps[at] = gap;
  }

  /** 90th percentile in whole days, rounded up; what is a whole number but for the last bits stays one. */
  limit(): number {
    const position = (this.size - 1) * OWN_SHARE;
    const below = Math.floor(position);
    const low = this.#gaps[below]!;
    const high = this.#gaps[Math.min(below + 1, this.size - 1)]!;
    return Math.ceil(low + (position - below) * (high - low) - 1e-9);
  }
}
