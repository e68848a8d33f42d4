import { NO_DAY, NONE } from '../../core/columns/batch';
import { REASONS, type Part } from '../../terms/part';
import type { ImportPlan } from '../../terms/plan';
import { FINE, roundFine } from '../cells/minor-units';
import { BAD, MISSING, OK } from '../cells/number-column';
import type { RowMoney } from './once-per-order';
import { CANCELLED, REFUND_ROW } from '../cells/order-status';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import { readRowFacts } from './read-row-facts';
import type { Readings } from '../cells/readings';
import { BAD_QUANTITY, rowMoney } from './row-money';
import { soldElsewhere } from './refund-links';
import type { RowFacts } from './row-facts';
import { rowSort, type RowSort } from './row-sort';
import { IN_TABLE, rowPlaces } from './row-places';
import { sumRows } from './sum-rows';
import { totalRows } from './total-rows';

/** Codes of rows: 0 sale, 1 refund, 2 record of another kind, then the reasons of terms/plan in their order. */
export const SALE_ROW = 0;
export const REFUND_PART = 1;
export const RECORD_PART = 2;
/** Code of the first reason: from here on rows are not used. */
export const FIRST_REASON = 3;
export const PART_CODES: readonly Part['code'][] = ['sale', 'refund', 'record', ...REASONS];

/** What every row of a file becomes under a plan. */
export interface Interpretation extends RowFacts {
  plan: ImportPlan;
  /** Index into PART_CODES by row. */
  part: Uint8Array;
  /** Money of the row in minor units: refunds below 0, NaN when it cannot be read. */
  worth: Float64Array;
  /** Whether sales have fractions of a unit, which are carried on: where rows stand elsewhere, one may be a unit more or less. */
  carried: boolean;
  /** Minor units that the discount column took off each row, positive; null when there is none. */
  off: Float64Array | null;
}

/**
 * Decides about each row, in this order: empty, ragged, a total, cancelled, without a day, without money, in another currency, without
 * an order number, without a customer, worth nothing, refund, sale. Every row gets exactly one code, so the parts add up to the file.
 *
 * Cost: one pass over the rows after the different cells were read; about 20 ns a row and condition.
 */
export function interpret(readings: Readings, plan: ImportPlan): Interpretation {
  const sort = rowSort(readings, plan);
  const row = readRowFacts(readings, plan, sort);
  const early = earlyProblems(readings, plan, row, sort);
  const foreign = foreignRows(readings, plan);
  const money = rowMoney(readings, plan, {
    order: row.order,
    stands: (r) => early(r) === 0 && foreign(r) === 0,
    refund: (r) => row.status(r) === REFUND_ROW,
  });
  const decide = decider(readings, plan, { money, row, early, foreign, sort });
  const rows = readings.table.rows;
  const part = new Uint8Array(rows);
  for (let r = 0; r < rows; r++) part[r] = decide(r);
  const carried = part.some((code, r) => code === SALE_ROW && money.rest[r] !== 0);
  return { plan, part, worth: worthOf(money, part), carried, off: money.off, ...row };
}

interface Given {
  money: RowMoney;
  row: RowFacts;
  /** Reason to leave a row out before its money is looked at, 0 for none. */
  early: (r: number) => number;
  foreign: (r: number) => number;
  sort: RowSort | null;
}

const CODE = Object.fromEntries(PART_CODES.map((code, i) => [code, i])) as Record<Part['code'], number>;

/** What is decided before the money: rows that cannot be read, cancelled ones, days. */
function earlyProblems(readings: Readings, plan: ImportPlan, row: RowFacts, sort: RowSort | null): (r: number) => number {
  const broken = brokenRows(readings, plan);
  const cancelled = cancelledRows(readings, plan, row);
  const dateProblem = dateProblems(readings, plan, row);
  const leaveOut = plan.rules.cancelled === 'leave-out';
  const noSale = (r: number): number => (sort && !sort.counts(r) ? CODE['not-a-sale'] : 0);
  return (r) => broken(r) || noSale(r) || (leaveOut && cancelled(r) ? CODE.cancelled : 0) || dateProblem(r);
}

function decider(readings: Readings, plan: ImportPlan, { money, row, early, foreign, sort }: Given): (r: number) => number {
  const { rules } = plan;
  const numbered = columnOf(plan, 'order') >= 0;
  const refund = refundRows(readings, plan, money, row);
  const paysToo = presetNamed(plan.preset)?.paysToo === true;
  const bearer = (r: number): number => (money.bearer ? money.bearer[r]! : r);
  const nobodys = ownerless(readings, plan, row, (r) => refund(r, bearer(r)));
  return (r) => {
    const problem = early(r) || moneyProblem(money.state[r]!) || foreign(r);
    if (problem) return problem;
    if (numbered && row.order(r) === NONE) return CODE['no-order-number'];
    // A row without a sum of its own goes where the row goes that bears the sum of its order.
    const at = bearer(r);
    if (paysToo && money.minor[at]! < 0 && !sort?.refund(r)) return CODE['not-a-sale'];
    if (nobodys(r)) return CODE['no-customer'];
    if (money.minor[at] === 0 && money.rest[at] === 0 && rules.zero === 'leave-out') return CODE['zero-amount'];
    if (!refund(r, at)) return SALE_ROW;
    return rules.negative === 'refund' ? REFUND_PART : CODE['negative-left-out'];
  };
}

