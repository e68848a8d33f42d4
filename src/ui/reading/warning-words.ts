import type { Verdict } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import type { PredictionWarning } from '../../terms/prediction';

/** A warning about predictions in words: a head and a sentence. */
export interface WarningWords {
  code: PredictionWarning;
  head: string;
  text: string;
}

/** What makes the predictions of a shop doubtful, in the order of the verdict. That the test was off is said with its size. */
export function warningWords(verdict: Verdict): WarningWords[] {
  return verdict.warnings.map((code) => {
    const key =
      code === 'biased'
        ? (`prediction.warning.biased.${biasOf(verdict) > 0 ? 'more' : 'fewer'}` as const)
        : (`prediction.warning.${code}` as const);
    const share = code === 'biased' ? { share: i18n.format.percent(Math.abs(biasOf(verdict)), 0) } : {};
    return { code, head: i18n.t(`prediction.warning.${code}.head`), text: i18n.t(key, share) };
  });
}

function biasOf(verdict: Verdict): number {
  return verdict.basis === 'model' ? verdict.bias : 0;
}
