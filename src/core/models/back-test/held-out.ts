import type { OrderTable } from '../../columns/order-table';
import type { RepeatHistory } from '../lifetime/repeat-history';
import type { TestSplit } from './test-split';

/** Order-days of customers around a cut; row i is about row i of the history up to the cut. */
export interface HeldOut {
  /** Order-days in the part that is held back. */
  actual: Uint32Array;
  /** Order-days after the first in as many days before the cut. */
  before: Uint32Array;
}

/** What the customers known at the cut did after it, and in as many days before it. Cost: one pass over the orders. */
export function heldOut({ first, day }: OrderTable, { count, id }: RepeatHistory, { cut, end, holdOutDays }: TestSplit): HeldOut {
  const actual = new Uint32Array(count);
  const before = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const [from, to] = [first[id[row]!]!, first[id[row]! + 1]!];
    for (let i = from + 1; i < to && day[i]! <= end; i++) {
      if (day[i] === day[i - 1]) continue;
      if (day[i]! > cut) actual[row]!++;
      else if (day[i]! > cut - holdOutDays) before[row]!++;
    }
  }
  return { actual, before };
}
