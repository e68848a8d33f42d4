import { NONE, SALE, type Batch } from './batch';
import { flattened, type Clustered } from './cluster';
import type { MergedCodes } from './merge-codes';

/** Orders clustered by customer, then day, then time. */
export interface OrderColumns {
  orders: number;
  /** Orders of customer c: `first[c]` up to, not with, `first[c + 1]`. */
  first: Uint32Array;
  day: Int32Array;
  /** Second of the day of the first row, -1 when the file has none. */
  second: Int32Array;
  /** Sum of the order's sale rows, minor units. */
  gross: Float64Array;
  /** Merged order code, for the label. */
  code: Uint32Array;
  /** Rows of order o: `lineFirst[o]` up to, not with, `lineFirst[o + 1]` in `lines`, global numbers. */
  lineFirst: Uint32Array;
  lines: Uint32Array;
}

/** The orders of every customer: the distinct order numbers of their sale rows, by day and time of the earliest row. */
export function groupOrders(batches: readonly Batch[], codes: MergedCodes, clustered: Clustered): OrderColumns {
  const rows = codes.order.length;
  const { day: rowDay, second: rowSecond, kind, amount } = flattened(batches, rows);
  const first = new Uint32Array(codes.customerCount + 1);
  const day = new Int32Array(rows);
  const second = new Int32Array(rows);
  const gross = new Float64Array(rows);
  const code = new Uint32Array(rows);
  const orderOfRow = new Uint32Array(rows).fill(NONE);
  // Where the last order with this code was put; it is this customer's when it is not before the customer's first.
  const slotOf = new Int32Array(codes.orderCount).fill(-1);
  let orders = 0;
  for (let c = 0; c < codes.customerCount; c++) {
    const begin = orders;
    first[c] = begin;
    for (let i = clustered.start[c]!; i < clustered.start[c + 1]!; i++) {
      const row = clustered.rows[i]!;
      if (kind[row] !== SALE) continue;
      let slot = slotOf[codes.order[row]!]!;
      if (slot < begin) {
        slot = slotOf[codes.order[row]!] = orders++;
        day[slot] = rowDay[row]!;
        second[slot] = rowSecond[row]!;
        code[slot] = codes.order[row]!;
      } else if (rowDay[row]! < day[slot]! || (rowDay[row] === day[slot] && rowSecond[row]! < second[slot]!)) {
        day[slot] = rowDay[row]!;
        second[slot] = rowSecond[row]!;
      }
      gross[slot]! += amount[row]!;
      orderOfRow[row] = slot;
    }
    sortOrders(begin, orders, day, second, gross, code, orderOfRow, clustered, c);
    for (let slot = begin; slot < orders; slot++) slotOf[code[slot]!] = slot;
  }
  first[codes.customerCount] = orders;
  return {
    orders,
    first,
    day: day.slice(0, orders),
    second: second.slice(0, orders),
    gross: gross.slice(0, orders),
    code: code.slice(0, orders),
    ...linesByOrder(orderOfRow, orders),
  };
}

/** Rows of each order, in the order of the file. */
function linesByOrder(orderOfRow: Uint32Array, orders: number): Pick<OrderColumns, 'lineFirst' | 'lines'> {
  const lineFirst = new Uint32Array(orders + 1);
  for (let row = 0; row < orderOfRow.length; row++) if (orderOfRow[row] !== NONE) lineFirst[orderOfRow[row]! + 1]!++;
  for (let o = 0; o < orders; o++) lineFirst[o + 1]! += lineFirst[o]!;
  const next = lineFirst.slice(0, orders);
  const lines = new Uint32Array(lineFirst[orders]!);
  for (let row = 0; row < orderOfRow.length; row++) if (orderOfRow[row] !== NONE) lines[next[orderOfRow[row]!]!++] = row;
  return { lineFirst, lines };
}

/** Puts one customer's orders into the order of time. Files come sorted by time, so mostly there is nothing to do. */
function sortOrders(
  begin: number,
  end: number,
  day: Int32Array,
  second: Int32Array,
  gross: Float64Array,
  code: Uint32Array,
  orderOfRow: Uint32Array,
  clustered: Clustered,
  customer: number,
): void {
  let sorted = true;
  for (let o = begin + 1; o < end && sorted; o++) sorted = day[o - 1]! < day[o]! || (day[o - 1] === day[o] && second[o - 1]! <= second[o]!);
  if (sorted) return;
  const by = Array.from({ length: end - begin }, (_, k) => begin + k);
  by.sort((a, b) => day[a]! - day[b]! || second[a]! - second[b]! || a - b);
  for (const column of [day, second, gross, code]) {
    const copy = by.map((o) => column[o]!);
    copy.forEach((value, k) => (column[begin + k] = value));
  }
  const place = new Uint32Array(end - begin);
  by.forEach((o, k) => (place[o - begin] = begin + k));
  for (let i = clustered.start[customer]!; i < clustered.start[customer + 1]!; i++) {
    const row = clustered.rows[i]!;
    if (orderOfRow[row] !== NONE) orderOfRow[row] = place[orderOfRow[row]! - begin]!;
  }
}
