import type { ImportPlan } from '../../terms/plan';
import { markInUse } from '../meaning/decimal-marks';
import { fineOf, roundFine } from '../cells/minor-units';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';

/**
 * What the cell of a row's sum notes to have been given back, as in `131.77(已退款89.84)`: minor units, Infinity for all of it, 0 for
 * nothing. Null where no cell of the column has such a note, as in nearly all files.
 */
export function notedRefunds(readings: Readings, plan: ImportPlan): ((row: number) => number) | null {
  const column = Math.max(columnOf(plan, 'amount'), columnOf(plan, 'order-amount'));
  const back = column < 0 ? null : readings.numbers(column, markInUse(readings, plan)).back;
  if (!back) return null;
  const minor = Float64Array.from(back.mantissa, (mantissa, code) => {
    if (mantissa === Infinity || mantissa === 0) return mantissa;
    const fine = fineOf(mantissa, back.scale[code]!, plan.currency.digits);
    return roundFine(fine.minor, fine.rest);
  });
  const codes = readings.table.columns[column]!.codes.view();
  return (row) => minor[codes[row]!]!;
}
