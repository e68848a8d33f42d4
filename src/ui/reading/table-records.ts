import type { Cell, Table } from '../../terms/answer';

/** Rows of a table by column key. */
export function tableRecords(table: Pick<Table, 'columns'>, rows: readonly Cell[][]): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.key, row[i] ?? null])));
}

/** A cell that must be a number; 0 when it is absent. */
export function numberIn(record: Record<string, Cell>, key: string): number {
  const cell = record[key];
  return typeof cell === 'number' ? cell : 0;
}
