import type { CustomerSort, PredictionChoice, Verdict } from '../../engine/protocol';
import type { PredictionWindow } from './prediction-window.svelte';

/** What is known of what is likely, for a list that shows it. */
export interface Likely {
  /** Never `none`: then nothing likely is shown. */
  basis: Exclude<Verdict['basis'], 'none'>;
  /** Whether a value is told, too. */
  hasValue: boolean;
  choice: PredictionChoice;
  window: PredictionWindow;
}

/** A column of the list of customers; `by` is what its head sorts by, null where it sorts by nothing. */
export interface ListColumn {
  key: string;
  by: CustomerSort['column'] | null;
  /** Whether it holds numbers, which stand on the right. */
  isNumber: boolean;
}

const words = (key: 'key' | 'country'): ListColumn => ({ key, by: key, isNumber: false });
const numbers = (key: CustomerSort['column']): ListColumn => ({ key, by: key, isNumber: true });
/** Usual gap and silence in words: the head sorts by silence. */
const REASON: ListColumn = { key: 'reason', by: 'silent', isNumber: false };

/**
 * The columns of the list before the strip.
 * @param hasCountry  a file without countries has no column for them
 * @param reasons  whether silence is told against the own rhythm, in place of country, usual gap and silence
 */
export function columnsDid(hasCountry: boolean, reasons: boolean): ListColumn[] {
  const sums = [numbers('orders'), numbers('gross'), numbers('refunds'), numbers('net')];
  if (reasons) return [words('key'), ...sums, REASON];
  return [words('key'), ...(hasCountry ? [words('country')] : []), ...sums, numbers('usualGap'), numbers('silent')];
}

/** The columns of what is likely; rates of similar customers do not tell who still is one, and a value is not always told. */
export function columnsLikely({ basis, hasValue }: Pick<Likely, 'basis' | 'hasValue'>): ListColumn[] {
  const predicted = [...(basis === 'model' ? [numbers('alive')] : []), numbers('orders90'), ...(hasValue ? [numbers('value')] : [])];
  const evidence: ListColumn = { key: 'evidence', by: null, isNumber: true };
  return [words('key'), REASON, numbers('net'), ...predicted, evidence];
}
