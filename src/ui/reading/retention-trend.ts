import { isAbsent, isTable, type Answer } from '../../terms/answer';
import { dayFromIso, type Day } from '../../terms/day';
import { numberIn, tableRecords } from './table-records';

/** Retention of one period: who bought in the one before, and who of them came back. Ratios 0 to 1. */
export interface TrendPoint {
  /** First day, as ISO text and as a day. */
  iso: string;
  start: Day;
  base: number;
  returned: number;
  rate: number;
  low: number;
  high: number;
  complete: boolean;
}

/** The trend of `customer-retention-rate`, oldest first, without periods that nobody bought before. Empty when the answer is absent. */
export function retentionTrend(answer: Answer | undefined): TrendPoint[] {
  if (!answer || isAbsent(answer) || isTable(answer) || !answer.trend) return [];
  return tableRecords(answer.trend, answer.trend.rows)
    .filter((record) => typeof record.rate === 'number')
    .map((record) => ({
      iso: String(record.period),
      start: dayFromIso(String(record.period)) ?? 0,
      base: numberIn(record, 'base'),
      returned: numberIn(record, 'returned'),
      rate: numberIn(record, 'rate'),
      low: numberIn(record, 'low'),
      high: numberIn(record, 'high'),
      complete: record.complete === 1,
    }));
}

/** The point that was picked by its ISO day, else the last complete one; null when there is none. */
export function pickedPoint(points: readonly TrendPoint[], pick: string | undefined): TrendPoint | null {
  return points.find((p) => p.iso === pick && p.complete) ?? points.findLast((p) => p.complete) ?? null;
}

/** The complete point just before another one; null when it is missing. */
export function pointBefore(points: readonly TrendPoint[], point: TrendPoint): TrendPoint | null {
  const before = points[points.indexOf(point) - 1];
  return before?.complete ? before : null;
}