/** Rows left out for want of a customer. A refund of an order that another file has belongs to whoever the core finds there. */
function ownerless(readings: Readings, plan: ImportPlan, row: RowFacts, refund: (r: number) => boolean): (r: number) => boolean {
  if (plan.rules.noCustomer !== 'leave-out') return () => false;
  const column = columnOf(plan, 'order');
  const always = presetNamed(plan.preset)?.refundRows !== undefined;
  let elsewhere: ((r: number) => boolean) | null = null;
  return (r) => {
    if (row.customer(r) !== NONE) return false;
    if (column < 0 || !refund(r)) return true;
    elsewhere ??= soldElsewhere(row, { rows: readings.table.rows, orders: readings.keys(column, 'order').keys.size, always }, refund);
    return !elsewhere(r);
  };
}

function moneyProblem(state: number): number {
  if (state === OK) return 0;
  return state === MISSING ? CODE['no-amount'] : state === BAD_QUANTITY ? CODE['bad-quantity'] : state === BAD ? CODE['bad-amount'] : 0;
}

/** Reason of a row that does not stand in the table, by its place. */
const PLACE_CODES = [0, CODE['trailer-row'], CODE['repeated-header'], CODE['other-table']];

/** Rows that cannot be read at all: outside the table, blank, cells missing where they are needed, cells too many, totals. */
export function brokenRows(readings: Readings, plan: ImportPlan): (r: number) => number {
  const { widths, extra } = readings.table;
  const columns = readings.table.columns.map((column, c) => ({ codes: column.codes.view(), blank: readings.blanks(c) }));
  const needed = neededWidth(plan);
  const extras = extra.codes.view();
  const totals = totalRows(readings, plan);
  const sums = sumRows(readings, plan);
  const places = rowPlaces(readings.table);
  return (r) => {
    if (places[r] !== IN_TABLE) return PLACE_CODES[places[r]!]!;
    if (extras[r] !== 0) return CODE['too-many-cells'];
    if (columns[0]!.blank[columns[0]!.codes[r]!] && columns.every(({ codes, blank }) => blank[codes[r]!])) return CODE['empty-row'];
    if (widths.at(r) < needed) return CODE['too-few-cells'];
    return totals(r) || sums(r) ? CODE['total-row'] : 0;
  };
}

/** Cells a row must have for its day and its own money. */
function neededWidth(plan: ImportPlan): number {
  const way = moneyWay(plan);
  const roles = way === 'product' ? (['date', 'unit-price', 'quantity'] as const) : way === 'amount' ? (['date', 'amount'] as const) : [];
  const own = plan.roles.length - (plan.brought ?? 0);
  return Math.max(0, ...roles.map((role) => columnOf(plan, role) + 1).filter((width) => width <= own));
}

function cancelledRows(readings: Readings, plan: ImportPlan, row: RowFacts): (r: number) => boolean {
  const named = presetNamed(plan.preset)?.cancelledWhenFilled;
  const column = named === undefined ? -1 : readings.columnNamed(named);
  if (column < 0) return (r) => row.status(r) === CANCELLED;
  const codes = readings.filled(column, columnOf(plan, 'order'));
  const blank = readings.blanks(column);
  return (r) => row.status(r) === CANCELLED || blank[codes[r]!] === 0;
}

function dateProblems(readings: Readings, plan: ImportPlan, row: RowFacts): (r: number) => number {
  const column = columnOf(plan, 'date');
  if (column < 0) return () => CODE['no-date'];
  const codes = readings.filled(column, columnOf(plan, 'order'));
  const blank = readings.blanks(column);
  return (r) => {
    const day = row.day(r);
    if (day !== NO_DAY) return day > readings.today ? CODE['future-date'] : 0;
    return blank[codes[r]!] ? CODE['no-date'] : CODE['bad-date'];
  };
}

/** Rows in another currency than the plan's. A row that names none is taken to be in it. */
function foreignRows(readings: Readings, plan: ImportPlan): (r: number) => number {
  const column = columnOf(plan, 'currency');
  if (column < 0 || plan.currency.code === '') return () => 0;
  const { texts } = readings.table.columns[column]!;
  const codes = readings.filled(column, columnOf(plan, 'order'));
  const blank = readings.blanks(column);
  const foreign = Uint8Array.from({ length: texts.size }, (_, code) => {
    return blank[code] || texts.get(code).trim().toUpperCase() === plan.currency.code ? 0 : 1;
  });
  return (r) => (foreign[codes[r]!] ? CODE['other-currency'] : 0);
}

/** Refunds: money below zero, a status that says so, the number of a credit note, and all of a file that tells no other money. */
function refundRows(readings: Readings, plan: ImportPlan, money: RowMoney, row: RowFacts): (r: number, bearer: number) => boolean {
  const column = columnOf(plan, 'order');
  const notes = column < 0 ? null : readings.creditNotes(column);
  const refundsOnly = moneyWay(plan) === 'refund';
  return (r, at) =>
    refundsOnly ||
    money.minor[at]! < 0 ||
    money.rest[at]! < 0 ||
    row.status(r) === REFUND_ROW ||
    (notes !== null && notes[row.order(r)] === 1);
}

/**
 * Whole minor units of each row. Fractions of a unit are carried from sale to sale, so the file's sum stays true to the unit; a row
 * of whole units is never touched. Rows that are no sales are rounded by themselves, half away from zero.
 */
function worthOf(money: RowMoney, part: Uint8Array): Float64Array {
  const worth = new Float64Array(part.length);
  let carry = 0;
  for (let r = 0; r < part.length; r++) {
    const minor = money.minor[r]!;
    const rest = money.rest[r]!;
    if (money.state[r] !== OK) worth[r] = NaN;
    else if (part[r] === REFUND_PART) worth[r] = 0 - Math.abs(roundFine(minor, rest));
    else if (rest === 0 || part[r] !== SALE_ROW) worth[r] = roundFine(minor, rest);
    else {
      carry += rest;
      const up = Math.round(carry / FINE);
      carry -= up * FINE;
      worth[r] = minor + up;
    }
  }
  return worth;
}
