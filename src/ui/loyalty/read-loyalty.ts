import type { Absent, Answer, Scalar } from '../../terms/answer';
import type { Workspace } from '../../state/workspace.svelte';
import type { View } from '../../terms/view';

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
export async function readLoyalty(engine: Workspace['engine'], view: View, by: CountedBy): Promise<LoyaltyAnswers> {
  const tables = { ladder: 'order-ladder', scorecard: 'loyalty-scorecard', matrix: 'loyalty-matrix', byAnswer: 'repurchase-by-answer' };
  const further = Object.fromEntries(Object.entries({ ...tables, discounts: 'discount-dependence' }).map(([name, id]) => [name, { id }]));
  const questions = { ...familyQuestions(by), ...further };
  const answers = await engine.answer(Object.values(questions), view);
  const named = Object.fromEntries(Object.keys(questions).map((name, i) => [name, answers[i]!]));
  return { ...(named as Omit<LoyaltyAnswers, 'by' | 'view'>), by, view };
}

/** The first rung of the ladder as a figure, for who is still in time. */
export function readFirstRung(engine: Workspace['engine'], view: View): Promise<Scalar | Absent> {
  return engine.figure({ id: 'order-ladder', at: { row: '1', column: 'likely' } }, view);
}
