import type { Day } from '../../../terms/day';
import { NO_DAY, NONE } from '../../columns/batch';
import { daysOfField, numbersOf, textsOf, type RecordTable } from '../../tables/record-table';

/**
 * Whether a record of feedback is a case: somebody complained, or asked for something to be put right.
 *
 * It is when it has a severity, a status, or a time of answer or of closing; else when it has no score, unless all it tells is when an
 * order came. So a review with stars is none, and neither is a line of a delivery log.
 */
export function caseTest(feedback: RecordTable): (row: number) => boolean {
  const texts = (['severity', 'status'] as const).map((name) => textsOf(feedback, name)?.codes);
  const words = (['topic', 'comment'] as const).map((name) => textsOf(feedback, name)?.codes);
  const handled = (['answered', 'closed'] as const).map((name) => daysOfField(feedback, name)?.day);
  const came = (['promised', 'delivered'] as const).map((name) => daysOfField(feedback, name)?.day);
  const score = numbersOf(feedback, 'score');
  const has = (columns: readonly (ArrayLike<number> | undefined)[], row: number, none: number): boolean =>
    columns.some((column) => column !== undefined && column[row] !== none);
  return (row) => {
    if (has(texts, row, NONE) || has(handled, row, NO_DAY)) return true;
    if (score && !Number.isNaN(score[row]!)) return false;
    return has(words, row, NONE) || !has(came, row, NO_DAY);
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
  WHERE (day IS NULL OR day <= $as_of) AND (severity IS NOT NULL OR status IS NOT NULL OR answered IS NOT NULL OR closed IS NOT NULL
    OR (score IS NULL AND (topic IS NOT NULL OR comment IS NOT NULL OR (promised IS NULL AND delivered IS NULL))))
)`;
