import type { CustomerList, CustomerSort, CustomerTotals } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isAbsent, isTable } from '../../terms/answer';
import type { View } from '../../terms/view';
import { BLOCK, RowWindow } from './row-window.svelte';

/** A list as the page shows it. */
export interface ReadList {
  list: CustomerList;
  sort: CustomerSort;
  view: View;
  totals: CustomerTotals;
  rows: RowWindow;
  /** Money that fills the height of a strip. */
  full: number;
}

/** The first rows of a list with its totals; the others are fetched as they come on screen. */
export async function readList(
  engine: Workspace['engine'],
  { list, sort }: { list: CustomerList; sort: CustomerSort },
  view: View,
): Promise<ReadList> {
  const [first, [order]] = await Promise.all([
    engine.customers(list, sort, view, 0, BLOCK),
    engine.answer([{ id: 'average-order-value' }], view),
  ]);
  const rows = new RowWindow(first.rows, async (offset, limit) => (await engine.customers(list, sort, view, offset, limit)).rows);
  // An order of the usual size fills a quarter of the strip's height (its root), one sixteen times as large all of it.
  // Where more is given back than sold an order has no usual size.
  const full = !order || isAbsent(order) || isTable(order) ? 1 : Math.max(1, order.value * 16);
  return { list, sort, view, totals: first.totals, rows, full };
}
