import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { sqlTables, type SqlColumn } from '../../../src/core/sql/sql-tables';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';

/** A DuckDB in memory with the empty tables that the SQL twins read. One thread: the shops of the tests are small. */
export async function openDuck(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  for (const { name, columns } of sqlTables(shopTablesOf({ orders: [] }), String))
    await connection.run(`CREATE TABLE ${name} (${columns.map((column) => `${column.name} ${column.type}`).join(', ')})`);
  return connection;
}

/** Puts this shop, and no other, into the tables. Customers are told by their index. */
export async function fill(duck: DuckDBConnection, tables: ShopTables): Promise<void> {
  for (const { name, rows, columns } of sqlTables(tables, (person) => `p${person}`)) {
    await duck.run(`DELETE FROM ${name}`);
    if (rows === 0) continue;
    const values = Array.from({ length: rows }, (_, row) => `(${columns.map((column) => literal(column, row)).join(', ')})`);
    for (let from = 0; from < rows; from += 2000)
      await duck.run(`INSERT INTO ${name} VALUES ${values.slice(from, from + 2000).join(', ')}`);
  }
}

function literal({ type, value }: SqlColumn, row: number): string {
  const cell = value(row);
  if (cell === null) return 'NULL';
  if (type === 'VARCHAR') return `'${String(cell).replaceAll("'", "''")}'`;
  return type === 'DATE' ? `DATE '1970-01-01' + ${String(cell)}` : String(cell);
}

/** Parameters of a metric as the worked examples have them. */
export type SqlParams = Record<string, string | number | boolean | null>;

/** Rows of a query as objects of numbers, ISO dates and texts. */
export async function query(duck: DuckDBConnection, sql: string): Promise<Record<string, number | string | null>[]> {
  const reader = await duck.runAndReadAll(sql);
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
}

function plain(value: DuckDBValue): number | string | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.slice(0, 10);
}
