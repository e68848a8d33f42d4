import { NONE } from '../../core/columns/batch';
import type { ImportPlan } from '../../terms/plan';
import { orderReferences } from '../meaning/order-references';
import { columnOf } from '../meaning/plan-columns';
import { presetNamed } from '../meaning/preset-of';
import type { Readings } from '../cells/readings';
import type { RowFacts } from './row-facts';

type Owner = Pick<RowFacts, 'order' | 'customer'>;

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

const TO_NOBODY = 1;
const TO_SOMEBODY = 2;

/**
 * Whether the customer of a refund row can be found by the number of its order, here or in another file. Not where the sale is in the same
 * file and has no customer either, and not where refunds have numbers of their own, as credit notes have: none of them is the number of a sale. Cost: one pass.
 *
 * @param of  `always`: the export is known to name the sale
 */
export function soldElsewhere(
  row: Owner,
  of: { rows: number; orders: number; always: boolean },
  isRefund: (row: number) => boolean,
): (row: number) => boolean {
  const { rows, orders } = of;
  const sold = new Uint8Array(orders);
  let sales = false;
  for (let r = 0; r < rows; r++) {
    if (row.order(r) === NONE || isRefund(r)) continue;
    if (row.customer(r) !== NONE) sold[row.order(r)] = TO_SOMEBODY;
    else sold[row.order(r)] ||= TO_NOBODY;
    sales = true;
  }
  let named = of.always || !sales;
  for (let r = 0; r < rows && !named; r++) named = row.order(r) !== NONE && isRefund(r) && sold[row.order(r)] !== 0;
  return (r) => named && sold[row.order(r)] !== TO_NOBODY;
}
