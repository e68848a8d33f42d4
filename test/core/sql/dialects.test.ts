import { describe, expect, it } from 'vitest';
import { dayFromYmd, type Calendar, type Grain } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { AnyMetric } from '../../../src/core/metrics/define';
import { METRICS } from '../../../src/core/metrics/registry';
import { DIALECTS, inDialect, type Dialect } from '../../../src/core/sql/dialects/in-dialect';
import { queryParameters } from '../../../src/core/sql/query-parameters';
import { withLiterals } from '../../../src/core/sql/with-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { paramChoices } from '../metrics/param-choices';
import { bigQueryFault, sparkFault } from './dialect-parsers';

const TABLES = shopTablesOf({ orders: [{ customer: 'a', day: '2024-01-05', net: 1000 }] });
const CALENDARS: Calendar[] = [
  { weekStart: 1, yearStart: 1 },
  { weekStart: 0, yearStart: 2 },
  { weekStart: 6, yearStart: 12 },
];
const VIEWS: View[] = (['week', 'month', 'quarter'] as Grain[]).map((grain, i) => {
  const asOf = dayFromYmd(2024, 6, 30);
  return { from: dayFromYmd(2024, 1, 1), to: asOf + 1, asOf, grain, refunds: 'behaviour', lapseDays: 60, calendar: CALENDARS[i]! };
});
const TWINS = METRICS.filter((metric) => typeof metric.sql === 'string');

function written(metric: AnyMetric, dialect: Dialect, view: View, params: Record<string, unknown>): string {
  return inDialect(withLiterals(metric.sql as string, queryParameters(metric, TABLES, view, params)), dialect, view.calendar);
}

/** The defaults by week, month and quarter, and every other choice once. */
function asked(metric: AnyMetric): { view: View; params: Record<string, unknown> }[] {
  const [defaults, ...others] = paramChoices(metric);
  return [
    ...VIEWS.map((view) => ({ view, params: defaults! })),
    ...others.map((params, i) => ({ view: VIEWS[i % VIEWS.length]!, params })),
  ];
}

describe('the query of every metric', () => {
  it.each(TWINS)('$id is Spark SQL to its own grammar, by week, month and quarter and every choice', (metric) => {
    for (const { view, params } of asked(metric)) expect(sparkFault(written(metric, 'spark', view, params))).toBe('');
  });

  it.each(TWINS)('$id is GoogleSQL to a BigQuery parser, by week, month and quarter and every choice', (metric) => {
    for (const { view, params } of asked(metric)) expect(bigQueryFault(written(metric, 'bigquery', view, params))).toBe('');
  });
});

describe('the parsers', () => {
  it('do not take everything: DuckDB has words that they refuse', () => {
    expect(sparkFault('SELECT count(*) FILTER (net > 1) FROM orders')).not.toBe('');
    expect(sparkFault('SELECT [1, 2] FROM orders')).not.toBe('');
    expect(bigQueryFault('SELECT count(*) FILTER (WHERE net > 1) FROM orders')).not.toBe('');
    expect(bigQueryFault('SELECT a FROM generate_series(0, 3) AS k(a)')).not.toBe('');
  });
});

describe('a construct', () => {
  const monday: Calendar = { weekStart: 1, yearStart: 1 };
  const sunday: Calendar = { weekStart: 0, yearStart: 2 };
  const inBoth = (sql: string, calendar = monday) => DIALECTS.slice(1).map((dialect) => inDialect(sql, dialect, calendar));

  it.each([
    ['day - 7', 'date_sub(day, 7)', 'DATE_SUB(day, INTERVAL 7 DAY)'],
    ["DATE '2024-01-31' - day", "datediff(DATE '2024-01-31', day)", "DATE_DIFF(DATE '2024-01-31', day, DAY)"],
    ['day + INTERVAL 3 MONTH', 'add_months(day, 3)', 'DATE_ADD(day, INTERVAL 3 MONTH)'],
    ['day - INTERVAL 1 WEEK', 'date_sub(day, 7)', 'DATE_SUB(day, INTERVAL 7 DAY)'],
    ['net - 1', 'net - 1', 'net - 1'],
    ['net::BIGINT // 7 % 3', '(CAST(net AS BIGINT) DIV 7) % 3', 'MOD(DIV(CAST(net AS INT64), 7), 3)'],
    ["CASE 'week' WHEN 'week' THEN day + 7 ELSE day END", 'date_add(day, 7)', 'DATE_ADD(day, INTERVAL 7 DAY)'],
    ["date_trunc('month', day)", "trunc(day, 'MONTH')", 'DATE_TRUNC(day, MONTH)'],
    ["'it''s'", "'it\\'s'", "'it\\'s'"],
    ['count(*) FILTER (WHERE net > 1)', 'count_if(net > 1)', 'COUNTIF(net > 1)'],
    ['sum(net) FILTER (net > 1)', 'sum(CASE WHEN net > 1 THEN net END)', 'sum(CASE WHEN net > 1 THEN net END)'],
    ['net AS "new"', 'net AS `new`', 'net AS `new`'],
    ['year(day)', 'year(day)', 'EXTRACT(YEAR FROM day)'],
  ])('%s has its words in Spark and BigQuery', (duck, spark, big) => {
    expect(inBoth(`SELECT ${duck} FROM orders`)).toEqual([`SELECT ${spark} FROM orders`, `SELECT ${big} FROM orders`]);
  });

  it('of weeks from Sunday and quarters from February is moved there and back', () => {
    const [spark, big] = inBoth("SELECT date_trunc('week', day), date_trunc('quarter', day) FROM orders", sunday);
    expect(spark).toBe(
      "SELECT date_sub(trunc(date_add(day, 1), 'WEEK'), 1), add_months(trunc(add_months(day, -1), 'QUARTER'), 1) FROM orders",
    );
    expect(big).toBe(
      'SELECT DATE_TRUNC(day, WEEK(SUNDAY)), DATE_ADD(DATE_TRUNC(DATE_SUB(day, INTERVAL 1 MONTH), QUARTER), INTERVAL 1 MONTH) FROM orders',
    );
  });

  it('that the dialect has no words for is named', () => {
    expect(() => inDialect('SELECT levenshtein(customer, customer) FROM orders', 'spark', monday)).toThrow('the function levenshtein()');
    expect(() => inDialect('SELECT levenshtein(customer, customer) FROM orders', 'bigquery', monday)).toThrow('the function levenshtein()');
    expect(() => inDialect('SELECT day - nothing FROM orders', 'spark', monday)).toThrow('no column nothing');
  });
});
