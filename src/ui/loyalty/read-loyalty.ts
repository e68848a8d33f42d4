import type { Absent, Answer, Scalar } from '../../terms/answer';
import type { Workspace } from '../../state/workspace.svelte';
import type { View } from '../../terms/view';
import { weightParams, type ScoreWeights } from './score-weights';

/** Whether two orders on one day are two or one. */
export type CountedBy = 'orders' | 'order-days';

export interface LoyaltyAnswers {
  lifetime: Answer;
  inWindow: Answer;
  returning: Answer;
  orderShare: Answer;
  cohort: Answer;
  /** First order in the view, back at any time. */
  ever: Answer;
  ladder: Answer;
  scorecard: Answer;
  matrix: Answer;
  byAnswer: Answer;
  /** Absent where no file tells discounts. */
  discounts: Answer;
  by: CountedBy;
  weights: ScoreWeights;
  view: View;
}

/** The questions of the repeat family, by name: what the page asks is what the drawer opens. */
export function familyQuestions(by: CountedBy) {
  return {
    lifetime: { id: 'repeat-customer-rate', params: { by } },
    inWindow: { id: 'in-window-repeat-rate', params: { by } },
    returning: { id: 'returning-customer-rate', params: { by } },
    orderShare: { id: 'returning-order-share', params: { by } },
    cohort: { id: 'cohort-repurchase-rate' },
    ever: { id: 'cohort-repurchase-rate', params: { within: 'ever', by } },
  };
}

/** What the loyalty page says, in one call. */
export async function readLoyalty(engine: Workspace['engine'], view: View, by: CountedBy, weights: ScoreWeights): Promise<LoyaltyAnswers> {
  const params = weightParams(weights);
  const questions = {
    ...familyQuestions(by),
    ladder: { id: 'order-ladder' },
    scorecard: { id: 'loyalty-scorecard', ...(params ? { params } : {}) },
    matrix: { id: 'loyalty-matrix' },
    byAnswer: { id: 'repurchase-by-answer' },
    discounts: { id: 'discount-dependence' },
  };
  const answers = await engine.answer(Object.values(questions), view);
  const named = Object.fromEntries(Object.keys(questions).map((name, i) => [name, answers[i]!]));
  return { ...(named as Record<keyof typeof questions, Answer>), by, weights, view };
}

/** The first rung of the ladder as a figure, for who is still in time. */
export function readFirstRung(engine: Workspace['engine'], view: View): Promise<Scalar | Absent> {
  return engine.figure({ id: 'order-ladder', at: { row: '1', column: 'likely' } }, view);
}
