import { NONE } from '../../core/columns/batch';
import { REFUND_PART, SALE_ROW, type Interpretation } from './interpret';
import { REFUNDED } from '../cells/order-status';
import { columnOf } from '../meaning/plan-columns';
import { notedRefunds } from './noted-refunds';
import type { Readings } from '../cells/readings';
import { refundColumn } from './refund-column';
import { rowSort } from './row-sort';

/**
 * Money given back for each sale row according to its own row or order, positive, 0 where none: what the refund column says, or all of it
 * when the status is "refunded", or what a note behind the sum says. Never more than the row is worth: refund columns count tax and
 * shipping, which are no revenue. What refund rows with the number of the same order
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
    const known = stated && read.status(r) === REFUNDED ? Infinity : Math.max(said?.left(r) ?? 0, noted?.(r) ?? 0);
    refunds[r] = Math.min(known, read.worth[r]!);
    said?.take(r, refunds[r]!);
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
