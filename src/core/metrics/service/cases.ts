import type { Day } from '../../../terms/day';
import { NO_DAY, NONE } from '../../columns/batch';
import { daysOfField, numbersOf, textsOf, type RecordTable } from '../../tables/record-table';

/**
 * Whether a record of feedback is a case: somebody complained, or asked for something to be put right.
 *
 * It is when it has a severity, a status or a topic; else when it has no score, unless all it tells is when an order was to come. So a
 * review with stars is none, and neither is a line of a delivery log. Only what is known from the first day decides: what is answered,
 * closed or delivered later must not make a case of the past.
 */
export function caseTest(feedback: RecordTable): (row: number) => boolean {
  const told = (['severity', 'status', 'topic'] as const).map((name) => textsOf(feedback, name)?.codes);
  const comment = textsOf(feedback, 'comment')?.codes;
  const promised = daysOfField(feedback, 'promised')?.day;
  const score = numbersOf(feedback, 'score');
  return (row) => {
    if (told.some((codes) => codes !== undefined && codes[row] !== NONE)) return true;
    if (score && !Number.isNaN(score[row]!)) return false;
    return (comment !== undefined && comment[row] !== NONE) || promised === undefined || promised[row] === NO_DAY;
  };
}

/** Cases opened in [from, to), ascending rows. Cost: one pass. */
export function casesBetween(feedback: RecordTable, from: Day, to: Day): Uint32Array {
  const isCase = caseTest(feedback);
  return Uint32Array.from(feedback.day, (_, row) => row).filter(
    (row) => feedback.day[row]! >= from && feedback.day[row]! < to && isCase(row),
  );
}

/** The same in SQL: `cases`, all of them, to follow a `WITH`. */
export const CASES_SQL = `cases AS (
  SELECT * FROM feedback
  WHERE (day IS NULL OR day <= $as_of) AND (severity IS NOT NULL OR status IS NOT NULL OR topic IS NOT NULL
    OR (score IS NULL AND (comment IS NOT NULL OR promised IS NULL)))
)`;
