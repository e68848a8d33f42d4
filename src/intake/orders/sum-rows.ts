import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { columnOf } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import type { Readings } from '../cells/readings';

/** Rows of a known export that sum up the other rows of their order: blank where those name what was bought. Cost: one pass where there are any. */
export function sumRows(readings: Readings, plan: ImportPlan): (row: number) => boolean {
  const name = presetNamed(plan.preset)?.sumWhenBlank;
  const column = name === undefined ? -1 : readings.columnNamed(name);
  const orders = columnOf(plan, 'order');
  if (column < 0 || orders < 0) return () => false;
  const blank = readings.blanks(column);
  if (!blank.includes(1)) return () => false;
  const codes = readings.table.columns[column]!.codes.view();
  const { keys, of } = readings.keys(orders, 'order');
  const orderCodes = readings.table.columns[orders]!.codes.view();
  const named = new Uint8Array(keys.size);
  for (let row = 0; row < readings.table.rows; row++) {
    const order = of[orderCodes[row]!]!;
    if (order !== NONE && !blank[codes[row]!]) named[order] = 1;
  }
  return (row) => blank[codes[row]!] === 1 && named[of[orderCodes[row]!]!] === 1;
}
