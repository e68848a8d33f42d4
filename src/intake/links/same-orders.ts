import { NONE, NO_DAY } from '../../core/columns/batch';
import type { Day } from '../../terms/day';
import { headerSignature } from '../meaning/header-signature';
import { keyed, type LinkedFile } from './link-files';
import { columnOf } from '../meaning/plan-columns';

/** Share of the orders of the smaller file that both must have, and of those that must be of the same day where both know it. */
const ENOUGH = 0.5;

/**
 * Whether two files tell the same orders in two ways: they share half of the numbers of the smaller one, and days do not contradict it.
 * Two files with the same columns are two exports of one program. Cost: one look-up for each order of the smaller file, one pass over each.
 */
export function isSameOrders(a: LinkedFile, b: LinkedFile): boolean {
  if (a === b || !hasOrders(a) || !hasOrders(b)) return false;
  if (headerSignature(a.plan.header, a.plan.dialect) === headerSignature(b.plan.header, b.plan.dialect)) return false;
  const [small, large] = keysOf(a).size <= keysOf(b).size ? [a, b] : [b, a];
  const [own, others] = [keysOf(small), keysOf(large)];
  const [ownDays, otherDays] = [daysOf(small), daysOf(large)];
  let common = 0;
  let dated = 0;
  let sameDay = 0;
  for (let key = 0; key < own.size; key++) {
    const there = others.indexOf(own.get(key));
    if (there < 0) continue;
    common++;
    if (!ownDays || !otherDays || ownDays[key] === NO_DAY || otherDays[there] === NO_DAY) continue;
    dated++;
    // A day apart is a time zone.
    if (Math.abs(ownDays[key]! - otherDays[there]!) <= 1) sameDay++;
  }
  return common >= Math.max(1, own.size * ENOUGH) && sameDay >= dated * ENOUGH;
}

function hasOrders({ plan }: LinkedFile): boolean {
  return plan.kind === 'orders' && columnOf(plan, 'order') >= 0;
}

function keysOf({ readings, plan }: LinkedFile) {
  return keyed(readings, columnOf(plan, 'order'), 'order').keys.keys;
}

/** Day of each order by its key, as its first row has it; null when the file has no day of its own that can be read. */
function daysOf({ readings, plan }: LinkedFile): Int32Array | null {
  const date = columnOf(plan, 'date');
  if (date < 0 || plan.dateOrder === null) return null;
  const { keys, codes } = keyed(readings, columnOf(plan, 'order'), 'order');
  const days: ArrayLike<Day> = readings.days(date, plan.dateOrder);
  const dates = readings.table.columns[date]!.codes.view();
  const of = new Int32Array(keys.keys.size).fill(NO_DAY);
  for (let row = codes.length - 1; row >= 0; row--) {
    const key = keys.of[codes[row]!]!;
    if (key !== NONE) of[key] = days[dates[row]!]!;
  }
  return of;
}
