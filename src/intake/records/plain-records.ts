import { NONE } from '../../core/columns/batch';
import { pack } from '../../core/columns/packed-strings';
import { FIELDS } from '../../terms/fields';
import type { ImportPlan } from '../../terms/plan';
import type { Role } from '../../terms/role';
import { PART_CODES } from '../orders/interpret';
import type { Readings } from '../cells/readings';
import type { RecordRows } from './record-rows';
import { NO_NUMBER, OUTSIDE, SCORE, type Questions } from '../meaning/survey-questions';

const NO_ANSWER = PART_CODES.indexOf('no-answer');
/** Roles that say who or which order: by themselves they tell nothing. */
const ABOUT: readonly Role[] = ['customer', 'customer-name', 'email', 'phone', 'order', 'date'];

/** One record for each row that can be used: customers, cases of feedback, contacts. A case in which nothing is told is none. */
export function plainRecords(readings: Readings, plan: ImportPlan, questions: Questions, early: (row: number) => number): RecordRows {
  const rows = readings.table.rows;
  const told = plan.kind === 'feedback' ? tells(readings, plan) : () => true;
  const problem = new Uint8Array(rows);
  let used = 0;
  for (let row = 0; row < rows; row++) {
    problem[row] = early(row) || (told(row) ? 0 : NO_ANSWER);
    if (problem[row] === 0) used++;
  }
  const kept = new Uint32Array(used);
  for (let row = 0, at = 0; row < rows; row++) if (problem[row] === 0) kept[at++] = row;
  return { problem, rows: kept, ...scores(readings, questions, kept) };
}

function tells(readings: Readings, plan: ImportPlan): (row: number) => boolean {
  const fields: readonly Role[] = FIELDS.feedback.map((field) => field.role).filter((role) => !ABOUT.includes(role));
  const columns = plan.roles.flatMap((role, i) => (fields.includes(role) ? [i] : []));
  const read = columns.map((column) => ({ codes: readings.table.columns[column]!.codes.view(), blank: readings.blanks(column) }));
  // A list of cases may hold nothing but who and when.
  if (read.length === 0) return () => true;
  return (row) => read.some(({ codes, blank }) => blank[codes[row]!] === 0);
}

/** The score of a review with its scale; one that is not on it is left out of its record and counted. */
function scores(readings: Readings, { list }: Questions, rows: Uint32Array): Pick<RecordRows, 'own' | 'dropped'> {
  const question = list.find(({ scale }) => scale !== 'text');
  if (!question) return { own: {}, dropped: {} };
  const codes = readings.table.columns[question.column]!.codes.view();
  const values = new Float64Array(rows.length).fill(NaN);
  let outside = 0;
  rows.forEach((row, i) => {
    const sort = question.sort(codes[row]!);
    if (sort === SCORE) values[i] = question.score(codes[row]!);
    else if (sort === OUTSIDE || sort === NO_NUMBER) outside++;
  });
  const scale = Uint32Array.from(values, (value) => (Number.isNaN(value) ? NONE : 0));
  const own: RecordRows['own'] = {
    score: { type: 'number', values },
    scale: { type: 'text', codes: scale, texts: pack([question.scale]) },
  };
  return { own, dropped: outside > 0 ? { 'score-out-of-range': outside } : {} };
}
