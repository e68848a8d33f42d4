import type { Input, Unit } from '../../terms/answer';
import { NONE } from '../columns/batch';
import type { RecordTable } from '../tables/record-table';

/** Input that counts records: its value is the length of the list, and `who` holds the people who are known to be behind them. */
export function recordsCounted(key: string, unit: Unit, table: RecordTable, rows: Uint32Array): Input {
  return { key, value: rows.length, unit, records: { kind: table.kind, rows }, who: peopleOf(table, rows) };
}

/** Input that counts people, whether or not they ever bought. */
export function peopleCounted(key: string, who: Uint32Array): Input {
  return { key, value: who.length, unit: 'people', who };
}

/** The people of some records, ascending and each once; records of nobody known add none. Cost: n log n in the rows. */
export function peopleOf({ person }: Pick<RecordTable, 'person'>, rows: Uint32Array): Uint32Array {
  const known = rows.map((row) => person[row]!).filter((one) => one !== NONE);
  return known.sort().filter((one, i) => i === 0 || one !== known[i - 1]);
}
