/** English: queries and tables for other programs. */
export const sql = {
  'sql.dialect': 'Dialect of the query',
  'sql.none': 'This figure has no query.',
  'sql.export': 'Export data for SQL',
  'sql.export.about':
    'A ZIP file with the tables of this shop as Parquet, as they are read now, and the query of every figure: DuckDB gives the same numbers from it.',
  'sql.export.act': 'Export for SQL',
  'sql.export.running': 'Writing the tables',
  'sql.export.keys': 'With the customer keys of the files',
  'sql.export.keys.no':
    'Without it customers are c000001, c000002 …, and birthdays and free text stay here. That is pseudonymous, not anonymous: days and sums can still give somebody away.',
  'sql.export.keys.yes': 'Keys may be e-mail addresses or phone numbers. Give the file to nobody who must not have them.',
  'sql.small': 'Shares of fewer than five too',
  'sql.small.why': 'Without it they are withheld in both downloads, so that nobody is found by them.',
  'sql.stamp': 'What stands on every download',
  'sql.stamp.text':
    'Contract {version} ({contract}): equal marks, equal definitions. Data {data}: equal marks, equal files, read in the same way. CSV files carry them in their names.',
} as const;
