import { NONE } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { orderKeys } from '../cells/key-column';
import type { Readings } from '../cells/readings';

/**
 * Orders that another column names, such as the payment that a refund belongs to: for each different cell of that column the code among
 * the keys of the order column, NONE where it names none. Numbers that the order column does not have come to the end of its keys.
 */
export function orderReferences(readings: Readings, orderColumn: number, column: number): Uint32Array {
  const orders = growingKeys(readings, orderColumn);
  const { keys, of } = orderKeys(readings.table.columns[column]!.texts);
  return Uint32Array.from(of, (code) => (code === NONE ? NONE : orders.add(keys.get(code))));
}

/** The keys of an order column, to which further ones may be added. Those that are the cells themselves belong to the table: a copy. */
export function growingKeys(readings: Readings, orderColumn: number): Dictionary {
  const orders = readings.keys(orderColumn, 'order');
  if (orders.keys === readings.table.columns[orderColumn]!.texts) orders.keys = copyOf(orders.keys);
  return orders.keys;
}

function copyOf(texts: Dictionary): Dictionary {
  const copy = new Dictionary(texts.size);
  for (let code = 0; code < texts.size; code++) copy.add(texts.get(code));
  return copy;
}
