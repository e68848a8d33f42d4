import { isoFromDay, periodOf, periodStart, type Day } from '../../terms/day';
import type { View } from '../../terms/view';

/**
 * The last calendar quarter of which all customers have been followed for some days by the as-of day, as query values and as its first day;
 * null where it begins with the file or before.
 */
export function followedQuarter(view: View, firstDay: Day, days: number): { start: Day; query: Record<string, string> } | null {
  const ordinal = periodOf(view.asOf + 1 - days, 'quarter', view.calendar) - 1;
  const [start, end] = [ordinal, ordinal + 1].map((o) => periodStart(o, 'quarter', view.calendar)) as [Day, Day];
  return start <= firstDay ? null : { start, query: { from: isoFromDay(start), to: isoFromDay(end) } };
}
