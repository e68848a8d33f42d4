import { isoFromDay } from '../../terms/day';
import type { SqlValue } from './query-parameters';

/** A comment to the end of its line, a text, a quoted name, or a parameter: what stands in the first three is no parameter. */
const PIECES = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w+)/g;

/** A query with literals in place of its `$names`. Throws when it names a parameter that has no value. */
export function withLiterals(sql: string, values: Record<string, SqlValue>): string {
  const filled = sql.replace(PIECES, (piece, name: string | undefined) => {
    if (name === undefined) return piece;
    const value = values[name];
    if (value === undefined) throw new Error(`the query asks for $${name}, which has no value`);
    return sqlLiteral(value);
  });
  return filled.replace(NEEDLESS_CAST, '$1$2');
}

/** A literal says its type itself. */
const NEEDLESS_CAST = /CAST\((?:(DATE '[\d-]+') AS DATE|(\d+) AS INTEGER)\)/g;

/** A value as it is written in SQL: texts in single quotes, days as DATE. */
export function sqlLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'object') return `DATE '${isoFromDay(value.day)}'`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value).toUpperCase();
}
