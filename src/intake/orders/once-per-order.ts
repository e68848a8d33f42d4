import { NONE } from '../../core/columns/batch';
import { MISSING, OK } from '../cells/number-column';

/** The money of each row before anything is decided about it. */
export interface RowMoney {
  /** Whole minor units, and ten-thousandths of one left over. */
  minor: Float64Array;
  rest: Int16Array;
  /** OK, MISSING, BAD or BAD_QUANTITY. */
  state: Uint8Array;
  /** Row that bears the sum of each row's order, the row itself where it does; null when sums are those of the rows. */
  bearer: Int32Array | null;
  /** Minor units that discounts took off each row, here or before the file was written, positive, 0 for none; null when no column tells. */
  off: Float64Array | null;
}

/** What is known of the rows of a file before their money. */
export interface RowStanding {
  /** Code of the row's order, NONE without one. */
  order: (row: number) => number;
  /** Whether nothing but its money can keep the row from being used. */
  stands: (row: number) => boolean;
  /** Whether the row's status says that it is a refund. */
  refund: (row: number) => boolean;
}

/** The row of each order that bears a sum of one sort, -1 where none does. */
interface Bearers {
  sale: Int32Array;
  free: Int32Array;
  back: Int32Array;
}

/**
 * Counts the sum of an order once, whether it stands on one row of the order or is repeated on each, and a sum given back once beside it.
 *
 * A row that bears no sum of its own points in `bearer` to the row that does, is worth nothing and shares its fate. The bearer is a row
 * that can be used if there is one: a sum that stands on broken rows only is not believed for the others. Cost: three passes.
 */
export function oncePerOrder(money: RowMoney, rows: RowStanding, orders: number): void {
  const count = money.state.length;
  const stands = new Uint8Array(count);
  const order = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    order[row] = rows.order(row);
    stands[row] = rows.stands(row) ? 1 : 0;
  }
  const bearers: Bearers = {
    sale: new Int32Array(orders).fill(-1),
    free: new Int32Array(orders).fill(-1),
    back: new Int32Array(orders).fill(-1),
  };
  for (const wanted of [1, 0]) {
    for (let row = 0; row < count; row++) {
      if (stands[row] !== wanted || money.state[row] !== OK || order[row] === NONE) continue;
      const of = bearers[sortOf(money, rows, row)];
      if (of[order[row]!]! < 0) of[order[row]!] = row;
    }
  }
  const bearer = (money.bearer = new Int32Array(count));
  for (let row = 0; row < count; row++) {
    bearer[row] = row;
    if (order[row] === NONE || (money.state[row] !== OK && money.state[row] !== MISSING)) continue;
    const at =
      money.state[row] === MISSING
        ? bearerOfBlank(row, order[row]!, stands, bearers)
        : bearerOfSum(money, sortOf(money, rows, row), row, order[row]!, stands, bearers);
    if (at < 0) continue;
    bearer[row] = at;
    money.state[row] = OK;
  }
  for (let row = 0; row < count; row++) if (bearer[row] !== row) money.minor[row] = money.rest[row] = 0;
}

function sortOf(money: RowMoney, rows: RowStanding, row: number): keyof Bearers {
  if (money.minor[row] === 0 && money.rest[row] === 0) return 'free';
  return money.minor[row]! < 0 || money.rest[row]! < 0 || rows.refund(row) ? 'back' : 'sale';
}

/** Whether the sum on a row counts for another: a row that can be used does not believe one that cannot. */
function believed(at: number, row: number, stands: Uint8Array): boolean {
  return at >= 0 && stands[at]! >= stands[row]!;
}

/** Row that bears the sum of a row without one; -1 when its order has none that can be believed. */
function bearerOfBlank(row: number, order: number, stands: Uint8Array, { sale, free, back }: Bearers): number {
  if (believed(sale[order]!, row, stands)) return sale[order]!;
  if (believed(free[order]!, row, stands)) return free[order]!;
  return believed(back[order]!, row, stands) ? back[order]! : -1;
}

/** Row that bears the sum of a row which repeats it; the row itself when it is the one. */
function bearerOfSum(money: RowMoney, sort: keyof Bearers, row: number, order: number, stands: Uint8Array, bearers: Bearers): number {
  if (sort === 'free') return believed(bearers.sale[order]!, row, stands) ? bearers.sale[order]! : bearers.free[order]!;
  const at = bearers[sort][order]!;
  // Another sum given back of the same order is another refund.
  const another = sort === 'back' && (money.minor[at] !== money.minor[row] || money.rest[at] !== money.rest[row]);
  if (another && stands[row]) bearers.back[order] = row;
  return another ? row : at;
}
