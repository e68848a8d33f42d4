import type { RawTable } from '../table/raw-table';

/** Orders of several rows that are needed before a repeated sum is believed to be the order's. */
const ENOUGH = 3;

/**
 * Whether a column holds the sum of the whole order: in every order of several rows it is the same on each row or stands on one row only.
 * Orders whose rows are copies of each other say nothing. Cost: one pass.
 */
export function perOrder(table: RawTable, orderColumn: number, sumColumn: number): boolean {
  const orders = table.columns[orderColumn]!;
  const sums = table.columns[sumColumn]!;
  const emptyOrder = orders.texts.indexOf('');
  const emptySum = sums.texts.indexOf('');
  const first = new Int32Array(orders.texts.size).fill(-1);
  const rows = new Uint32Array(orders.texts.size);
  const differs = new Uint8Array(orders.texts.size);
  for (let row = 0; row < table.rows; row++) {
    const order = orders.codes.at(row);
    const sum = sums.codes.at(row);
    if (order === emptyOrder) continue;
    rows[order]!++;
    if (sum === emptySum) continue;
    if (first[order]! < 0) first[order] = sum;
    else if (first[order] !== sum) differs[order] = 1;
  }
  let several = 0;
  let same = 0;
  for (let order = 0; order < rows.length; order++) {
    if (rows[order]! < 2) continue;
    several++;
    if (!differs[order]) same++;
  }
  return several >= ENOUGH && same / several > 0.98;
}
