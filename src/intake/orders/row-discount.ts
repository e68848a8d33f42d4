import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { FINE } from '../cells/minor-units';
import { OK } from '../cells/number-column';
import type { Readings } from '../cells/readings';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { discountCells, fineMoney, firstOfOrders, isRepeated, isSale, rounded, type OwnDiscount } from './discount-cells';
import type { RowMoney, RowStanding } from './once-per-order';

/**
 * Takes the discount column of a plan off the money, whatever its sign, towards zero and not beyond it, and notes what was taken. An empty
 * or unreadable discount is none. One that is the order's and stands on each of its rows is taken once, shared among them by their worth.
 *
 * Cost: one pass over the rows; three more where discounts may be those of orders.
 */
export function takeDiscount(money: RowMoney, readings: Readings, plan: ImportPlan, rows: RowStanding): void {
  const column = columnOf(plan, 'discount');
  if (column < 0) return;
  const own = discountCells(readings, plan, column);
  const ofOrders = discountsOfOrders(money, readings, plan, rows, own);
  const shared = ofOrders && sharesOf(money, rows, ofOrders);
  const off = (money.off = new Float64Array(money.state.length));
  for (let row = 0; row < off.length; row++) {
    if (money.state[row] !== OK || (money.bearer && money.bearer[row] !== row)) continue;
    const said = shared && rows.order(row) !== NONE ? shared[row]! : own(row);
    if (said === 0) continue;
    const total = fineMoney(money, row);
    const taken = Math.min(said, Math.abs(total));
    put(money, row, total - Math.sign(total) * taken);
    off[row] = rounded(taken);
  }
}

/** What each row bears of the discount of its order: whole minor units by its worth, the last row what is left. */
function sharesOf(money: RowMoney, rows: RowStanding, discount: Float64Array): Float64Array {
  const worth = new Float64Array(discount.length);
  const sales = (each: (row: number, order: number) => void): void => {
    for (let row = 0; row < money.state.length; row++) {
      const order = rows.order(row);
      if (order !== NONE && discount[order]! > 0 && isSale(money, rows, row)) each(row, order);
    }
  };
  sales((row, order) => (worth[order]! += fineMoney(money, row)));
  const passed = new Float64Array(discount.length);
  const borne = new Float64Array(discount.length);
  const shares = new Float64Array(money.state.length);
  sales((row, order) => {
    passed[order]! += fineMoney(money, row);
    const part = passed[order]! / worth[order]!;
    const upToHere = part === 1 ? discount[order]! : Math.round((discount[order]! * part) / FINE) * FINE;
    shares[row] = upToHere - borne[order]!;
    borne[order] = upToHere;
  });
  return shares;
}

function put(money: RowMoney, row: number, left: number): void {
  // Adding 0 turns -0 into 0.
  money.minor[row] = Math.trunc(left / FINE) + 0;
  money.rest[row] = left % FINE;
}

/** The discount of each order, where the column tells those of orders; null where it tells those of rows, or the money is the order's too. */
function discountsOfOrders(
  money: RowMoney,
  readings: Readings,
  plan: ImportPlan,
  rows: RowStanding,
  own: OwnDiscount,
): Float64Array | null {
  const order = columnOf(plan, 'order');
  if (order < 0 || moneyWay(plan) === 'order-amount') return null;
  const brought = columnOf(plan, 'discount') >= plan.roles.length - (plan.brought ?? 0);
  // What a known export tells is known; a column that came by the number of the order is the order's.
  if (!brought && plan.preset !== null) return null;
  const first = firstOfOrders(money, rows, own, readings.keys(order, 'order').keys.size);
  return brought || isRepeated(money, rows, own, first) ? first : null;
}
