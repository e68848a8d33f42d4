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
  const filled = withLiterals(metric.sql as string, queryParameters(tables, view, params));
  return query(duck, inDialect(filled, 'duckdb', view.calendar, []));
}

/** Fails unless the rows of the twin say what the answer says. */
export function expectSame(rows: Row[], answer: Answer, id: string): void {
  if (isTable(answer)) return expectRows(rows, answer, id);
  expect(rows, id).toHaveLength(1);
  const [row] = rows;
  if (answer.value === null) return expect(row!.value, id).toBeNull();
  expect(row!.value, id).toBeCloseTo(answer.value, 9);
  expect(row!.n, id).toBe(answer.n);
  for (const [key, value] of Object.entries(row!)) {
    if (key === 'value' || key === 'n') continue;
    const known = answer.variants?.[key]?.value ?? answer.inputs.find((input) => input.key === key)?.value;
    expect(value, `${id} ${key}`).toBeCloseTo(known!, 9);
  }
}

/** Rows of a table and of its twin by column name; a twin may give the cells of a wide table as rows with `k` and `cell`. */
function expectRows(rows: Row[], table: Table, id: string): void {
  const keys = table.columns.map((column) => column.key);
  const wide = rows.some((row) => 'k' in row) ? widened(rows, keys[0]!) : rows;
  expect(
    wide.map((row) => keys.map((key) => steady(row[key.replaceAll('-', '_')] ?? null))),
    id,
  ).toEqual(table.rows.map((row) => row.map(steady)));
}

/** Products of many fractions differ in their last bits by the order they are taken in; counts must not differ at all. */
function steady(cell: Row[string]): Row[string] {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(12)) : cell;
}

function widened(rows: Row[], headKey: string): Row[] {
  const heads = [...new Set(rows.map((row) => row[headKey]))];
  return heads.map((head) => {
    const own = rows.filter((row) => row[headKey] === head);
    return { ...own[0], ...Object.fromEntries(own.map((row) => [`p${row.k}`, row.cell!])) };
  });
}
