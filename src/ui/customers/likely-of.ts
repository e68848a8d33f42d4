import type { PredictionChoice, Verdict } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import type { View } from '../../terms/view';
import type { Likely } from './list-columns';
import { PredictionWindow } from './prediction-window.svelte';

/** What the columns of what is likely are filled from; null where the verdict allows none. */
export function likelyOf(engine: Workspace['engine'], verdict: Verdict, choice: PredictionChoice, view: View): Likely | null {
  const { basis } = verdict;
  if (basis === 'none') return null;
  const window = new PredictionWindow(async (keys) => (await engine.predictions(keys, choice, view)).rows);
  return { basis, hasValue: hasValue(verdict), choice, window };
}

/** Whether customers are given a value: rates tell none, nor does a model where spend could not be settled. */
function hasValue(verdict: Verdict): boolean {
  return verdict.basis === 'model' && verdict.noValue === undefined;
}
