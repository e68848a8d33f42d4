import { NO_DAY, NONE } from '../../core/columns/batch';
import type { RecordKind } from '../../terms/fields';
import type { ImportPlan } from '../../terms/plan';
import { answerRecords } from './answer-records';
import { brokenRows, PART_CODES, RECORD_PART, type Interpretation } from '../orders/interpret';
import { hasPerson, personKeys } from '../meaning/person-keys';
import { plainRecords } from './plain-records';
import { columnOf } from '../meaning/plan-columns';
import { pointsRecords } from './points-records';
import type { Readings } from '../cells/readings';
import { daysOf } from '../meaning/record-dates';
import type { RecordRows } from './record-rows';
import { surveyQuestions, type Questions } from '../meaning/survey-questions';

/** What the rows of a file of another kind than orders become under a plan. */
export interface RecordInterpretation extends Interpretation {
  records: RecordRows;
  questions: Questions;
}

/** Kinds in which a row without a person is about nobody. Answers and feedback may be anonymous. */
const PERSONAL: readonly RecordKind[] = ['customers', 'points', 'contacts'];

/**
 * Decides about each row: empty, ragged or a total, nobody's, with a day that cannot be read, without what the kind is about, or used.
 * A row is used when it gives at least one record, so the parts add up to the file; what is left out of a used row is in
 * `records.dropped`.
 *
 * Cost: a few passes over the rows after the different cells were read.
 */
export function interpretRecords(readings: Readings, plan: ImportPlan): RecordInterpretation {
  const rows = readings.table.rows;
  const questions = plan.kind === 'answers' || plan.kind === 'feedback' ? surveyQuestions(readings, plan) : { list: [], of: () => -1 };
  const date = columnOf(plan, 'date');
  const days = date < 0 ? null : daysOf(readings, plan, date);
  const codes = date < 0 ? null : readings.table.columns[date]!.codes.view();
  const day = (row: number): number => (days && codes ? days[codes[row]!]! : NO_DAY);
  const records = recordsOf(readings, plan, questions, earlyProblems(readings, plan, day));
  const person = personKeys(readings, plan);
  return {
    plan,
    part: records.problem.map((problem) => problem || RECORD_PART),
    worth: new Float64Array(rows).fill(NaN),
    carried: false,
    off: null,
    day,
    order: orderOf(readings, plan),
    customer: person.of,
    people: person.keys,
    status: () => 0,
    fillColumn: columnOf(plan, 'order'),
    records,
    questions,
  };
}

function recordsOf(readings: Readings, plan: ImportPlan, questions: Questions, early: (row: number) => number): RecordRows {
  if (plan.kind === 'answers') return answerRecords(readings, plan, questions, early);
  return plan.kind === 'points' ? pointsRecords(readings, plan, early) : plainRecords(readings, plan, questions, early);
}

function orderOf(readings: Readings, plan: ImportPlan): (row: number) => number {
  const column = columnOf(plan, 'order');
  if (column < 0) return () => NONE;
  const { of } = readings.keys(column, 'order');
  const codes = readings.table.columns[column]!.codes.view();
  return (row) => of[codes[row]!]!;
}

const CODE = Object.fromEntries(PART_CODES.map((code, i) => [code, i])) as Record<(typeof PART_CODES)[number], number>;

function earlyProblems(readings: Readings, plan: ImportPlan, day: (row: number) => number): (row: number) => number {
  const broken = brokenRows(readings, plan);
  const nobodys = nobodysRows(readings, plan);
  const dated = dateProblems(readings, plan, day);
  return (row) => broken(row) || (nobodys(row) ? CODE['no-person'] : 0) || dated(row);
}

/** A name counts as a person too: lists of those who left often have nothing else. */
function nobodysRows(readings: Readings, plan: ImportPlan): (row: number) => boolean {
  if (!PERSONAL.includes(plan.kind as RecordKind)) return () => false;
  const person = hasPerson(plan) ? personKeys(readings, plan).of : () => NONE;
  const names = plan.roles.flatMap((role, i) =>
    role === 'customer-name' ? [{ codes: readings.table.columns[i]!.codes.view(), blank: readings.blanks(i) }] : [],
  );
  return (row) => person(row) === NONE && names.every(({ codes, blank }) => blank[codes[row]!] === 1);
}

/** A day that cannot be read or has not come yet leaves the row out; an empty one only a movement of points, whose balance has a day. */
function dateProblems(readings: Readings, plan: ImportPlan, day: (row: number) => number): (row: number) => number {
  const column = columnOf(plan, 'date');
  if (column < 0) return () => 0;
  const codes = readings.table.columns[column]!.codes.view();
  const blank = readings.blanks(column);
  return (row) => {
    if (blank[codes[row]!]) return plan.kind === 'points' ? CODE['no-date'] : 0;
    const at = day(row);
    return at === NO_DAY ? CODE['bad-date'] : at > readings.today ? CODE['future-date'] : 0;
  };
}
