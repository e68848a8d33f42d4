import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { FINE, roundFine } from '../cells/minor-units';
import { OK } from '../cells/number-column';
import type { Readings } from '../cells/readings';
import { sumsOf } from './column-sums';
import type { RowMoney, RowStanding } from './once-per-order';

/** Orders of several rows that are needed before a repeated discount is believed to be the order's. */
const ENOUGH = 3;

/** The discount that stands in a row, in ten-thousandths of a minor unit, 0 where none can be read. */
export type OwnDiscount = (row: number) => number;

/** The discounts that stand in the rows of a column, whatever their sign. */
export function discountCells(readings: Readings, plan: ImportPlan, column: number): OwnDiscount {
  const sums = sumsOf(readings, plan, column);
  return (row) => {
    const code = sums.codes[row]!;
    return sums.state[code] === OK ? Math.abs(sums.minor[code]! * FINE + sums.rest[code]!) : 0;
  };
}

/** Whole minor units of a number of ten-thousandths. */
export function rounded(fine: number): number {
  return roundFine(Math.trunc(fine / FINE), fine % FINE);
}

/** The money of a row in ten-thousandths of a minor unit. */
export function fineMoney({ minor, rest }: RowMoney, row: number): number {
  return minor[row]! * FINE + rest[row]!;
}

/** Whether a row is a sale that can be used. */
export function isSale(money: RowMoney, rows: RowStanding, row: number): boolean {
  return money.state[row] === OK && fineMoney(money, row) > 0 && rows.stands(row) && !rows.refund(row);
}

/** The first discount that stands in a row of each order, 0 where none does. Cost: one pass. */
export function firstOfOrders(money: RowMoney, rows: RowStanding, own: OwnDiscount, orders: number): Float64Array {
  const first = new Float64Array(orders);
  for (let row = 0; row < money.state.length; row++) {
    const at = rows.order(row);
    if (at !== NONE && first[at] === 0) first[at] = own(row);
  }
  return first;
}

/**
 * Whether each row of an order repeats the discount of the order: so it is when all rows of every order that has one bear the same sum,
 * and these are different ones, or more than a row of theirs is worth. The same reduction on every article is one of rows.
 *
 * @param taken  the discount is off the money already, and may well be more than what is left. Cost: one pass.
 */
export function isRepeated(money: RowMoney, rows: RowStanding, own: OwnDiscount, first: Float64Array, taken = false): boolean {
  const sales = new Uint32Array(first.length);
  let beyond = false;
  for (let row = 0; row < money.state.length; row++) {
    const at = rows.order(row);
    if (at === NONE || first[at] === 0 || !isSale(money, rows, row)) continue;
    if (own(row) !== first[at]) return false;
    sales[at]!++;
    beyond ||= !taken && own(row) > fineMoney(money, row);
  }
  const repeated = first.filter((_, at) => sales[at]! > 1);
  return repeated.length >= ENOUGH && (beyond || new Set(repeated).size > 1);
}
