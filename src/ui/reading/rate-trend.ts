import type { Scalar } from '../../terms/answer';
import { dayFromIso, periodOf, periodStart, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import { numberIn, tableRecords } from './table-records';

/** One period of a trend of shares. */
export interface RatePoint {
  iso: string;
  start: Day;
  /** What is divided by, and the part of it that is counted. */
  base: number;
  part: number;
  /** Whoever is behind the base: the members behind points. The base itself where it counts people. */
  people: number;
  /** null where there is nothing to divide by. */
  rate: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
  /** Days of it that the view knows. */
  days: number;
}

/** The trend of a figure whose rows have `base`, a column for the part, `rate`, `low` and `high`; oldest first. */
export function ratePoints(figure: Scalar | null, part: string, view: View): RatePoint[] {
  if (!figure?.trend) return [];
  return tableRecords(figure.trend, figure.trend.rows).map((record) => {
    const orNull = (key: string): number | null => (typeof record[key] === 'number' ? numberIn(record, key) : null);
    const start = dayFromIso(String(record.period)) ?? 0;
    const end = periodStart(periodOf(start, view.grain, view.calendar) + 1, view.grain, view.calendar);
    return {
      iso: String(record.period),
      start,
      base: numberIn(record, 'base'),
      part: numberIn(record, part),
      people: numberIn(record, 'members' in record ? 'members' : 'base'),
      rate: orNull('rate'),
      low: orNull('low'),
      high: orNull('high'),
      complete: record.complete === 1,
      days: Math.max(0, Math.min(end, view.to, view.asOf + 1) - Math.max(start, view.from)),
    };
  });
}
