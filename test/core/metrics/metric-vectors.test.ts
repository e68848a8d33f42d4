import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isTable, type Answer } from '../../../src/terms/answer';
import { isoFromDay } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import type { OrderTable } from '../../../src/core/columns/order-table';
import type { AnyMetric, Vector } from '../../../src/core/metrics/define';
import { lapseWindow } from '../../../src/core/metrics/lapse-window';
import { chosenPeriod } from '../../../src/core/metrics/periods';
import { METRICS } from '../../../src/core/metrics/registry';
import { fill, openDuck, query, viewParams, type SqlParams } from './duck';
import { vectorView } from './vector-view';

const CASES = METRICS.flatMap((metric) => metric.vectors.map((vector) => ({ id: metric.id, metric, vector: vector as Vector<SqlParams> })));
let duck: DuckDBConnection;

beforeAll(async () => {
  duck = await openDuck();
});

describe('every worked example gives the figure that its author worked out by hand', () => {
  it.each(CASES)('$id: $vector.name', ({ metric, vector }) => {
    const { answer } = answerOf(metric, vector, vector.orders);
    expectAnswer(answer, vector.expected);
  });
});

describe('the order of rows and the numbers of customers make no difference', () => {
  it.each(CASES)('$id: $vector.name', ({ metric, vector }) => {
    const backwards = [...vector.orders].reverse();
    const byDay = [...vector.orders].sort((a, b) => (a.day + a.customer < b.day + b.customer ? 1 : -1));
    expectAnswer(answerOf(metric, vector, backwards).answer, vector.expected);
    expectAnswer(answerOf(metric, vector, byDay).answer, vector.expected);
  });
});

describe('the SQL twin says in DuckDB what the metric says', () => {
  it.each(CASES.filter(({ metric }) => typeof metric.sql === 'string'))('$id: $vector.name', async ({ metric, vector }) => {
    const { answer, table, view, params } = answerOf(metric, vector, vector.orders);
    await fill(duck, vector.orders);
    const bound = { ...viewParams(view), ...ownParams(table, view, params) };
    const rows = await query(duck, metric.sql as string, bound);
    if (isTable(answer)) return expectRows(rows, answer);
    expect(rows).toHaveLength(1);
    if (answer.value === null) return expect(rows[0]!.value).toBeNull();
    expect(rows[0]!.value).toBeCloseTo(answer.value, 9);
    expect(rows[0]!.n).toBe(answer.n);
  });
});

function answerOf(metric: AnyMetric, vector: Vector<SqlParams>, literals: readonly OrderLiteral[]) {
  const table = orderTableOf(literals);
  const view = vectorView(table, vector.view);
  const params = { ...metric.defaults, ...vector.params } as SqlParams;
  return { answer: metric.compute(table, view, params) as Answer, table, view, params };
}

function expectAnswer(answer: Answer, expected: Vector<unknown>['expected']): void {
  if (isTable(answer)) return expect(answer.rows).toEqual(expected);
  if (expected === null) return expect(answer.value).toBeNull();
  expect(answer.value).not.toBeNull();
  expect(Math.abs(answer.value! - (expected as number))).toBeLessThan(1e-9);
}

/** What a twin needs besides the view: the metric's own parameters, the chosen period, the lapse window. */
function ownParams(table: OrderTable, view: View, params: SqlParams): SqlParams {
  const period = chosenPeriod(table, view, params.period as string | undefined);
  const snake = Object.entries(params).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]);
  return {
    lapse_days: lapseWindow(table, view).days,
    ...(Object.fromEntries(snake) as SqlParams),
    period: isoFromDay(period?.start ?? view.asOf + 400),
  };
}

/** Rows of a table and of its twin by column name; a twin may give the cells of a wide table as rows `k`, `cell`. */
function expectRows(rows: Record<string, number | string | null>[], table: Answer): void {
  if (!isTable(table)) return;
  const keys = table.columns.map((column) => column.key);
  const wide = rows.some((row) => 'k' in row) ? widened(rows, keys) : rows;
  expect(wide.map((row) => keys.map((key) => row[key.replaceAll('-', '_')] ?? null))).toEqual(table.rows);
}

function widened(rows: Record<string, number | string | null>[], keys: string[]): Record<string, number | string | null>[] {
  const first = keys[0]!;
  const heads = [...new Set(rows.map((row) => row[first]))];
  return heads.map((head) => {
    const own = rows.filter((row) => row[first] === head);
    return { ...own[0], ...Object.fromEntries(own.map((row) => [`p${row.k}`, row.cell!])) };
  });
}
