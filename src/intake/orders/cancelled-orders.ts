import { NONE, type PackedStrings } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { PART_CODES, SALE_ROW, type Interpretation } from './interpret';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';

/** Numbers of the orders that a file says were cancelled and has no sale of; undefined when there is none. Cost: one pass over the rows. */
export function cancelledOrders(readings: Readings, { plan, part, order }: Interpretation): PackedStrings | undefined {
  const column = columnOf(plan, 'order');
  if (column < 0) return undefined;
  const { keys } = readings.keys(column, 'order');
  const cancelled = PART_CODES.indexOf('cancelled');
  const [off, sold] = [new Uint8Array(keys.size), new Uint8Array(keys.size)];
  for (let r = 0; r < part.length; r++) {
    if (order(r) === NONE) continue;
    if (part[r] === cancelled) off[order(r)] = 1;
    else if (part[r] === SALE_ROW) sold[order(r)] = 1;
  }
  const numbers = new Dictionary();
  for (let code = 0; code < off.length; code++) if (off[code] && !sold[code]) numbers.add(keys.get(code));
  return numbers.size > 0 ? numbers.pack() : undefined;
}
