import type { Day } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';

/** Groups smaller than this say nothing. */
const FEWEST = 100;
/** How much more often the early ones come back, and how far beyond chance, before the file is thought to begin in the middle. */
const TIMES = 1.25;
const DEVIATIONS = 3;

/**
 * Whether a file seems to begin in the middle of the shop's life, so that many a "first" order in it is none.
 *
 * Old customers taken for new ones have come back before, so they come back more than true newcomers do. Those whose first order of the
 * file is within its first eighth are compared with those whose first order is later than the first quarter, by the share who order on
 * another day within an eighth of the file. True where both groups have 100 customers, and the early share is 1.25 times the later one and
 * beyond it by three standard errors. A shop whose newcomers have become worse looks the same; and where nobody came later, as in a file of
 * one cohort, nothing can be told: false. Cost: one pass over the orders.
 */
export function looksLeftTruncated(orders: OrderTable, asOf: Day): boolean {
  const end = Math.min(asOf, orders.lastDay);
  const eighth = Math.floor((end - orders.firstDay + 1) / 8);
  if (eighth < 7) return false;
  const early = cameBack(orders, orders.firstDay, orders.firstDay + eighth, eighth);
  const later = cameBack(orders, orders.firstDay + 2 * eighth, end - eighth + 1, eighth);
  if (early.n < FEWEST || later.n < FEWEST) return false;
  const [p, q] = [early.back / early.n, later.back / later.n];
  const both = (early.back + later.back) / (early.n + later.n);
  const error = Math.sqrt(both * (1 - both) * (1 / early.n + 1 / later.n));
  return p > TIMES * q && p - q > DEVIATIONS * error;
}

/** Customers whose first order is in [from, to), and those of them who ordered on another day within `days` of it. */
function cameBack({ customers, first, day }: OrderTable, from: Day, to: Day, days: number): { n: number; back: number } {
  let [n, back] = [0, 0];
  for (let c = 0; c < customers; c++) {
    const begin = first[c]!;
    if (begin === first[c + 1] || day[begin]! < from || day[begin]! >= to) continue;
    n++;
    let i = begin + 1;
    while (i < first[c + 1]! && day[i] === day[begin]) i++;
    if (i < first[c + 1]! && day[i]! - day[begin]! <= days) back++;
  }
  return { n, back };
}
