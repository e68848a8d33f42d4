import { NO_DAY, NONE } from '../../core/columns/batch';
import { FLAG_UNKNOWN, FLAG_YES } from '../../core/columns/records';
import { isoFromDay } from '../../terms/day';
import { markInUse } from '../meaning/decimal-marks';
import { FIELDS, type RecordKind } from '../../terms/fields';
import type { ImportPlan } from '../../terms/plan';
import { armOf } from '../cells/arm-words';
import { birthdaysOf } from '../records/build-records';
import type { ColumnSense } from './column-glance';
import { flagColumn } from '../cells/flag-column';
import type { RecordInterpretation } from '../records/interpret-records';
import { movementOf } from '../cells/movement-words';
import { OK } from '../cells/number-column';
import { contacts } from '../meaning/person-keys';
import type { Readings } from '../cells/readings';
import { recordRemark } from './record-remark';
import { daysOf } from '../meaning/record-dates';
import { SCORE } from '../meaning/survey-questions';

/** What a column is to a kind of record: what is read from its cells, and what is to be said of it. */
export function recordSense(readings: Readings, read: RecordInterpretation, index: number): ColumnSense {
  return { read: reader(readings, read, index), remark: recordRemark(readings, read, index) };
}

function reader(readings: Readings, read: RecordInterpretation, index: number): ColumnSense['read'] {
  const { plan } = read;
  const role = plan.roles[index]!;
  const { texts } = readings.table.columns[index]!;
  const asWritten = (code: number): string => texts.get(code).trim();
  const field = FIELDS[plan.kind as RecordKind].find((one) => one.role === role);
  if (!field) return asWritten;
  if (role === 'score') return scoreReader(read, index) ?? asWritten;
  if (role === 'movement') return (code) => movementOf(texts.get(code)) ?? asWritten(code);
  if (role === 'arm') return (code) => armOf(texts.get(code));
  if (role === 'order' || role === 'customer' || role === 'email' || role === 'phone') return keyReader(readings, plan, index, role);
  if (field.type === 'day') return dayReader(readings, plan, index);
  if (field.type === 'flag') return flagReader(readings, plan, index);
  return field.type === 'number' ? numberReader(readings, plan, index) : asWritten;
}

/** Scores of the first question that has the cell; null where none of the column's questions is measured. */
function scoreReader({ questions }: RecordInterpretation, index: number): ColumnSense['read'] | null {
  const list = questions.list.filter((question) => question.column === index && question.scale !== 'text');
  if (list.length === 0) return null;
  return (code) => list.find((question) => question.sort(code) === SCORE)?.score(code) ?? null;
}

function keyReader(
  readings: Readings,
  plan: ImportPlan,
  index: number,
  role: 'order' | 'customer' | 'email' | 'phone',
): ColumnSense['read'] {
  const { keys, of } = role === 'email' || role === 'phone' ? contacts(readings, plan, role)! : readings.keys(index, role);
  return (code) => (of[code] === NONE ? null : keys.get(of[code]!));
}

function dayReader(readings: Readings, plan: ImportPlan, index: number): ColumnSense['read'] {
  const days = plan.roles[index] === 'birthday' ? birthdaysOf(readings, plan, index) : daysOf(readings, plan, index);
  return (code) => (days[code] === NO_DAY ? null : isoFromDay(days[code]!));
}

function flagReader(readings: Readings, plan: ImportPlan, index: number): ColumnSense['read'] {
  const days = daysOf(readings, plan, index);
  const { values } = flagColumn(readings.table.columns[index]!.texts, readings.blanks(index), days, plan.roles[index]!);
  return (code) => {
    if (values[code] === FLAG_YES) return days[code] === NO_DAY ? '✓' : isoFromDay(days[code]!);
    return values[code] === FLAG_UNKNOWN ? null : '✗';
  };
}

function numberReader(readings: Readings, plan: ImportPlan, index: number): ColumnSense['read'] {
  const { mantissa, scale, state } = readings.numbers(index, markInUse(readings, plan));
  return (code) => (state[code] === OK ? mantissa[code]! / 10 ** scale[code]! : null);
}
