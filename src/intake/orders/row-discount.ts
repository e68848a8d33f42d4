import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { FINE, roundFine } from '../cells/minor-units';
import { OK } from '../cells/number-column';
import type { Readings } from '../cells/readings';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import { sumsOf } from './column-sums';
import type { RowMoney, RowStanding } from './once-per-order';

/** Orders of several rows that are needed before a repeated discount is believed to be the order's. */
const ENOUGH = 3;

/**
 * Takes the discount column of a plan off the money, whatever its sign, towards zero and not beyond it, and notes what was taken. An empty
 * or unreadable discount is none. One that is the order's and stands on each of its rows is taken once, shared among them by their worth.
 *
 * Cost: one pass over the rows; three more where discounts may be those of orders.
 */
export function takeDiscount(money: RowMoney, readings: Readings, plan: ImportPlan, rows: RowStanding): void {
  const column = columnOf(plan, 'discount');
  if (column < 0) return noteDiscount(money, readings, plan);
  const own = cellsOf(readings, plan, column);
  const ofOrders = discountsOfOrders(money, readings, plan, rows, own);
  const shared = ofOrders && sharesOf(money, rows, ofOrders);
  const off = (money.off = new Float64Array(money.state.length));
  for (let row = 0; row < off.length; row++) {
    if (money.state[row] !== OK || (money.bearer && money.bearer[row] !== row)) continue;
    const said = shared && rows.order(row) !== NONE ? shared[row]! : own(row);
    if (said === 0) continue;
    const total = fine(money, row);
    const taken = Math.min(said, Math.abs(total));
    put(money, row, total - Math.sign(total) * taken);
    off[row] = rounded(taken);
  }
}

/** Notes what a known export took off before it wrote the money, which stays as it is. */
function noteDiscount(money: RowMoney, readings: Readings, plan: ImportPlan): void {
  const names = presetNamed(plan.preset)?.off ?? [];
  const column = names.map((name) => readings.columnNamed(name)).find((at) => at >= 0 && plan.roles[at] === 'ignore');
  if (column === undefined) return;
  const own = cellsOf(readings, plan, column);
  const off = (money.off = new Float64Array(money.state.length));
  for (let row = 0; row < off.length; row++)
    if (money.state[row] === OK && (!money.bearer || money.bearer[row] === row)) off[row] = rounded(own(row));
}

/** The discount that stands in a row, in ten-thousandths of a minor unit. */
function cellsOf(readings: Readings, plan: ImportPlan, column: number): (row: number) => number {
  const sums = sumsOf(readings, plan, column);
  return (row) => {
    const code = sums.codes[row]!;
    return sums.state[code] === OK ? Math.abs(sums.minor[code]! * FINE + sums.rest[code]!) : 0;
  };
}

function rounded(fine: number): number {
  return roundFine(Math.trunc(fine / FINE), fine % FINE);
}

function fine({ minor, rest }: RowMoney, row: number): number {
  return minor[row]! * FINE + rest[row]!;
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
  sales((row, order) => (worth[order]! += fine(money, row)));
  const passed = new Float64Array(discount.length);
  const borne = new Float64Array(discount.length);
  const shares = new Float64Array(money.state.length);
  sales((row, order) => {
    passed[order]! += fine(money, row);
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

function isSale(money: RowMoney, rows: RowStanding, row: number): boolean {
  return money.state[row] === OK && fine(money, row) > 0 && rows.stands(row) && !rows.refund(row);
}

/** The discount of each order, where the column tells those of orders; null where it tells those of rows, or the money is the order's too. */
function discountsOfOrders(
  money: RowMoney,
  readings: Readings,
  plan: ImportPlan,
  rows: RowStanding,
  own: (row: number) => number,
): Float64Array | null {
  const order = columnOf(plan, 'order');
  if (order < 0 || moneyWay(plan) === 'order-amount') return null;
  const brought = columnOf(plan, 'discount') >= plan.roles.length - (plan.brought ?? 0);
  // What a known export tells is known; a column that came by the number of the order is the order's.
  if (!brought && plan.preset !== null) return null;
  const size = readings.keys(order, 'order').keys.size;
  const first = new Float64Array(size);
  for (let row = 0; row < money.state.length; row++) {
    const at = rows.order(row);
    if (at !== NONE && first[at] === 0) first[at] = own(row);
  }
  return brought || isRepeated(money, rows, own, first) ? first : null;
}

/**
 * Whether each row of an order repeats the discount of the order: so it is when all rows of every order that has one bear the same sum,
 * and these are different ones, or more than a row of theirs is worth. The same reduction on every article is one of rows.
 */
function isRepeated(money: RowMoney, rows: RowStanding, own: (row: number) => number, first: Float64Array): boolean {
  const sales = new Uint32Array(first.length);
  let beyond = false;
  for (let row = 0; row < money.state.length; row++) {
    const at = rows.order(row);
    if (at === NONE || first[at] === 0 || !isSale(money, rows, row)) continue;
    if (own(row) !== first[at]) return false;
    sales[at]!++;
    beyond ||= own(row) > fine(money, row);
  }
  const repeated = first.filter((_, at) => sales[at]! > 1);
  return repeated.length >= ENOUGH && (beyond || new Set(repeated).size > 1);
}
