import { NONE, SALE, type Batch } from '../columns/batch';
import { packedSize, unpack } from '../columns/packed-strings';

/** How many different orders some customer keys have, each file's own. Cost: one pass over the rows. */
export function ordersByKey(
  batches: readonly Pick<Batch, 'lines' | 'customers' | 'orders'>[],
  keys: ReadonlySet<string>,
): Map<string, number> {
  const orders = new Map<string, Set<string>>();
  batches.forEach(({ lines, customers, orders: numbers }, b) => {
    const wanted = new Map<number, Set<string>>();
    for (let code = 0; code < packedSize(customers); code++) {
      const key = unpack(customers, code);
      if (!keys.has(key)) continue;
      const own = orders.get(key) ?? new Set<string>();
      orders.set(key, own);
      wanted.set(code, own);
    }
    if (wanted.size === 0) return;
    const named = packedSize(numbers);
    for (let row = 0; row < lines.rows; row++) {
      const code = lines.customer[row]!;
      if (code === NONE || lines.kind[row] !== SALE) continue;
      const order = lines.order[row]!;
      // An order without a number is another one in every file.
      wanted.get(code)?.add(order < named ? unpack(numbers, order) : `${b}/${order}`);
    }
  });
  return new Map([...orders].map(([key, set]) => [key, set.size]));
}
