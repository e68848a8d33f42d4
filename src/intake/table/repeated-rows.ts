import type { RawTable } from './raw-table';

/** How many rows are, cell for cell, the same as an earlier one. Blank rows do not count. Cost: one pass, with a hash table of row numbers. */
export function repeatedRows(table: RawTable): number {
  const columns = [...table.columns, table.extra].map((column) => column.codes.view());
  const empties = table.columns.map((column) => column.texts.indexOf(''));
  let size = 64;
  while (size < table.rows * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  let repeated = 0;
  for (let row = 0; row < table.rows; row++) {
    let slot = hashOf(columns, row) & (size - 1);
    while (slots[slot]! >= 0 && !isSame(columns, slots[slot]!, row)) slot = (slot + 1) & (size - 1);
    if (slots[slot]! < 0) slots[slot] = row;
    else if (!empties.every((empty, c) => columns[c]![row] === empty)) repeated++;
  }
  return repeated;
}

function isSame(columns: readonly ArrayLike<number>[], a: number, b: number): boolean {
  for (let c = columns.length - 1; c >= 0; c--) if (columns[c]![a] !== columns[c]![b]) return false;
  return true;
}

function hashOf(columns: readonly ArrayLike<number>[], row: number): number {
  let h = 0x811c9dc5;
  for (const codes of columns) {
    h = Math.imul(h ^ codes[row]!, 0x9e3779b1);
    h ^= h >>> 15;
  }
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
