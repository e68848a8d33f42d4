/** What the README of an export says; `keys` as in the manifest. */
export function readmeText(head: string, keys: 'pseudonyms' | 'as-in-file'): string {
  return `${head}

What this is
  The tables behind the figures of a shop, as Parquet, with the query of every metric. They are as known on the as-of day, under the refund
  view named above, so that the queries give the figures of manifest.json.

How to check a figure (DuckDB, https://duckdb.org)
  cd into this folder, then
  duckdb -c ".read schema.sql" -c ".read queries/duckdb/customer-retention-rate.sql"

Files
  manifest.json              the view, the contract with its fingerprint, the data's fingerprint, row counts, every answer
  *.parquet                  one table each; schema.sql says what every table and column is
  schema.sql                 views over the Parquet files, with comments, for DuckDB
  schema-spark.sql           the same tables for Spark SQL
  schema-bigquery.sql        the same tables for BigQuery: create them, then load each with
                             bq load --source_format=PARQUET DATASET.TABLE TABLE.parquet
  queries/<dialect>/<id>.sql the query of each metric with the parameters of the view filled in

Money is in minor units (cents) in the tables and in what the queries give, and in major units in manifest.json. Rates of fewer than five
are withheld from manifest.json ("suppressed") unless they were asked for; the queries compute them.

Who is in it
${WHO[keys]}
`;
}

const WHO = {
  pseudonyms: `  Customers are c000001, c000002 and so on, orders o000001, referrers r000001, people who answered a000001. Names, e-mail addresses, phone
  numbers, birthdays and free text are not in it. This is PSEUDONYMOUS, NOT ANONYMOUS: whoever holds the shop's own files can find each
  person again by days and sums. Treat it as personal data.`,
  'as-in-file': `  Customers stand under the keys of the files, and these may be e-mail addresses or phone numbers; free text and birthdays are in it too.
  It is PERSONAL DATA.`,
} as const;
