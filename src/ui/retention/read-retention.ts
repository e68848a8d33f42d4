import type { Answer } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import type { Absent, Scalar } from '../../terms/answer';
import type { View } from '../../terms/view';

type Engine = Workspace['engine'];
export type CohortMeasure = 'customers' | 'net-revenue';

export interface RetentionAnswers {
  retention: Answer;
  countFormula: Answer;
  gaps: Answer;
  /** Always by customers: the sentence and what to do rest on it. */
  cohorts: Answer;
  lifeCycle: Answer;
  churn: Answer;
  gapCurve: Answer;
  view: View;
}

/** What the retention page says, in one call. `pick` is the ISO first day of a period, or '' for the last complete one. */
export async function readRetention(engine: Engine, view: View, pick: string): Promise<RetentionAnswers> {
  const params = pick ? { params: { period: pick } } : {};
  const [retention, countFormula, gaps, cohorts, lifeCycle, churn, gapCurve] = await engine.answer(
    [
      { id: 'customer-retention-rate', ...params },
      { id: 'retention-count-formula', ...params },
      { id: 'time-between-orders' },
      { id: 'retention-by-cohort' },
      { id: 'life-cycle' },
      { id: 'churn-rate' },
      { id: 'order-gap-curve' },
    ],
    view,
  );
  return {
    retention: retention!,
    countFormula: countFormula!,
    gaps: gaps!,
    cohorts: cohorts!,
    lifeCycle: lifeCycle!,
    churn: churn!,
    gapCurve: gapCurve!,
    view,
  };
}

/** The cohort table by one measure. */
export async function readCohorts(
  engine: Engine,
  view: View,
  measure: CohortMeasure,
): Promise<{ table: Answer; measure: CohortMeasure; view: View }> {
  const [table] = await engine.answer([{ id: 'retention-by-cohort', params: { measure } }], view);
  return { table: table!, measure, view };
}

/** One cell of the cohort table as a figure with its interval. */
export function readCohortCell(engine: Engine, view: View, row: string, k: number): Promise<Scalar | Absent> {
  return engine.figure({ id: 'retention-by-cohort', at: { row, column: `p${k}` } }, view);
}
