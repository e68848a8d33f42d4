import { sqlSchema, type TableNote } from '../core/sql/sql-schema';
import type { SqlType } from '../core/sql/sql-tables';
import { nameIn, textIn } from '../core/sql/dialects/common-rules';
import { sqlLiteral } from '../core/sql/with-literals';

const SPARK: Record<SqlType, string> = {
  VARCHAR: 'STRING',
  BIGINT: 'BIGINT',
  INTEGER: 'INT',
  DOUBLE: 'DOUBLE',
  DATE: 'DATE',
  BOOLEAN: 'BOOLEAN',
};
const BIGQUERY: Record<SqlType, string> = {
  VARCHAR: 'STRING',
  BIGINT: 'INT64',
  INTEGER: 'INT64',
  DOUBLE: 'FLOAT64',
  DATE: 'DATE',
  BOOLEAN: 'BOOL',
};

/** What makes the tables of an export known to each dialect, by file name: run it in the folder, then any query. */
export function schemaFiles(head: string): Record<string, string> {
  const file = (table: (note: TableNote) => string): string => `${head}\n${sqlSchema().map(table).join('\n\n')}\n`;
  return { 'schema.sql': file(duckTable), 'schema-spark.sql': file(sparkTable), 'schema-bigquery.sql': file(bigQueryTable) };
}

function duckTable({ name, about, columns }: TableNote): string {
  const notes = columns.map((column) => `COMMENT ON COLUMN ${name}.${column.name} IS ${sqlLiteral(column.about)};`);
  return [
    `CREATE OR REPLACE VIEW ${name} AS FROM read_parquet('${name}.parquet');`,
    `COMMENT ON VIEW ${name} IS ${sqlLiteral(about)};`,
    ...notes,
  ].join('\n');
}

function sparkTable({ name, about, columns }: TableNote): string {
  const lines = columns.map((column) => `  ${nameIn(column.name)} ${SPARK[column.type]} COMMENT ${textIn(column.about)}`);
  return `CREATE TABLE ${nameIn(name)} (\n${lines.join(',\n')}\n) USING PARQUET LOCATION '${name}.parquet' COMMENT ${textIn(about)};`;
}

/** BigQuery loads a file with `bq load --source_format=PARQUET <dataset>.<table> <table>.parquet` into such a table. */
function bigQueryTable({ name, about, columns }: TableNote): string {
  const lines = columns.map(
    (column) => `  ${nameIn(column.name)} ${BIGQUERY[column.type]} OPTIONS (description = ${textIn(column.about)})`,
  );
  return `CREATE TABLE ${nameIn(name)} (\n${lines.join(',\n')}\n) OPTIONS (description = ${textIn(about)});`;
}
