import type { Calendar } from '../../../terms/day';
import { parseQuery } from '../syntax/parse-query';
import { castType, type Columns, type Scope } from '../syntax/types';
import { sqlSchema } from '../sql-schema';
import { bigQueryRules } from './bigquery-rules';
import { duckRules, shiftsOf } from './calendar-rules';
import { sparkRules } from './spark-rules';
import { Writer } from './writer';

export const DIALECTS = ['duckdb', 'spark', 'bigquery'] as const;
export type Dialect = (typeof DIALECTS)[number];

/**
 * A query of DuckDB's plain SQL over the tables of `sqlSchema`, its parameters filled in, in another dialect and for the weeks and quarters of a calendar. DuckDB with
 * weeks from Monday and quarters from January gets it as it is.
 *
 * Throws `SqlError` that names what the dialect has no words for. Cost: linear in the text.
 */
export function inDialect(sql: string, dialect: Dialect, calendar: Calendar): string {
  const { week, quarter } = shiftsOf(calendar);
  if (dialect === 'duckdb' && week === 0 && quarter === 0) return sql;
  const rules = dialect === 'duckdb' ? duckRules(calendar) : dialect === 'spark' ? sparkRules(calendar) : bigQueryRules(calendar);
  const query = parseQuery(sql);
  // What stands before and behind the query, comments mostly, stays.
  return sql.slice(0, query.start) + new Writer(sql, rules).text(query, scopeOfTables()) + sql.slice(query.end);
}

function scopeOfTables(): Scope {
  const tables = sqlSchema().map(({ name, columns }): [string, Columns] => [
    name,
    new Map(columns.map((one) => [one.name, castType(one.type)])),
  ]);
  return { tables: new Map(tables), sources: new Map(), aliases: new Map(), outer: null };
}
