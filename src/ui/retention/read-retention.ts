import type { Answer } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isAbsent, isTable, type Absent, type Scalar } from '../../terms/answer';
import type { View } from '../../terms/view';
import { inputOf } from '../reading/words';
import { cohortParams, type CohortAsk } from './cohort-ask';

type Engine = Workspace['engine'];

export interface RetentionAnswers {
  retention: Answer;
  countFormula: Answer;
  servedBase: Answer;
  weighted: Answer;
  quickRatio: Answer;
  unseen: Answer;
  gaps: Answer;
  /** Always by customers: the sentence and what to do rest on it. */
  cohorts: Answer;
  lifeCycle: Answer;
  churn: Answer;
  gapCurve: Answer;
  reversal: Answer;
  thresholds: Answer;
  errorCurve: Answer;
  view: View;
}

/** The fixed rule of the lapse table where the view has chosen no days. */
const USUAL_DAYS = 90;

/** What the retention page says, in one call. `pick` is the ISO first day of a period, or '' for the last complete one. */
export async function readRetention(engine: Engine, view: View, pick: string): Promise<RetentionAnswers> {
  const params = pick ? { params: { period: pick } } : {};
  const asked = {
    retention: { id: 'customer-retention-rate', ...params },
    countFormula: { id: 'retention-count-formula', ...params },
    servedBase: { id: 'retention-served-base', ...params },
    weighted: { id: 'weighted-retention-rate', ...params },
    quickRatio: { id: 'quick-ratio', ...params },
    unseen: { id: 'unseen-first-orders' },
    gaps: { id: 'time-between-orders' },
    cohorts: { id: 'retention-by-cohort' },
    lifeCycle: { id: 'life-cycle' },
    churn: { id: 'churn-rate' },
    gapCurve: { id: 'order-gap-curve' },
    reversal: { id: 'reversal-rate' },
    thresholds: { id: 'lapse-threshold', params: { fixedDays: fixedDays(view) } },
    errorCurve: { id: 'lapse-error-curve' },
  };
  const answers = await engine.answer(Object.values(asked), view);
  const byName = Object.fromEntries(Object.keys(asked).map((name, i) => [name, answers[i]!]));
  return { ...(byName as Record<keyof typeof asked, Answer>), view };
}

/** Days of the fixed rule: those of the view, or the usual ones. */
export function fixedDays(view: View): number {
  return view.lapseDays ?? USUAL_DAYS;
}

/** Silence after which a customer counts as silent: that of the view, or the shop's own; null where the file is too short for one. */
export function lapseDaysOf({ churn, view }: RetentionAnswers): number | null {
  return isAbsent(churn) || isTable(churn) ? view.lapseDays : inputOf(churn, 'lapse-days');
}

export interface CohortAnswer {
  table: Answer;
  ask: CohortAsk;
  view: View;
}

/** The cohort table as it is asked for. */
export async function readCohorts(engine: Engine, view: View, ask: CohortAsk): Promise<CohortAnswer> {
  const params = cohortParams(ask);
  const [table] = await engine.answer([{ id: 'retention-by-cohort', ...(params ? { params } : {}) }], view);
  return { table: table!, ask, view };
}

/** One cell of the cohort table as a figure with its interval. */
export function readCohortCell(engine: Engine, view: View, row: string, k: number): Promise<Scalar | Absent> {
  return engine.figure({ id: 'retention-by-cohort', at: { row, column: `p${k}` } }, view);
}

export type Comparison = 'previous' | 'last-year';
export interface MoneyAnswers {
  net: Answer;
  gross: Answer;
  comparison: Comparison;
  view: View;
}

/** Net and gross revenue retention of one period. */
export async function readMoney(engine: Engine, view: View, pick: string, comparison: Comparison): Promise<MoneyAnswers> {
  const params = { ...(pick ? { period: pick } : {}), ...(comparison === 'previous' ? {} : { comparison }) };
  const [net, gross] = await engine.answer(
    ['net-revenue-retention', 'gross-revenue-retention'].map((id) => (Object.keys(params).length > 0 ? { id, params } : { id })),
    view,
  );
  return { net: net!, gross: gross!, comparison, view };
}
