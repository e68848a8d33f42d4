import type { ImportPlan } from '../../terms/plan';
import { markInUse } from '../meaning/decimal-marks';
import { FINE, fineProduct } from '../cells/minor-units';
import { BAD, MISSING, OK, type NumberColumn } from '../cells/number-column';
import { oncePerOrder, type RowMoney, type RowStanding } from './once-per-order';
import { isExact, sumsOf, type Sums } from './column-sums';
import { columnOf, moneyWay, type MoneyWay } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import type { Readings } from '../cells/readings';
import { noteDiscount } from './noted-discount';
import { takeDiscount } from './row-discount';

/** Quantity that is needed for the sum and cannot be read. */
export const BAD_QUANTITY = 3;

/** Money of each row as the plan has it: a sum, the order's sum on one row of the order, or price times quantity; less the discount. */
export function rowMoney(readings: Readings, plan: ImportPlan, standing: RowStanding): RowMoney {
  const rows = readings.table.rows;
  const money: RowMoney = {
    minor: new Float64Array(rows),
    rest: new Int16Array(rows),
    state: new Uint8Array(rows),
    bearer: null,
    off: null,
  };
  const way = moneyWay(plan);
  if (way === null) money.state.fill(MISSING);
  else if (way === 'product') multiply(money, readings, plan);
  else takeSums(money, sumsOf(readings, plan, sumColumn(plan, way)));
  if (way === 'order-amount') oncePerOrder(money, standing, readings.keys(columnOf(plan, 'order'), 'order').keys.size);
  if (way === null) return money;
  adjust(money, readings, plan);
  takeDiscount(money, readings, plan, standing);
  noteDiscount(money, readings, plan, standing);
  return money;
}

/** Column of the sums, for a way that has one. */
function sumColumn(plan: ImportPlan, way: MoneyWay): number {
  return columnOf(plan, way === 'refund' ? 'refund' : plan.roles.includes('order-amount') ? 'order-amount' : 'amount');
}

/** What a known export counts in goes off, what it forgets comes on top. */
function adjust(money: RowMoney, readings: Readings, plan: ImportPlan): void {
  const { plus = [], less = [] } = presetNamed(plan.preset) ?? {};
  const columns = (names: readonly string[]): number[] =>
    names.map((name) => readings.columnNamed(name)).filter((column) => column >= 0 && plan.roles[column] === 'ignore');
  for (const column of columns(plus)) add(money, sumsOf(readings, plan, column));
  for (const column of columns(less)) subtract(money, sumsOf(readings, plan, column));
}

/** Each row has the sum of its cell. */
function takeSums(money: RowMoney, sums: Sums): void {
  for (let row = 0; row < money.state.length; row++) {
    const code = sums.codes[row]!;
    money.minor[row] = sums.minor[code]!;
    money.rest[row] = sums.rest[code]!;
    money.state[row] = sums.state[code]!;
  }
}

function multiply(money: RowMoney, readings: Readings, plan: ImportPlan): void {
  const price = columnOf(plan, 'unit-price');
  const quantity = columnOf(plan, 'quantity');
  if (quantity < 0) return takeSums(money, sumsOf(readings, plan, price));
  const prices = readings.numbers(price, markInUse(readings, plan));
  const quantities = readings.numbers(quantity, markInUse(readings, plan));
  const priceCodes = readings.table.columns[price]!.codes.view();
  const quantityCodes = readings.table.columns[quantity]!.codes.view();
  for (let row = 0; row < money.state.length; row++) {
    const p = priceCodes[row]!;
    const q = quantityCodes[row]!;
    money.state[row] = prices.state[p] !== OK ? prices.state[p]! : quantities.state[q] !== OK ? BAD_QUANTITY : OK;
    if (money.state[row] === OK) setProduct(money, row, { prices, p, quantities, q, digits: plan.currency.digits });
  }
}

function setProduct(
  money: RowMoney,
  row: number,
  of: { prices: NumberColumn; p: number; quantities: NumberColumn; q: number; digits: number },
): void {
  const price = { mantissa: of.prices.mantissa[of.p]!, scale: of.prices.scale[of.p]! };
  const fine = fineProduct(price, { mantissa: of.quantities.mantissa[of.q]!, scale: of.quantities.scale[of.q]! }, of.digits);
  // Adding 0 turns -0 (a price of 0 times a negative quantity) into 0.
  money.minor[row] = fine.minor + 0;
  money.rest[row] = fine.rest;
  if (!isExact(fine.minor)) money.state[row] = BAD;
}

/** Adds sums to money that is not below zero. An empty or unreadable sum is none. */
function add(money: RowMoney, sums: Sums): void {
  for (let row = 0; row < money.state.length; row++) {
    const code = sums.codes[row]!;
    if (money.state[row] !== OK || sums.state[code] !== OK || money.minor[row]! < 0 || (money.bearer && money.bearer[row] !== row))
      continue;
    const total = (money.minor[row]! + sums.minor[code]!) * FINE + money.rest[row]! + sums.rest[code]!;
    money.minor[row] = Math.trunc(total / FINE) + 0;
    money.rest[row] = total % FINE;
  }
}

/** Takes sums off, whatever their sign, towards zero and not beyond it. An empty or unreadable one is none. */
function subtract(money: RowMoney, sums: Sums): void {
  for (let row = 0; row < money.state.length; row++) {
    const code = sums.codes[row]!;
    if (money.state[row] !== OK || sums.state[code] !== OK || (money.bearer && money.bearer[row] !== row)) continue;
    const total = money.minor[row]! * FINE + money.rest[row]!;
    const off = Math.abs(sums.minor[code]! * FINE + sums.rest[code]!);
    const left = Math.max(0, Math.abs(total) - off) * Math.sign(total);
    // Adding 0 turns -0 into 0.
    money.minor[row] = Math.trunc(left / FINE) + 0;
    money.rest[row] = left % FINE;
  }
}
