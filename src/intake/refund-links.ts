import { NONE } from '../core/columns/batch';
import type { ImportPlan } from '../terms/plan';
import type { Interpretation } from './interpret';
import { orderReferences } from './order-references';
import { columnOf } from './plan-columns';
import { presetNamed } from './preset-of';
import type { Readings } from './readings';

type Owner = Pick<Interpretation, 'order' | 'customer'>;

/**
 * Refund rows that name their order in another column bear its number, and belong to its customer where the file has that order: whoever
 * stands on the refund itself may be the shop. Without that order the core finds the customer among the other files.
 */
export function linkRefunds(readings: Readings, plan: ImportPlan, row: Owner, refund: (row: number) => boolean): Owner {
  const of = presetNamed(plan.preset)?.refundRows?.of;
  const column = of === undefined ? -1 : readings.columnNamed(of);
  const orderColumn = columnOf(plan, 'order');
  if (column < 0 || orderColumn < 0) return row;
  const references = orderReferences(readings, orderColumn, column);
  const cells = readings.table.columns[column]!.codes.view();
  const named = (r: number): number => (refund(r) ? references[cells[r]!]! : NONE);
  const customers = new Uint32Array(readings.keys(orderColumn, 'order').keys.size).fill(NONE);
  for (let r = 0; r < readings.table.rows; r++) {
    const order = row.order(r);
    if (order !== NONE && customers[order] === NONE && !refund(r)) customers[order] = row.customer(r);
  }
  return {
    order: (r) => (named(r) === NONE ? row.order(r) : named(r)),
    customer: (r) => (named(r) === NONE ? row.customer(r) : customers[named(r)]!),
  };
}

/** Whether the sale of a row's order stands in the same file, by code of the order. Cost: one pass over the rows. */
export function soldHere(row: Owner, rows: number, orders: number, isRefund: (row: number) => boolean): Uint8Array {
  const sold = new Uint8Array(orders);
  for (let r = 0; r < rows; r++) if (row.order(r) !== NONE && !isRefund(r)) sold[row.order(r)] = 1;
  return sold;
}
