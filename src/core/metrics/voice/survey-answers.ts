import { dayFromIso, periodOf, periodStart, type Day } from '../../../terms/day';
import type { Period } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import { NO_DAY, NONE } from '../../columns/batch';
import type { RecordTable } from '../../tables/record-table';
import { ByRespondent, type Wave } from './by-respondent';
import { daysOf, horizon } from '../periods';

/** Parameters that every figure of a survey has. */
export interface SurveyParams {
  /** ISO date of a day in the period asked about; '' for the whole view. */
  period: string;
  /** The question in its own words; '' for those that are recognised. */
  question: string;
  /** The survey by its name; '' for all. */
  survey: string;
  wave: Wave;
}

export const SURVEY_DEFAULTS: SurveyParams = { period: '', question: '', survey: '', wave: 'period' };

/** Answers that count, and those that do not because the same person answered again in the same wave. Records, ascending. */
export interface CountedAnswers {
  rows: Uint32Array;
  duplicates: Uint32Array;
}

/** Days of a figure; `undated` when answers without a day count in it. */
export interface AnswerDays {
  from: Day;
  to: Day;
  undated: boolean;
}

/** The days that a figure is about: the view, or a period as it lies in the view. Answers without a day belong to no single period. */
export function answerDays(view: View, period: string): AnswerDays {
  const day = dayFromIso(period);
  if (day === null) return { from: view.from, to: horizon(view), undated: true };
  return { ...daysOf(periodAt(periodOf(day, view.grain, view.calendar), view), view), undated: false };
}

/** The answers within some days, the latest of each respondent and wave. Cost: n log n in the rows. */
export function answersWithin(table: RecordTable, rows: Uint32Array, days: AnswerDays, view: View, wave: Wave): CountedAnswers {
  const inDays = rows.filter((row) =>
    table.day[row] === NO_DAY ? days.undated : table.day[row]! >= days.from && table.day[row]! < days.to,
  );
  return oncePerWave(table, inDays, view, wave);
}

/** Of several answers of a respondent in a wave the latest: by day, then by time of day, then the one that stands later in the file. */
function oncePerWave(table: RecordTable, rows: Uint32Array, view: View, wave: Wave): CountedAnswers {
  const latest = new ByRespondent<number>(table, view, wave);
  for (const row of rows) {
    const other = latest.get(row);
    if (other === undefined || isLater(table, row, other)) latest.set(row, row);
  }
  const counted = new Set(latest.values());
  return { rows: rows.filter((row) => counted.has(row)), duplicates: rows.filter((row) => !counted.has(row)) };
}

function isLater({ day, second }: RecordTable, a: number, b: number): boolean {
  return (day[a]! - day[b]! || second[a]! - second[b]! || a - b) > 0;
}

/** The latest answer of each person that is known, of all answers as known: row by person. Cost: one pass over the rows. */
export function latestByPerson(table: RecordTable, rows: Uint32Array): Map<number, number> {
  const latest = new Map<number, number>();
  for (const row of rows) {
    const person = table.person[row]!;
    if (person === NONE) continue;
    const other = latest.get(person);
    if (other === undefined || isLater(table, row, other)) latest.set(person, row);
  }
  return latest;
}

/**
 * The periods from the first to the last of some records that have a day, as far as the view reaches, oldest first. A period is complete
 * when it is over by `asOf` and the view holds all of it.
 */
export function answerPeriods(table: RecordTable, rows: Uint32Array, view: View): Period[] {
  const days = rows.reduce(
    ({ first, last }, row) => {
      const day = table.day[row]!;
      return day === NO_DAY ? { first, last } : { first: Math.min(first, day), last: Math.max(last, day) };
    },
    { first: Infinity, last: -Infinity },
  );
  const [from, to] = [Math.max(view.from, days.first), Math.min(horizon(view), days.last + 1)];
  if (from >= to) return [];
  const periods: Period[] = [];
  const last = periodOf(to - 1, view.grain, view.calendar);
  for (let ordinal = periodOf(from, view.grain, view.calendar); ordinal <= last; ordinal++) {
    const { start, end } = periodAt(ordinal, view);
    const complete = end <= view.asOf + 1 && end <= view.to && (start >= view.from || days.first >= view.from);
    periods.push({ ordinal, start, end, complete });
  }
  return periods;
}

function periodAt(ordinal: number, view: View): Period {
  const start = periodStart(ordinal, view.grain, view.calendar);
  return { ordinal, start, end: periodStart(ordinal + 1, view.grain, view.calendar), complete: false };
}
