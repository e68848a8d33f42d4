import { expect } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isTable, type Answer, type Table } from '../../../src/terms/answer';
import type { View } from '../../../src/terms/view';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import type { AnyMetric } from '../../../src/core/metrics/define';
import { inDialect } from '../../../src/core/sql/dialects/in-dialect';
import { queryParameters } from '../../../src/core/sql/query-parameters';
import { withLiterals } from '../../../src/core/sql/with-literals';
import { query, type SqlParams } from './duck';

type Row = Record<string, number | string | null>;
interface Asked {
  tables: ShopTables;
  view: View;
  params: SqlParams;
}

/** Runs the SQL twin of a metric on what is in the tables now: the very text that the product copies. */
export async function askTwin(duck: DuckDBConnection, metric: AnyMetric, { tables, view, params }: Asked): Promise<Row[]> {
  const filled = withLiterals(metric.sql as string, queryParameters(metric, tables, view, params));
  return query(duck, inDialect(filled, 'duckdb', view.calendar));
}

/** Fails unless the rows of the twin say what the answer says: counts and sums to the last unit, quotients to 1e-12. */
export function expectSame(rows: Row[], answer: Answer, id: string): void {
  if (isTable(answer)) return expectRows(rows, answer, id);
  expect(rows, id).toHaveLength(1);
  const [row] = rows;
  if (answer.value === null) return expect(row!.value, id).toBeNull();
  expectCell(row!.value, answer.value, id);
  expect(row!.n, id).toBe(answer.n);
  for (const [key, value] of Object.entries(row!)) {
    if (key === 'value' || key === 'n') continue;
    const variant = answer.variants?.[key];
    const known = variant ? variant.value : answer.inputs.find((input) => input.key === key)?.value;
    expectCell(value, known, `${id} ${key}`);
  }
}

/** Rows of a table and of its twin by column name; a twin may give the cells of a wide table as rows with `k` and `cell`. */
function expectRows(rows: Row[], table: Table, id: string): void {
  const keys = table.columns.map((column) => column.key);
  const wide = rows.some((row) => 'k' in row) ? widened(rows, keys[0]!) : rows;
  expect(wide.length, `rows of ${id}`).toBe(table.rows.length);
  for (const [r, row] of table.rows.entries())
    for (const [c, key] of keys.entries()) expectCell(wide[r]![key.replaceAll('-', '_')] ?? null, row[c], `${id} row ${r} ${key}`);
}

/** Whole numbers, texts and what is absent are the same; quotients may differ in their last bits by the order they are taken in. */
function expectCell(value: Row[string] | undefined, known: Row[string] | undefined, id: string): void {
  const whole = Number.isInteger(known) && Number.isInteger(value);
  if (typeof known !== 'number' || typeof value !== 'number' || whole) return expect(value, id).toBe(known);
  if (!(Math.abs(value - known) <= 1e-12 * Math.max(1, Math.abs(known)))) expect(value, id).toBe(known);
}

function widened(rows: Row[], headKey: string): Row[] {
  const heads = [...new Set(rows.map((row) => row[headKey]))];
  return heads.map((head) => {
    const own = rows.filter((row) => row[headKey] === head);
    return { ...own[0], ...Object.fromEntries(own.map((row) => [`p${row.k}`, row.cell!])) };
  });
}
