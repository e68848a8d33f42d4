import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { OK } from '../cells/number-column';
import type { Readings } from '../cells/readings';
import { columnOf } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import { discountCells, firstOfOrders, isRepeated, isSale, rounded, type OwnDiscount } from './discount-cells';
import type { RowMoney, RowStanding } from './once-per-order';

/**
 * Notes the discounts that were off the money before the file was written: those of the column that is said to hold them, else of the one
 * that a known export has. The money stays as it is. Cost: one pass over the rows; three more for a column that the plan names.
 */
export function noteDiscount(money: RowMoney, readings: Readings, plan: ImportPlan, rows: RowStanding): void {
  const column = columnOf(plan, 'discount-off');
  if (column < 0) return noteKnown(money, readings, plan);
  const own = discountCells(readings, plan, column);
  const off = (money.off ??= new Float64Array(money.state.length));
  const first = discountsOfOrders(money, readings, plan, rows, own);
  if (first) onceEach(money, rows, first, off);
  for (let row = 0; row < off.length; row++)
    if (money.state[row] === OK && (!first || rows.order(row) === NONE)) off[row] = off[row]! + rounded(own(row));
}

/** What a known export took off before it wrote the money; nothing beside a discount that the plan takes off. */
function noteKnown(money: RowMoney, readings: Readings, plan: ImportPlan): void {
  const names = money.off ? [] : (presetNamed(plan.preset)?.off ?? []);
  const column = names.map((name) => readings.columnNamed(name)).find((at) => at >= 0 && plan.roles[at] === 'ignore');
  if (column === undefined) return;
  const own = discountCells(readings, plan, column);
  const off = (money.off = new Float64Array(money.state.length));
  for (let row = 0; row < off.length; row++)
    if (money.state[row] === OK && (!money.bearer || money.bearer[row] === row)) off[row] = rounded(own(row));
}

/** The discount of each order, where the column tells those of orders; null where it tells those of rows. */
function discountsOfOrders(
  money: RowMoney,
  readings: Readings,
  plan: ImportPlan,
  rows: RowStanding,
  own: OwnDiscount,
): Float64Array | null {
  const order = columnOf(plan, 'order');
  if (order < 0) return null;
  const first = firstOfOrders(money, rows, own, readings.keys(order, 'order').keys.size);
  const ofOrders = money.bearer ? !differs(money, rows, own, first) : isRepeated(money, rows, own, first, true);
  return ofOrders ? first : null;
}

/** Whether an order has two discounts: beside a sum that is the order's, one that is repeated or stands on one row is the order's too. */
function differs(money: RowMoney, rows: RowStanding, own: OwnDiscount, first: Float64Array): boolean {
  for (let row = 0; row < money.state.length; row++) {
    const at = rows.order(row);
    if (at === NONE || !rows.stands(row) || rows.refund(row)) continue;
    const said = own(row);
    if (said !== 0 && said !== first[at]) return true;
  }
  return false;
}

/** Notes each order's discount on its first sale, on its first row that gives nothing back where all of it was free. */
function onceEach(money: RowMoney, rows: RowStanding, first: Float64Array, off: Float64Array): void {
  const isFree = (row: number): boolean => money.state[row] === OK && money.minor[row] === 0 && rows.stands(row) && !rows.refund(row);
  const done = new Uint8Array(first.length);
  for (const bears of [(row: number) => isSale(money, rows, row), isFree]) {
    for (let row = 0; row < off.length; row++) {
      const at = rows.order(row);
      if (at === NONE || done[at] || first[at] === 0 || !bears(row)) continue;
      done[at] = 1;
      off[row] = off[row]! + rounded(first[at]!);
    }
  }
}
