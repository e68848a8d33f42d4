import {
  ATTRIBUTES,
  LINE_TIMES,
  type Attribute,
  type Batch,
  type LeftOut,
  type LineColumns,
  type LineTimes,
  type PackedStrings,
} from '../core/columns/batch';
import type { Currency } from '../terms/money';
import type { StoredTable } from './chunks';
import type { Columns } from './column';
import { textsFrom, textTables } from './text-tables';

/** Rows of lines in one chunk: steps for the progress bar, and records near 2 MB. */
const CHUNK_ROWS = 65_536;

const ATTRIBUTE = 'attribute:';
const DAYS = 'days:';
const SECONDS = 'seconds:';

/** Everything of a batch as tables; the lines come first. */
export function batchTables(batch: Omit<Batch, 'importId'>): StoredTable[] {
  const { rows, attributes: codes, promised, delivered, ...columns } = batch.lines;
  const lines: Columns = { ...columns, ...timeColumns({ promised, delivered }) };
  for (const attribute of ATTRIBUTES) if (codes[attribute]) lines[ATTRIBUTE + attribute] = codes[attribute];
  return [
    { name: 'lines', rows, columns: lines, chunkRows: CHUNK_ROWS },
    ...textTables('orders', batch.orders),
    ...textTables('customers', batch.customers),
    ...textTables('products', batch.products),
    ...textTables('cancelled', batch.cancelled),
    ...ATTRIBUTES.flatMap((attribute) => textTables(ATTRIBUTE + attribute, batch.attributes[attribute])),
  ];
}

function timeColumns(times: Partial<Record<(typeof LINE_TIMES)[number], LineTimes | undefined>>): Columns {
  const columns: Columns = {};
  for (const name of LINE_TIMES) {
    const of = times[name];
    if (of) columns[DAYS + name] = of.values;
    if (of?.seconds) columns[SECONDS + name] = of.seconds;
  }
  return columns;
}

/** Left-out rows as tables. */
export function leftOutTables({ rows, cells, ...columns }: LeftOut): StoredTable[] {
  return [{ name: 'leftOut', rows, columns, chunkRows: CHUNK_ROWS }, ...textTables('cells', cells)];
}

/** The tables of what was used; the left-out rows are read apart. */
export function isUsedTable(name: string): boolean {
  return !isLeftOutTable(name);
}

/** The tables that `leftOutFrom` needs. */
export function isLeftOutTable(name: string): boolean {
  return name === 'leftOut' || name.startsWith('cells.');
}

/** The batch that `batchTables` took apart. */
export function batchFrom(importId: number, currency: Currency, tables: Record<string, { rows: number; columns: Columns }>): Batch {
  const { rows, columns } = tables.lines!;
  const lines: Columns = {};
  const codes: Partial<Record<Attribute, Uint32Array>> = {};
  const attributes: Partial<Record<Attribute, PackedStrings>> = {};
  // Names with a colon are parts of something else.
  for (const [name, column] of Object.entries(columns)) if (!name.includes(':')) lines[name] = column;
  for (const attribute of ATTRIBUTES) {
    const column = columns[ATTRIBUTE + attribute] as Uint32Array | undefined;
    if (column) codes[attribute] = column;
    if (`${ATTRIBUTE}${attribute}.ends` in tables) attributes[attribute] = textsFrom(ATTRIBUTE + attribute, tables);
  }
  return {
    importId,
    currency,
    lines: {
      ...(lines as unknown as Omit<LineColumns, 'rows' | 'attributes' | (typeof LINE_TIMES)[number]>),
      rows,
      attributes: codes,
      ...timesFrom(columns),
    },
    orders: textsFrom('orders', tables),
    customers: textsFrom('customers', tables),
    products: textsFrom('products', tables),
    attributes,
    ...('cancelled.ends' in tables ? { cancelled: textsFrom('cancelled', tables) } : {}),
  };
}

/** The times that the file told; none of those that it did not. */
function timesFrom(columns: Columns): Pick<LineColumns, (typeof LINE_TIMES)[number]> {
  const times: Pick<LineColumns, (typeof LINE_TIMES)[number]> = {};
  for (const name of LINE_TIMES) {
    const [values, seconds] = [columns[DAYS + name], columns[SECONDS + name]] as (Int32Array | undefined)[];
    if (values) times[name] = { values, ...(seconds ? { seconds } : {}) };
  }
  return times;
}

/** The left-out rows that `leftOutTables` took apart. */
export function leftOutFrom(tables: Record<string, { rows: number; columns: Columns }>): LeftOut {
  const { rows, columns } = tables.leftOut!;
  return { ...(columns as unknown as Omit<LeftOut, 'rows' | 'cells'>), rows, cells: textsFrom('cells', tables) };
}
