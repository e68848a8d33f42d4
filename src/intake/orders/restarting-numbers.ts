import { NO_DAY, NONE } from '../../core/columns/batch';
import { isoFromDay } from '../../terms/day';
import type { ImportPlan } from '../../terms/plan';
import { growingKeys } from '../meaning/order-references';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';
import type { RowFacts } from './row-facts';

/** A till that works past midnight writes one receipt on two days. */
const APART = 1;
/** Numbers that must be shared, and their share, before a file is believed to begin its numbers again. */
const ENOUGH = 5;
const SHARE = 0.2;

type Rows = Pick<RowFacts, 'order' | 'customer' | 'day'>;

/**
 * Orders of a till that begins its receipt numbers again, each day or when the roll is changed: a number and its day together name the
 * receipt. Null for other files: there a number is one order, whatever the days of its rows, because deliveries and exchanges keep it.
 *
 * Told by numbers that different customers have on days apart, blanks not filled. Cost: one pass; another where numbers do begin again.
 */
export function restartingNumbers(readings: Readings, plan: ImportPlan, row: Rows): ((r: number) => number) | null {
  const column = columnOf(plan, 'order');
  if (column < 0 || !beginAgain(row, readings.table.rows, readings.keys(column, 'order').keys.size)) return null;
  const keys = growingKeys(readings, column);
  const codes = Uint32Array.from({ length: readings.table.rows }, (_, r) => {
    const order = row.order(r);
    const day = row.day(r);
    return order === NONE || day === NO_DAY ? order : keys.add(`${keys.get(order)} · ${isoFromDay(day)}`);
  });
  return (r) => codes[r]!;
}

function beginAgain(row: Rows, rows: number, size: number): boolean {
  const day = new Int32Array(size).fill(NO_DAY);
  const customer = new Uint32Array(size).fill(NONE);
  const shared = new Uint8Array(size);
  let numbers = 0;
  let again = 0;
  for (let r = 0; r < rows; r++) {
    const order = row.order(r);
    if (order === NONE || row.day(r) === NO_DAY || row.customer(r) === NONE) continue;
    if (day[order] === NO_DAY) {
      day[order] = row.day(r);
      customer[order] = row.customer(r);
      numbers++;
    } else if (!shared[order] && customer[order] !== row.customer(r) && Math.abs(row.day(r) - day[order]!) > APART) {
      shared[order] = 1;
      again++;
    }
  }
  return again >= ENOUGH && again >= numbers * SHARE;
}
