import { isTable, type Answer, type Why } from '../../terms/answer';
import { tableRecords } from '../reading/table-records';

/** A line of the scorecard: a part, an axis, or all together. Scores are 0 to 100, weights add up to 1. */
export interface ScoreLine {
  key: string;
  axis: string;
  /** The figure as it is; null for sums. */
  value: number | null;
  score: number | null;
  weight: number;
  why: Why | null;
}

export interface Scorecard {
  parts: ScoreLine[];
  axes: ScoreLine[];
  together: ScoreLine;
}

/** The scorecard; null when nothing has a figure. */
export function scorecardOf(answer: Answer): Scorecard | null {
  if (!isTable(answer) || answer.rows.length === 0) return null;
  const lines = (rows: (typeof answer)['rows']): ScoreLine[] =>
    tableRecords(answer, rows).map((record) => ({
      key: String(record.part),
      axis: String(record.axis ?? ''),
      value: typeof record.value === 'number' ? record.value : null,
      score: typeof record.score === 'number' ? record.score : null,
      weight: Number(record.weight ?? 0),
      why: (record.why ?? null) as Why | null,
    }));
  const foot = lines(answer.foot ?? []);
  return { parts: lines(answer.rows), axes: foot.slice(0, -1), together: foot.at(-1)! };
}
