import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Answer } from '../../../src/terms/answer';
import { METRICS } from '../../../src/core/metrics/registry';
import { inDialect } from '../../../src/core/sql/dialects/in-dialect';
import { queryParameters } from '../../../src/core/sql/query-parameters';
import { withLiterals } from '../../../src/core/sql/with-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { fill, openDuck, query } from '../metrics/duck';
import { shopLiterals, shopView } from '../metrics/random-shop';
import { expectSame } from '../metrics/sql-twin';

/** What Spark's functions do, said to DuckDB; the rest of the text it reads as it is, quotes of names and DIV apart. */
const SPARK_FUNCTIONS = [
  'date_add(d, n) AS CAST(d AS DATE) + CAST(n AS INTEGER)',
  'date_sub(d, n) AS CAST(d AS DATE) - CAST(n AS INTEGER)',
  'datediff(a, b) AS CAST(a AS DATE) - CAST(b AS DATE)',
  'add_months(d, n) AS CAST(CAST(d AS DATE) + INTERVAL 1 MONTH * n AS DATE)',
  'spark_trunc(d, unit) AS CAST(date_trunc(unit, CAST(d AS DATE)) AS DATE)',
  'percentile(x, p) AS quantile_cont(x, p)',
  'regexp_like(x, p) AS regexp_matches(x, p)',
  'collect_list(x) AS list(x)',
  'array_join(xs, mark) AS array_to_string(xs, mark)',
];
const TWINS = METRICS.filter((metric) => typeof metric.sql === 'string');
const SHOPS = 20;

function asDuck(spark: string): string {
  return countIfs(spark)
    .replaceAll('`', '"')
    .replaceAll(' DIV ', ' // ')
    .replace(/\btrunc\(/g, 'spark_trunc(')
    .replace(/\bstartswith\(/g, 'starts_with(')
    .replace(/\bexplode\(sequence\(/g, 'unnest(generate_series(')
    .replace(/\bsequence\(/g, 'generate_series(');
}

/** DuckDB's own count_if gives NULL where Spark's gives 0. */
function countIfs(sql: string): string {
  const at = sql.search(/\bcount_if\(/);
  if (at < 0) return sql;
  const open = at + 'count_if('.length;
  let end = open;
  for (let depth = 1; depth > 0; end++) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0;
  return countIfs(`${sql.slice(0, at)}count(CASE WHEN ${sql.slice(open, end - 1)} THEN 1 END)${sql.slice(end)}`);
}

describe('the Spark query of every metric', () => {
  let duck: DuckDBConnection;
  const faults = new Map<string, string>();

  beforeAll(async () => {
    duck = await openDuck();
    for (const macro of SPARK_FUNCTIONS) await duck.run(`CREATE MACRO ${macro}`);
    for (const [shop, view] of fc.sample(fc.tuple(shopLiterals, shopView()), { seed: 60, numRuns: SHOPS })) {
      const tables = shopTablesOf(shop, view.asOf);
      await fill(duck, tables);
      for (const metric of TWINS) {
        if (faults.has(metric.id)) continue;
        const filled = withLiterals(metric.sql as string, queryParameters(metric, tables, view, metric.defaults));
        const answer = metric.compute(tables, view, metric.defaults) as Answer;
        try {
          expectSame(await query(duck, asDuck(inDialect(filled, 'spark', view.calendar))), answer, `${metric.id} ${JSON.stringify(view)}`);
        } catch (fault) {
          faults.set(metric.id, String(fault));
        }
      }
    }
  }, 60_000);

  it.each(TWINS)(`gives the same figure when Spark's functions are said in DuckDB's, on ${SHOPS} random shops: $id`, ({ id }) => {
    expect(faults.get(id) ?? '').toBe('');
  });
});
