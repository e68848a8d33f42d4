import { NONE } from '../../core/columns/batch';
import { SALE_ROW, type Interpretation } from './interpret';
import { roundFine } from '../cells/minor-units';
import { OK } from '../cells/number-column';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';
import { sumsOf } from './column-sums';

/** What a column says was given back: what of it is left for a row, and that some of it was taken for the row. */
export interface RefundColumn {
  left: (row: number) => number;
  take: (row: number, minor: number) => void;
}

/**
 * The refund column of a plan, null when it has none or when it is the only money. A sum that is the order's, because the money is or
 * because each line of an order repeats it, is given back once: line by line until nothing of it is left.
 */
export function refundColumn(readings: Readings, read: Interpretation): RefundColumn | null {
  const column = columnOf(read.plan, 'refund');
  const way = moneyWay(read.plan);
  if (column < 0 || way === 'refund') return null;
  const sums = sumsOf(readings, read.plan, column);
  const own = (row: number): number => {
    const code = sums.codes[row]!;
    return sums.state[code] === OK ? Math.abs(roundFine(sums.minor[code]!, sums.rest[code]!)) : 0;
  };
  const orders = columnOf(read.plan, 'order');
  const size = orders < 0 ? 0 : readings.keys(orders, 'order').keys.size;
  if (way !== 'order-amount' && (orders < 0 || !isOrders(read, own, size))) return { left: own, take: () => undefined };
  const left = new Float64Array(size);
  for (let row = 0; row < sums.codes.length; row++) {
    const order = read.order(row);
    if (order !== NONE && left[order] === 0) left[order] = own(row);
  }
  return {
    left: (row) => left[read.order(row)] ?? 0,
    take: (row, minor) => {
      left[read.order(row)]! -= minor;
    },
  };
}

/**
 * Whether each line of an order repeats the refund of the order. So it is when all lines of every order that has one bear the same sum,
 * and in some order that sum is not what each of its lines is worth: lines given back whole bear their own worth.
 */
function isOrders({ part, worth, order }: Interpretation, own: (row: number) => number, size: number): boolean {
  const lines = new Uint32Array(size);
  const backs = new Uint32Array(size);
  const sum = new Float64Array(size);
  const odd = new Uint8Array(size);
  for (let row = 0; row < part.length; row++) {
    const at = order(row);
    if (part[row] !== SALE_ROW || at === NONE) continue;
    lines[at]!++;
    const back = own(row);
    if (back === 0) continue;
    if (backs[at]!++ > 0 && sum[at] !== back) return false;
    sum[at] = back;
    if (back !== worth[row]) odd[at] = 1;
  }
  let found = false;
  for (let at = 0; at < size; at++) {
    if (lines[at]! < 2 || backs[at] === 0) continue;
    if (backs[at] !== lines[at]) return false;
    found ||= odd[at] === 1;
  }
  return found;
}
