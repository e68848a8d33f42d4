import { NONE } from '../core/columns/batch';
import { REFUND_PART, SALE_ROW, type Interpretation } from './interpret';
import { roundFine } from './minor-units';
import { OK } from './number-column';
import { REFUNDED } from './order-status';
import { columnOf, moneyWay } from './plan-columns';
import { notedRefunds } from './noted-refunds';
import type { Readings } from './readings';
import { sumsOf } from './row-money';
import { rowSort } from './row-sort';

/**
 * Money given back for each sale row according to its own row or order, positive, 0 where none: what the refund column says, or all of it
 * when the status is "refunded", or what a note behind the sum says. Never more than the row is worth: refund columns count tax and shipping, which are no revenue.
 * Where sums are per order, the refund is that of the order and stands with its sum. What refund rows with the number of the same order
 * give back already is not given back again: a file that has both says one thing twice.
 */
export function refundsOf(readings: Readings, read: Interpretation): Float64Array {
  const refunds = new Float64Array(read.part.length);
  const said = refundColumn(readings, read);
  const noted = notedRefunds(readings, read.plan);
  const stated = columnOf(read.plan, 'status') >= 0 || rowSort(readings, read.plan) !== null;
  if (!said && !stated && !noted) return refunds;
  const back = givenBackByRows(readings, read);
  for (let r = 0; r < refunds.length; r++) {
    if (read.part[r] !== SALE_ROW || !(read.worth[r]! > 0)) continue;
    const known = stated && read.status(r) === REFUNDED ? Infinity : Math.max(said?.(r) ?? 0, noted?.(r) ?? 0);
    refunds[r] = Math.min(known, read.worth[r]!);
    const order = read.order(r);
    if (order === NONE || !(back[order]! > 0)) continue;
    const twice = Math.min(refunds[r]!, back[order]!);
    refunds[r]! -= twice;
    back[order]! -= twice;
  }
  return refunds;
}

/** Money that refund rows give back, by the order whose number they bear. */
function givenBackByRows(readings: Readings, { plan, part, worth, order }: Interpretation): Float64Array {
  const column = columnOf(plan, 'order');
  const back = new Float64Array(column < 0 ? 0 : readings.keys(column, 'order').keys.size);
  for (let r = 0; column >= 0 && r < part.length; r++) if (part[r] === REFUND_PART && order(r) !== NONE) back[order(r)]! -= worth[r]!;
  return back;
}

/** Refund of a row from the refund column, or null when there is none. */
function refundColumn(readings: Readings, { plan, order }: Interpretation): ((row: number) => number) | null {
  const column = columnOf(plan, 'refund');
  if (column < 0 || moneyWay(plan) === 'refund') return null;
  const sums = sumsOf(readings, plan, column);
  const own = (row: number): number => {
    const code = sums.codes[row]!;
    return sums.state[code] === OK ? Math.abs(roundFine(sums.minor[code]!, sums.rest[code]!)) : 0;
  };
  if (moneyWay(plan) !== 'order-amount') return own;
  const first = new Float64Array(readings.keys(columnOf(plan, 'order'), 'order').keys.size);
  for (let row = 0; row < sums.codes.length; row++) {
    const code = order(row);
    if (code !== NONE && first[code] === 0) first[code] = own(row);
  }
  return (row) => first[order(row)] ?? 0;
}
