import { periodOf, periodStart, type Day, type Grain } from '../../terms/day';
import type { View } from '../../terms/view';

interface Placed {
  start: Day;
  complete: boolean;
}

/** A period and those it is held against: null where the view has not the whole of one. `starts` are their first days all the same. */
export interface Beside<T> {
  now: T;
  previous: T | null;
  lastYear: T | null;
  starts: { previous: Day; lastYear: Day };
}

const PERIODS_A_YEAR: Record<Grain, number> = { week: 52, month: 12, quarter: 4 };

/** The period before one and the same one a year earlier (of weeks the one 52 weeks earlier), among those in view that are over. */
export function besidePeriods<T extends Placed>(periods: readonly T[], now: T, { grain, calendar }: View): Beside<T> {
  const startBack = (back: number): Day => periodStart(periodOf(now.start, grain, calendar) - back, grain, calendar);
  const starts = { previous: startBack(1), lastYear: startBack(PERIODS_A_YEAR[grain]) };
  const at = (start: Day): T | null =>
    now.complete ? (periods.find((period) => period.start === start && period.complete) ?? null) : null;
  return { now, previous: at(starts.previous), lastYear: at(starts.lastYear), starts };
}

/** A count or a sum beside an earlier one: the difference, and what share of the earlier one it is (null of nothing). */
export function countChange(now: number, before: number): { absolute: number; relative: number | null } {
  return { absolute: now - before, relative: before > 0 ? (now - before) / before : null };
}
