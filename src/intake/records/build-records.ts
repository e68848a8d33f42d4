import { NO_DAY, NONE } from '../../core/columns/batch';
import type { RecordBatch, RecordColumn } from '../../core/columns/records';
import { FIELDS, type Field, type RecordKind } from '../../terms/fields';
import { markInUse } from '../meaning/decimal-marks';
import type { ImportPlan } from '../../terms/plan';
import type { Role } from '../../terms/role';
import { armOf } from '../cells/arm-words';
import { birthdays } from '../dates/birthdays';
import { flagColumn } from '../cells/flag-column';
import type { RecordInterpretation } from './interpret-records';
import { joinedNames } from '../orders/joined-names';
import { OK } from '../cells/number-column';
import { contacts } from '../meaning/person-keys';
import { columnOf } from '../meaning/plan-columns';
import type { Readings } from '../cells/readings';
import { dayOrder, daysOf } from '../meaning/record-dates';
import { recode, textCodes, type Coded } from '../orders/used-codes';

/** Totals become movements. */
const BECOME_OTHERS: readonly Role[] = ['earned', 'redeemed', 'expired'];

/** The records of an interpretation as columns: one for each field that the file has. Cost: one pass over the records for each. */
export function buildRecords(readings: Readings, read: RecordInterpretation): Omit<RecordBatch, 'importId'> {
  const { plan, records } = read;
  const kind = plan.kind as RecordKind;
  const fields: RecordBatch['fields'] = {};
  for (const field of FIELDS[kind]) {
    if (BECOME_OTHERS.includes(field.role)) continue;
    const column = records.own[field.role] ?? cellColumn(readings, plan, field, records.rows);
    if (column) fields[field.role] = column;
  }
  if (records.own.scale) fields.scale = records.own.scale;
  const line = Uint32Array.from(records.rows, (row) => readings.table.lineOf(row));
  return { kind, rows: records.rows.length, line, fields };
}

/** A field that is what stands in a cell of the row; null when no column has it. */
function cellColumn(readings: Readings, plan: ImportPlan, { role, type }: Field, rows: Uint32Array): RecordColumn | null {
  const column = columnOf(plan, role);
  if (column < 0) return null;
  const codes = readings.table.columns[column]!.codes.view();
  const cell = (i: number): number => codes[rows[i]!]!;
  if (type === 'text') return { type, ...textField(readings, plan, column, rows) };
  if (type === 'number') return { type, values: numberField(readings, plan, column, rows.length, cell) };
  return type === 'day' ? dayField(readings, plan, column, rows.length, cell) : flagField(readings, plan, column, rows.length, cell);
}

function textField(readings: Readings, plan: ImportPlan, column: number, rows: Uint32Array): Coded {
  const role = plan.roles[column]!;
  const { texts, codes } = readings.table.columns[column]!;
  const view = codes.view();
  if (role === 'customer-name') return joinedNames(readings, plan, rows);
  const keys =
    role === 'email' || role === 'phone'
      ? contacts(readings, plan, role)
      : role === 'customer' || role === 'order'
        ? readings.keys(column, role)
        : null;
  if (keys)
    return recode(
      rows,
      (row) => keys.of[view[row]!]!,
      (code) => keys.keys.get(code),
      keys.keys.size,
    );
  if (role !== 'arm') return textCodes(readings, column, rows);
  const blank = readings.blanks(column);
  return recode(
    rows,
    (row) => (blank[view[row]!] ? NONE : view[row]!),
    (code) => armOf(texts.get(code)),
    texts.size,
  );
}

function numberField(readings: Readings, plan: ImportPlan, column: number, rows: number, cell: (i: number) => number): Float64Array {
  const { mantissa, scale, state } = readings.numbers(column, markInUse(readings, plan));
  const values = new Float64Array(rows);
  for (let i = 0; i < rows; i++) values[i] = state[cell(i)] === OK ? mantissa[cell(i)]! / 10 ** scale[cell(i)]! : NaN;
  return values;
}

/** Days, with the time of day where the column has one. A birthday has none. */
function dayField(readings: Readings, plan: ImportPlan, column: number, rows: number, cell: (i: number) => number): RecordColumn {
  const born = plan.roles[column] === 'birthday';
  const days = born ? birthdaysOf(readings, plan, column) : daysOf(readings, plan, column);
  const { second } = readings.dates(column);
  const values = new Int32Array(rows);
  for (let i = 0; i < rows; i++) values[i] = days[cell(i)]!;
  if (born || !second.some((at) => at >= 0)) return { type: 'day', values };
  const seconds = new Int32Array(rows);
  for (let i = 0; i < rows; i++) seconds[i] = values[i] === NO_DAY ? -1 : second[cell(i)]!;
  return { type: 'day', values, seconds };
}

/** Birthdays of a column by different cell. */
export function birthdaysOf(readings: Readings, plan: ImportPlan, column: number): Int32Array {
  return birthdays(readings.table.columns[column]!.texts, readings.dates(column), dayOrder(readings, plan, column), readings.today);
}

function flagField(readings: Readings, plan: ImportPlan, column: number, rows: number, cell: (i: number) => number): RecordColumn {
  const days = daysOf(readings, plan, column);
  const flags = flagColumn(readings.table.columns[column]!.texts, readings.blanks(column), days, plan.roles[column]!);
  const values = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) values[i] = flags.values[cell(i)]!;
  if (!flags.timed) return { type: 'flag', values };
  const at = new Int32Array(rows);
  for (let i = 0; i < rows; i++) at[i] = days[cell(i)]!;
  return { type: 'flag', values, days: at };
}
