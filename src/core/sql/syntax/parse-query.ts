import { readExpression } from './read-expression';
import { readQuery } from './read-query';
import { Reader } from './reader';
import type { Query } from './tree';

/** The tree of a query in DuckDB's plain SQL. Throws `SqlError` where it is anything else. */
export function parseQuery(sql: string): Query {
  const reader = new Reader(sql, { expression: readExpression, query: readQuery });
  const query = reader.query();
  reader.take(';');
  if (reader.peek().kind !== 'end') throw reader.stumbles('the end expected');
  return query;
}
