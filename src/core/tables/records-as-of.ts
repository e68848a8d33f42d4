import type { Day } from '../../terms/day';
import { NO_DAY } from '../columns/batch';
import { FLAG_UNKNOWN, type RecordField } from '../columns/records';
import { pickRecords } from './pick-records';
import type { FieldValues, RecordTable } from './record-table';

/** Days that tell what happened, and so are not known before. A promise, an expiry and a birthday are known at once. */
const HAPPENED: readonly RecordField[] = ['answered', 'closed', 'delivered', 'signup'];

/**
 * The records as they were known at the end of a day: those that were not there yet are left out, and what became of the others later is
 * unknown. A record without a date is always known. The table itself when nothing is later. Cost: one pass over the days.
 */
export function recordsAsOf(table: RecordTable, asOf: Day): RecordTable {
  const { signup } = table.fields;
  const joined = table.kind === 'customers' && signup?.type === 'day' ? signup.day : null;
  const later = (row: number): boolean => table.day[row]! > asOf || (joined !== null && joined[row]! > asOf);
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) => !later(row));
  const names = Object.keys(table.fields) as RecordField[];
  if (rows.length === table.rows && !names.some((name) => knowsLater(table.fields[name]!, name, asOf))) return table;
  const known = pickRecords(table, rows);
  for (const name of names) masked(known.fields[name]!, name, asOf);
  return known;
}

function knowsLater(field: FieldValues, name: RecordField, asOf: Day): boolean {
  if (field.type === 'flag' || (field.type === 'day' && HAPPENED.includes(name))) return field.day.some((day) => day > asOf);
  return false;
}

/** Forgets what happened after a day. The arrays are the caller's own. */
function masked(field: FieldValues, name: RecordField, asOf: Day): void {
  if (field.type === 'flag') {
    field.day.forEach((day, i) => {
      if (day <= asOf) return;
      field.day[i] = NO_DAY;
      field.values[i] = FLAG_UNKNOWN;
    });
  } else if (field.type === 'day' && HAPPENED.includes(name)) {
    field.day.forEach((day, i) => {
      if (day <= asOf) return;
      field.day[i] = NO_DAY;
      field.second[i] = -1;
    });
  }
}
