import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';

/*
 * Sets of customers: ascending Uint32Arrays of customer indices.
 */

/** Customers for whom `test` holds. */
export function customersWhere(orders: OrderTable, test: (customer: number) => boolean): Uint32Array {
  const who = new Uint32Array(orders.customers);
  let n = 0;
  for (let c = 0; c < orders.customers; c++) if (test(c)) who[n++] = c;
  return who.slice(0, n);
}

/** Customers with at least one order in [from, to). Cost: one pass over orders at most. */
export function buyersBetween(orders: OrderTable, from: Day, to: Day): Uint32Array {
  const { first, day } = orders;
  const who = new Uint32Array(orders.customers);
  let n = 0;
  for (let c = 0; c < orders.customers; c++) {
    const end = first[c + 1]!;
    let i = first[c]!;
    while (i < end && day[i]! < from) i++;
    if (i < end && day[i]! < to) who[n++] = c;
  }
  return who.slice(0, n);
}

/** Those of `customers` whose first order ever lies in [from, to). */
export function newcomersBetween(orders: OrderTable, customers: Uint32Array, from: Day, to: Day): Uint32Array {
  return customers.filter((c) => {
    const first = orders.day[orders.first[c]!]!;
    return first >= from && first < to;
  });
}

/** Members of both sets. */
export function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  return part(a, b, true);
}

/** Members of `a` that are not in `b`. */
export function difference(a: Uint32Array, b: Uint32Array): Uint32Array {
  return part(a, b, false);
}

/** Members of either set. */
export function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  const who = new Uint32Array(a.length + b.length);
  let [n, i, j] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const next = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i++]! : b[j++]!;
    if (n === 0 || who[n - 1] !== next) who[n++] = next;
  }
  return who.slice(0, n);
}

function part(a: Uint32Array, b: Uint32Array, inBoth: boolean): Uint32Array {
  const who = new Uint32Array(a.length);
  let n = 0;
  let j = 0;
  for (const customer of a) {
    while (j < b.length && b[j]! < customer) j++;
    if ((b[j] === customer) === inBoth) who[n++] = customer;
  }
  return who.slice(0, n);
}
