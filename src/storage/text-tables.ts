import type { PackedStrings, Units } from '../core/columns/batch';
import type { StoredTable } from './chunks';
import type { Columns } from './column';

/** Letters and ends of texts in one chunk; 2 MB and 1 MB at most. A text may run over the edge. */
const CHUNK_UNITS = 1_048_576;
const CHUNK_ENDS = 262_144;

/** A list of texts as two tables; none for a list that is not there. */
export function textTables(name: string, texts: PackedStrings | undefined): StoredTable[] {
  if (!texts) return [];
  return [
    { name: `${name}.units`, rows: texts.units.length, columns: { units: texts.units }, chunkRows: CHUNK_UNITS },
    { name: `${name}.ends`, rows: texts.ends.length, columns: { ends: texts.ends }, chunkRows: CHUNK_ENDS },
  ];
}

/** The list that `textTables` took apart. */
export function textsFrom(name: string, tables: Record<string, { columns: Columns }>): PackedStrings {
  return {
    units: tables[`${name}.units`]!.columns.units as Units,
    ends: tables[`${name}.ends`]!.columns.ends as Uint32Array,
  };
}
