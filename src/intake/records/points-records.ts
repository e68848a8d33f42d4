import { NONE } from '../../core/columns/batch';
import type { RecordColumn } from '../../core/columns/records';
import { Dictionary } from '../../core/columns/dictionary';
import type { ImportPlan } from '../../terms/plan';
import type { Role } from '../../terms/role';
import { markInUse } from '../meaning/decimal-marks';
import { PART_CODES } from '../orders/interpret';
import { movementOf, TAKES_OFF, type Movement } from '../cells/movement-words';
import { BAD, MISSING, OK } from '../cells/number-column';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';
import { Growing, type RecordRows } from './record-rows';

const NO_POINTS = PART_CODES.indexOf('no-points');
const BAD_NUMBER = PART_CODES.indexOf('bad-number');

/** Columns of totals, and the sort of movement that each is. */
const TOTALS: readonly [Role, Movement][] = [
  ['earned', 'earn'],
  ['redeemed', 'redeem'],
  ['expired', 'expire'],
];

/** How a plan comes to movements of points, or null when it cannot. */
export function pointsWay(plan: Pick<ImportPlan, 'roles'>): 'movements' | 'totals' | 'balances' | null {
  if (plan.roles.includes('points')) return 'movements';
  if (TOTALS.some(([role]) => plan.roles.includes(role))) return 'totals';
  return plan.roles.includes('balance') ? 'balances' : null;
}

/** A number of a row; `state` is OK, MISSING or BAD. */
type Cell = (row: number) => { state: number; value: number };

/**
 * Movements of points with their sign: what is redeemed, expires or is reversed goes off whatever the sign that is written; without a
 * sort, above zero is earned and below redeemed; of a sort that we do not know, as written. Pending points move nothing yet and keep
 * their number. A row of totals gives a movement for each that is not zero, and a row of balances one movement of none with the balance.
 *
 * @param early  why a row cannot be used at all, as in PART_CODES; 0 when it can
 */
export function pointsRecords(readings: Readings, plan: ImportPlan, early: (row: number) => number): RecordRows {
  const rows = readings.table.rows;
  const made = new Movements(rows);
  const take = taker(readings, plan, made);
  const problem = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) problem[row] = early(row) || take(row);
  return { problem, rows: made.rows.codes(), own: made.columns(columnOf(plan, 'balance') >= 0), dropped: {} };
}

function taker(readings: Readings, plan: ImportPlan, made: Movements): (row: number) => number {
  const balance = numberCell(readings, plan, 'balance');
  const way = pointsWay(plan);
  if (way === 'movements') return movements(readings, plan, made, balance);
  if (way === 'totals') return totals(readings, plan, made, balance);
  return (row) => takeBalance(made, row, balance(row));
}

function movements(readings: Readings, plan: ImportPlan, made: Movements, balance: Cell): (row: number) => number {
  const points = numberCell(readings, plan, 'points');
  const column = columnOf(plan, 'movement');
  const sorts = column < 0 ? null : sortsOf(readings, column);
  const codes = column < 0 ? null : readings.table.columns[column]!.codes.view();
  return (row) => {
    const { state, value } = points(row);
    if (state === BAD) return BAD_NUMBER;
    const sort = sorts && codes ? sorts[codes[row]!]! : value < 0 ? 'redeem' : 'earn';
    if (state === MISSING || value === 0) return takeBalance(made, row, balance(row));
    made.push(row, sort, signed(sort, value), balance(row).value);
    return 0;
  };
}

/** Sort of each different cell; a word that we do not know stays as it is, and an empty cell is an adjustment. */
function sortsOf(readings: Readings, column: number): string[] {
  const { texts } = readings.table.columns[column]!;
  const blank = readings.blanks(column);
  return Array.from({ length: texts.size }, (_, code) =>
    blank[code] ? 'adjust' : (movementOf(texts.get(code)) ?? texts.get(code).trim()),
  );
}

function signed(sort: string, value: number): number {
  return TAKES_OFF.includes(sort as Movement) ? -Math.abs(value) : value;
}

function totals(readings: Readings, plan: ImportPlan, made: Movements, balance: Cell): (row: number) => number {
  const columns = TOTALS.filter(([role]) => plan.roles.includes(role)).map(([role, sort]) => ({
    sort,
    cell: numberCell(readings, plan, role),
  }));
  return (row) => {
    const cells = columns.map(({ sort, cell }) => ({ sort, ...cell(row) }));
    if (cells.some(({ state }) => state === BAD)) return BAD_NUMBER;
    const moved = cells.filter(({ state, value }) => state === OK && value !== 0);
    if (moved.length === 0) return takeBalance(made, row, balance(row));
    // The balance is what is left after the last of them.
    moved.forEach(({ sort, value }, i) => made.push(row, sort, signed(sort, value), i === moved.length - 1 ? balance(row).value : NaN));
    return 0;
  };
}

function takeBalance(made: Movements, row: number, { state, value }: { state: number; value: number }): number {
  if (state === BAD) return BAD_NUMBER;
  if (state === MISSING) return NO_POINTS;
  made.push(row, 'balance', NaN, value);
  return 0;
}

function numberCell(readings: Readings, plan: ImportPlan, role: Role): Cell {
  const column = columnOf(plan, role);
  if (column < 0) return () => ({ state: MISSING, value: NaN });
  const { mantissa, scale, state } = readings.numbers(column, markInUse(readings, plan));
  const codes = readings.table.columns[column]!.codes.view();
  return (row) => {
    const code = codes[row]!;
    return { state: state[code]!, value: state[code] === OK ? mantissa[code]! / 10 ** scale[code]! : NaN };
  };
}

class Movements {
  readonly rows: Growing;
  readonly #sorts = new Dictionary();
  readonly #sort: Growing;
  readonly #points: Growing;
  readonly #balance: Growing;

  constructor(expected: number) {
    this.rows = new Growing(expected);
    this.#sort = new Growing(expected);
    this.#points = new Growing(expected);
    this.#balance = new Growing(expected);
  }

  push(row: number, sort: string, points: number, balance: number): void {
    this.rows.push(row);
    this.#sort.push(sort === '' ? NONE : this.#sorts.add(sort));
    this.#points.push(points);
    this.#balance.push(balance);
  }

  columns(withBalance: boolean): RecordRows['own'] {
    const movement: RecordColumn = { type: 'text', codes: this.#sort.codes(), texts: this.#sorts.pack() };
    const own: RecordRows['own'] = { movement, points: { type: 'number', values: this.#points.numbers() } };
    return withBalance ? { ...own, balance: { type: 'number', values: this.#balance.numbers() } } : own;
  }
}
