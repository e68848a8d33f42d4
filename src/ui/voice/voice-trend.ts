import type { Scalar } from '../../terms/answer';
import { dayFromIso, type Day } from '../../terms/day';
import { numberIn, tableRecords } from '../reading/table-records';

/** One period of a trend of answers: the score, -100 to 100, or the share, 0 to 1. */
export interface AnswerPoint {
  iso: string;
  start: Day;
  answers: number;
  /** Promoters, or those in the two highest boxes. */
  upper: number;
  /** Detractors; 0 where the trend has none. */
  lower: number;
  value: number | null;
  /** null where too few answered. */
  low: number | null;
  high: number | null;
  complete: boolean;
}

/** The trend of `net-promoter-score` or `customer-satisfaction`, oldest first, without periods in which nobody answered. */
export function answerTrend(figure: Scalar | null): AnswerPoint[] {
  if (!figure?.trend) return [];
  const records = tableRecords(figure.trend, figure.trend.rows).filter((record) => numberIn(record, 'answers') > 0);
  return records.map((record) => {
    const orNull = (key: string): number | null => (typeof record[key] === 'number' ? numberIn(record, key) : null);
    return {
      iso: String(record.period),
      start: dayFromIso(String(record.period)) ?? 0,
      answers: numberIn(record, 'answers'),
      upper: numberIn(record, 'promoters') + numberIn(record, 'satisfied'),
      lower: numberIn(record, 'detractors'),
      value: orNull('score') ?? orNull('rate'),
      low: orNull('low'),
      high: orNull('high'),
      complete: record.complete === 1,
    };
  });
}

/** Standard errors beyond which a difference is more than chance explains. */
const BEYOND = 1.96;

/** The last two complete periods with answers, when the metric could compare them. */
export function lastChange(figure: Scalar, points: readonly AnswerPoint[]) {
  const z = figure.inputs.find((input) => input.key === 'nps-change-z')?.value;
  const [earlier, later] = points.filter((point) => point.complete && point.value !== null).slice(-2);
  if (z === undefined || !earlier || !later) return null;
  const direction = Math.abs(z) < BEYOND ? 'same' : z > 0 ? 'rose' : 'fell';
  return { earlier, later, direction } as const;
}
