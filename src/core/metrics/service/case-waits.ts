import type { Absent, Scalar } from '../../../terms/answer';
import { SMALL_N } from '../../../terms/contract';
import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY } from '../../columns/batch';
import { shareEnded, timeEnded, timeEndedInterval, waitCurve } from '../../stats/wait-curve';
import { daysOfField, type FieldValues, type RecordTable } from '../../tables/record-table';
import { casesBetween, CASES_SQL } from './cases';
import { absent, measured } from '../figure';
import { horizon } from '../periods';
import { recordsCounted } from '../record-input';

/** What a case waits for; one that was closed without it waited until then. */
export type WaitEnd = 'answered' | 'closed';
interface Waits {
  /** Cases whose wait is known, ascending, with its seconds and whether it ended. */
  rows: Uint32Array;
  seconds: Float64Array;
  ended: Uint8Array;
  /** Cases that ended before they began. */
  backwards: Uint32Array;
}

const [HOUR, DAY] = [3600, 86_400];

/**
 * The hours in which half of the cases opened in the view came to their end, with those in which nine of ten did and the share in time.
 *
 * A case still open at the end of the as-of day is known to have waited so long (Kaplan–Meier), so that a file full of open cases does not
 * look fast. Where both ends have a time of day the wait is exact; where one of them has none
 * (or midnight, which is how files write a day), the whole days between the two count. Of fewer than five cases neither that share nor
 * the nine of ten are given. Absent
 * `no-cases`, `not-reached` (fewer than half have come to their end). Cost: n log n in cases.
 */
export function waitFigure(
  feedback: RecordTable,
  view: View,
  { end, targetHours }: { end: WaitEnd; targetHours: number },
): Scalar | Absent {
  const { rows, seconds, ended, backwards } = waitsOf(feedback, view, end);
  if (rows.length === 0) return absent('no-cases');
  const curve = waitCurve(seconds, ended);
  const hours = (share: number): number | null => {
    const time = timeEnded(curve, share);
    return time === null ? null : time / HOUR;
  };
  const [median, p90] = [hours(0.5), hours(0.9)];
  if (median === null) return absent('not-reached');
  const interval = timeEndedInterval(curve, 0.5);
  const few = rows.length < SMALL_N.suppressedBelow;
  const cases = recordsCounted('cases', 'cases', feedback, rows);
  const some = (key: string, wanted: number) =>
    recordsCounted(
      key,
      'cases',
      feedback,
      rows.filter((_, i) => ended[i] === wanted),
    );
  const inputs = [
    cases,
    some('cases-ended', 1),
    some('cases-open', 0),
    recordsCounted('cases-backwards', 'cases', feedback, backwards),
    measured('target', targetHours, 'hours'),
    ...(few ? [] : [measured('within-target', shareEnded(curve, targetHours * HOUR), 'ratio')]),
  ];
  return {
    value: median,
    n: rows.length,
    ...(interval ? { interval: { ...interval, low: interval.low / HOUR, high: interval.high / HOUR } } : {}),
    inputs,
    ...(few ? {} : { variants: { p90: p90 === null ? absent('not-reached') : { value: p90, n: rows.length, inputs: [cases] } } }),
    note: 'open-cases-censored',
  };
}

function waitsOf(feedback: RecordTable, view: View, end: WaitEnd): Waits {
  const all = casesBetween(feedback, view.from, horizon(view));
  const [wanted, closed] = [daysOfField(feedback, end), daysOfField(feedback, 'closed')];
  const length = new Float64Array(feedback.rows);
  const isEnded = new Uint8Array(feedback.rows);
  for (const row of all) {
    const done = timeOf(wanted, row, view.asOf);
    const stopped = done ?? timeOf(closed, row, view.asOf);
    isEnded[row] = done ? 1 : 0;
    length[row] = stopped ? secondsBetween(feedback, row, stopped) : secondsOpen(feedback, row, view.asOf);
  }
  const rows = all.filter((row) => length[row]! >= 0);
  return {
    rows,
    seconds: Float64Array.from(rows, (row) => length[row]!),
    ended: Uint8Array.from(rows, (row) => isEnded[row]!),
    backwards: all.filter((row) => length[row]! < 0),
  };
}

interface Moment {
  day: Day;
  second: number;
}

/** What a field says of a record, as known on `asOf`. */
function timeOf(field: Extract<FieldValues, { type: 'day' }> | null, row: number, asOf: Day): Moment | null {
  const day = field?.day[row] ?? NO_DAY;
  return day === NO_DAY || day > asOf ? null : { day, second: field!.second[row]! };
}

function secondsBetween({ day, second }: RecordTable, row: number, end: Moment): number {
  const days = end.day - day[row]!;
  return second[row]! > 0 && end.second > 0 ? days * DAY + end.second - second[row]! : days * DAY;
}

/** Seconds until the end of the as-of day; without a time of day the whole days until then. */
function secondsOpen({ day, second }: RecordTable, row: number, asOf: Day): number {
  return second[row]! > 0 ? (asOf + 1 - day[row]!) * DAY - second[row]! : (asOf - day[row]!) * DAY;
}

/** The twin: the same waits, and the curve over them. */
export function waitSql(end: WaitEnd): string {
  const stop = end === 'closed' ? '' : ' WHEN closed <= $as_of THEN closed';
  const stopSecond = end === 'closed' ? '' : ' WHEN closed <= $as_of THEN closed_second';
  return `WITH ${CASES_SQL}, opened AS (
  SELECT day, second, CASE WHEN ${end} <= $as_of THEN 1 ELSE 0 END AS ended,
    CASE WHEN ${end} <= $as_of THEN ${end}${stop} END AS stop_day,
    CASE WHEN ${end} <= $as_of THEN ${end}_second${stopSecond} END AS stop_second
  FROM cases WHERE day >= $from AND day < $to AND day <= $as_of
), waits AS (
  SELECT ended, CASE
    WHEN stop_day IS NOT NULL AND second > 0 AND stop_second > 0 THEN (stop_day - day) * 86400 + stop_second - second
    WHEN stop_day IS NOT NULL THEN (stop_day - day) * 86400
    WHEN second > 0 THEN (CAST($as_of AS DATE) + 1 - day) * 86400 - second
    ELSE (CAST($as_of AS DATE) - day) * 86400 END AS seconds
  FROM opened
), lengths AS (
  SELECT seconds, sum(ended) AS ended, count(*) AS waits FROM waits WHERE seconds >= 0 GROUP BY seconds
), at_risk AS (
  SELECT seconds, ended, sum(waits) OVER (ORDER BY seconds DESC) AS at_risk FROM lengths
), curve AS (
  SELECT seconds, product((at_risk - ended) / at_risk) OVER (ORDER BY seconds) AS waiting FROM at_risk
)
SELECT min(seconds) FILTER (waiting <= 0.5 + 1e-12) / 3600 AS value, (SELECT count(*) FROM waits WHERE seconds >= 0) AS n FROM curve`;
}
