import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';

/**
 * What a lifetime model reads of customers, row i about customer `id[i]`, ids ascending. All orders of a customer on one day are one
 * purchase occasion. Units are days.
 */
export interface RepeatHistory {
  count: number;
  id: Uint32Array;
  /** x: order-days after the first. */
  x: Uint32Array;
  /** t_x: from the first order-day to the last; 0 where there is one only. */
  recency: Uint32Array;
  /** T: from the first order-day to the last day known. */
  age: Uint32Array;
}

/**
 * The history of everybody who ordered up to `asOf`. Cost: one pass over the orders.
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2), 2005, section 2
 */
export function repeatHistory(orders: OrderTable, asOf: Day): RepeatHistory {
  const { customers, first, day } = orders;
  const id = new Uint32Array(customers);
  const x = new Uint32Array(customers);
  const recency = new Uint32Array(customers);
  const age = new Uint32Array(customers);
  let count = 0;
  for (let c = 0; c < customers; c++) {
    const begin = first[c]!;
    const end = first[c + 1]!;
    if (begin === end || day[begin]! > asOf) continue;
    let last = begin;
    let repeats = 0;
    for (let i = begin + 1; i < end && day[i]! <= asOf; i++) {
      if (day[i]! > day[last]!) repeats++;
      last = i;
    }
    id[count] = c;
    x[count] = repeats;
    recency[count] = day[last]! - day[begin]!;
    age[count++] = asOf - day[begin]!;
  }
  const cut = (column: Uint32Array): Uint32Array => column.slice(0, count);
  return { count, id: cut(id), x: cut(x), recency: cut(recency), age: cut(age) };
}
