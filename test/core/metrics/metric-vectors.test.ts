import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isTable, type Answer } from '../../../src/terms/answer';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import type { AnyMetric, Vector } from '../../../src/core/metrics/define';
import { METRICS } from '../../../src/core/metrics/registry';
import { fill, openDuck, type SqlParams } from './duck';
import { askTwin, expectSame } from './sql-twin';
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
    const { answer, tables, view, params } = answerOf(metric, vector, vector.orders);
    await fill(duck, tables);
    expectSame(await askTwin(duck, metric, { tables, view, params }), answer, metric.id);
  });
});

function answerOf(metric: AnyMetric, vector: Vector<SqlParams>, literals: readonly OrderLiteral[]) {
  const view = vectorView(orderTableOf(literals), vector.view);
  const tables = shopTablesOf({ ...vector, orders: literals }, view.asOf);
  const params = { ...metric.defaults, ...vector.params } as SqlParams;
  return { answer: metric.compute(tables, view, params) as Answer, tables, view, params };
}

function expectAnswer(answer: Answer, expected: Vector<unknown>['expected']): void {
  if (isTable(answer)) return expect(answer.rows).toEqual(expected);
  if (expected === null) return expect(answer.value).toBeNull();
  expect(answer.value).not.toBeNull();
  expect(Math.abs(answer.value! - (expected as number))).toBeLessThan(1e-9);
}
