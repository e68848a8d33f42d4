import { SparkSQL } from 'dt-sql-parser/dist/parser/spark';
import bigQuery from 'node-sql-parser/build/bigquery';

const spark = new SparkSQL();
const big = new bigQuery.Parser();

/** What Spark's own grammar (ANTLR) finds wrong with a query; '' for nothing. */
export function sparkFault(sql: string): string {
  const [first] = spark.validate(sql);
  return first ? `line ${first.startLine}: ${first.message}` : '';
}

/** What a BigQuery parser finds wrong with a query; '' for nothing. */
export function bigQueryFault(sql: string): string {
  try {
    big.parse(sql, { database: 'bigquery' });
    return '';
  } catch (error) {
    const { line } = (error as { location?: { start: { line: number } } }).location?.start ?? { line: 0 };
    return `line ${line}: ${(error as Error).message}`;
  }
}
