import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { SqlColumn, SqlTable, SqlType } from '../core/sql/sql-tables';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
const PHYSICAL: Record<SqlType, Omit<Element, 'name'>> = {
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  BIGINT: { type: 'INT64' },
  INTEGER: { type: 'INT32' },
  DOUBLE: { type: 'DOUBLE' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  BOOLEAN: { type: 'BOOLEAN' },
};

/** Rows of a row group: what is held as JavaScript values at one time. */
const GROUP = 100_000;

/**
 * A table as a Parquet file, compressed with Snappy; every column may be NULL. `createdBy` is the program named in it. After each group of
 * rows `rest` is waited for, so that whoever else waits for this thread gets a turn.
 */
export async function parquetOf(
  { rows, columns }: SqlTable,
  createdBy: string,
  rest: (rows: number) => Promise<void>,
): Promise<Uint8Array> {
  const writer = new ByteWriter();
  const fields = columns.map(({ name, type }): Element => ({ name, repetition_type: 'OPTIONAL', ...PHYSICAL[type] }));
  const file = new ParquetWriter({ writer, schema: [{ name: 'root', num_children: columns.length }, ...fields], createdBy });
  for (let from = 0; from < rows; from += GROUP) {
    const size = Math.min(GROUP, rows - from);
    file.write({ columnData: columns.map((column) => ({ name: column.name, data: valuesOf(column, from, size) })), rowGroupSize: size });
    await rest(size);
  }
  file.finish();
  return writer.getBytes();
}

function valuesOf({ type, value }: SqlColumn, from: number, size: number): (string | number | boolean | bigint | null)[] {
  const cells = Array.from({ length: size }, (_, i) => value(from + i));
  return type === 'BIGINT' ? cells.map((cell) => (cell === null ? null : BigInt(cell))) : cells;
}
