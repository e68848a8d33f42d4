import type { ImportPlan } from '../../terms/plan';
import { markInUse } from '../meaning/decimal-marks';
import { fineOf } from '../cells/minor-units';
import { BAD } from '../cells/number-column';
import type { Codes, Readings } from '../cells/readings';

/** A column's numbers in minor units, by different cell, with the codes of the rows. Sums too great to be held exactly are BAD. */
export interface Sums {
  codes: Codes;
  minor: Float64Array;
  rest: Int16Array;
  state: Uint8Array;
}

/** The sums of a column as the plan reads them. */
export function sumsOf(readings: Readings, plan: ImportPlan, column: number): Sums {
  const numbers = readings.numbers(column, markInUse(readings, plan));
  const size = numbers.state.length;
  const sums: Sums = {
    codes: readings.table.columns[column]!.codes.view(),
    minor: new Float64Array(size),
    rest: new Int16Array(size),
    state: numbers.state.slice(),
  };
  for (let code = 0; code < size; code++) {
    const fine = fineOf(numbers.mantissa[code]!, numbers.scale[code]!, plan.currency.digits);
    if (!isExact(fine.minor)) sums.state[code] = BAD;
    sums.minor[code] = fine.minor;
    sums.rest[code] = fine.rest;
  }
  return sums;
}

/** Whether a sum is held to the unit; beyond 2^53 doubles are even numbers only. */
export function isExact(minor: number): boolean {
  return Math.abs(minor) <= Number.MAX_SAFE_INTEGER;
}
