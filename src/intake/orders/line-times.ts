import { LINE_TIMES, NO_DAY, type LineColumns, type LineTimes } from '../../core/columns/batch';
import { columnOf } from '../meaning/plan-columns';
import { dayOrder } from '../meaning/record-dates';
import type { Readings } from '../cells/readings';
import type { Interpretation } from './interpret';

/** When the used rows were promised and delivered; nothing of what no column tells. Blanks are filled from the order's other rows. */
export function lineTimes(readings: Readings, read: Interpretation, used: Uint32Array): Pick<LineColumns, (typeof LINE_TIMES)[number]> {
  const times: ReturnType<typeof lineTimes> = {};
  for (const name of LINE_TIMES) {
    const column = columnOf(read.plan, name);
    if (column >= 0) times[name] = timesOf(readings, read, column, used);
  }
  return times;
}

function timesOf(readings: Readings, { plan, fillColumn }: Interpretation, column: number, used: Uint32Array): LineTimes {
  const days = timeDays(readings, plan, column);
  const { second } = readings.dates(column);
  const codes = readings.filled(column, fillColumn);
  const values = new Int32Array(used.length);
  for (let i = 0; i < used.length; i++) values[i] = days[codes[used[i]!]!]!;
  if (!second.some((at) => at >= 0)) return { values };
  const seconds = new Int32Array(used.length);
  for (let i = 0; i < used.length; i++) seconds[i] = values[i] === NO_DAY ? -1 : second[codes[used[i]!]!]!;
  return { values, seconds };
}

/** Days of a column of such times by different cell, NO_DAY where a cell has none: in an order of its own where its cells tell one. */
export function timeDays(readings: Readings, plan: Interpretation['plan'], column: number): Int32Array {
  return readings.days(column, dayOrder(readings, plan, column));
}
