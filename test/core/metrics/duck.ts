import { DuckDBDateValue, DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import type { View } from '../../../src/terms/view';

/** A DuckDB in memory with an empty table `orders` of the shape that the SQL twins read. */
export async function openDuck(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE orders (customer VARCHAR, order_id INTEGER, day DATE, net DOUBLE)');
  return connection;
}

/** Puts these orders, and no others, into the table. */
export async function fill(duck: DuckDBConnection, literals: readonly OrderLiteral[]): Promise<void> {
  await duck.run('DELETE FROM orders');
  if (literals.length === 0) return;
  const rows = literals.map((o, i) => `('${o.customer.replaceAll("'", "''")}', ${i}, DATE '${o.day}', ${o.net})`);
  await duck.run(`INSERT INTO orders VALUES ${rows.join(', ')}`);
}

export type SqlParams = Record<string, string | number | boolean | null | DuckDBDateValue>;

/** Parameters that every twin knows. */
export function viewParams(view: View): SqlParams {
  const date = (day: number) => new DuckDBDateValue(day);
  return { from: date(view.from), to: date(view.to), as_of: date(view.asOf), grain: view.grain };
}

/** Rows of a query as objects of numbers, ISO dates and texts. Parameters that it does not name are not bound. */
export async function query(duck: DuckDBConnection, sql: string, params: SqlParams): Promise<Record<string, number | string | null>[]> {
  const named = Object.entries(params).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql));
  const reader = await duck.runAndReadAll(sql, Object.fromEntries(named));
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
}

function plain(value: DuckDBValue): number | string | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.slice(0, 10);
}
