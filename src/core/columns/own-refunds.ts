import { REFUND, type Batch } from './batch';
import type { Clustered } from './cluster';
import type { OrderColumns } from './group-orders';
import type { MergedCodes } from './merge-codes';

/**
 * Money that the sale rows of each order themselves say was given back; null when no row does.
 *
 * A column that says how much was given back and refund rows of another import tell of the same money: what the rows name by the number of
 * the order is not given back once more. (Within one file that is settled when it is read.) Cost: linear.
 */
export function ownRefunds(batches: readonly Batch[], codes: MergedCodes, clustered: Clustered, orders: OrderColumns): Float64Array | null {
  if (!batches.some(({ lines }) => lines.refundMinor.some((amount) => amount > 0))) return null;
  const own = new Float64Array(orders.orders);
  const from = new Int32Array(orders.orders).fill(-1);
  const batchOf = batchOfRow(codes.batchStart);
  for (let o = 0; o < orders.orders; o++) {
    for (let i = orders.lineFirst[o]!; i < orders.lineFirst[o + 1]!; i++) {
      const row = orders.lines[i]!;
      const b = batchOf(row);
      const amount = batches[b]!.lines.refundMinor[row - codes.batchStart[b]!]!;
      own[o]! += amount;
      if (amount > 0) from[o] = b;
    }
  }
  if (batches.length > 1) takeToldElsewhere(own, from, { batches, codes, clustered, orders });
  return own;
}

interface Book {
  batches: readonly Batch[];
  codes: MergedCodes;
  clustered: Clustered;
  orders: OrderColumns;
}

/** Lowers what an order says itself by the refund rows of other imports that bear its number. */
function takeToldElsewhere(own: Float64Array, from: Int32Array, { batches, codes, clustered, orders }: Book): void {
  const batchOf = batchOfRow(codes.batchStart);
  for (let c = 0; c < codes.customerCount; c++) {
    let byNumber: Map<number, number> | null = null;
    for (let i = clustered.start[c]!; i < clustered.start[c + 1]!; i++) {
      const row = clustered.rows[i]!;
      const b = batchOf(row);
      const { kind, amountMinor, day } = batches[b]!.lines;
      const at = row - codes.batchStart[b]!;
      if (kind[at] !== REFUND) continue;
      byNumber ??= ordersByNumber(orders, c);
      const o = byNumber.get(codes.order[row]!);
      if (o !== undefined && from[o]! >= 0 && from[o] !== b && orders.day[o]! <= day[at]!) own[o] = Math.max(0, own[o]! - amountMinor[at]!);
    }
  }
}

/** Orders of a customer by the code of their number. */
export function ordersByNumber({ first, code }: OrderColumns, customer: number): Map<number, number> {
  const byNumber = new Map<number, number>();
  for (let o = first[customer]!; o < first[customer + 1]!; o++) byNumber.set(code[o]!, o);
  return byNumber;
}

function batchOfRow(batchStart: Uint32Array): (row: number) => number {
  let last = 0;
  return (row) => {
    while (last > 0 && batchStart[last]! > row) last--;
    while (last + 1 < batchStart.length && batchStart[last + 1]! <= row) last++;
    return last;
  };
}
