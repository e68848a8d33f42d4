import type { PredictionChoice, Verdict } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isTable, type Why } from '../../terms/answer';
import type { View } from '../../terms/view';

/** Metric parameters of a choice; a margin that was not typed is none. */
export function paramsOf({ model, horizonDays, margin, discountPerYear }: PredictionChoice): Record<string, string | number> {
  return { model, horizonDays, discountPerYear, ...(margin === null ? {} : { margin }) };
}

/** Customers by the lapse rule and by the model. */
export interface RiskTable {
  here: Record<'not-lapsed' | 'lapsed', number>;
  gone: Record<'not-lapsed' | 'lapsed', number>;
  all: number;
}

/** The table, or why there is none. */
export interface Risk {
  verdict: Verdict;
  table: RiskTable | null;
  choice: PredictionChoice;
}

/** Holds the lapse rule against the model. */
export async function readRisk(engine: Workspace['engine'], choice: PredictionChoice, view: View): Promise<Risk> {
  const question = { id: 'risk-by-lapse', params: paramsOf(choice) };
  const [verdict, [answer]] = await Promise.all([engine.verdict(choice, view), engine.answer([question], view)]);
  if (!answer || !isTable(answer) || answer.rows.length === 0) return { verdict, table: null, choice };
  const at = (row: string, column: number) => Number(answer.rows.find((one) => one[0] === row)?.[column] ?? 0);
  const both = (column: number) => ({ 'not-lapsed': at('not-lapsed', column), lapsed: at('lapsed', column) });
  const all = both(3);
  return { verdict, table: { here: both(1), gone: both(2), all: all['not-lapsed'] + all.lapsed }, choice };
}

/** Why the rule is held against no model. */
export function whyNoModel(verdict: Verdict): Why {
  return verdict.basis === 'none' ? verdict.why : 'too-few';
}
