import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

const RULES = ['fixed', 'percentile', 'own-gaps', 'error-curve'] as const;

/** A rule of `lapse-threshold`; null where it can say nothing. */
export interface LapseRuleRow {
  rule: (typeof RULES)[number];
  days: number | null;
  silent: number | null;
  share: number | null;
  back: number | null;
  /** What the two shares rest on: x of n. */
  customers: number | null;
  backInTime: number | null;
  before: number | null;
}

/** Waits that must have ended before a rule is taken from them. */
const ENDED = 5;

/** The rules side by side, without those that would be taken from hardly any waits; empty when the answer is no table. */
export function lapseRules(answer: Answer): LapseRuleRow[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).flatMap((record) => {
    const rule = RULES.find((one) => one === record.rule);
    const number = (key: string) => (typeof record[key] === 'number' ? numberIn(record, key) : null);
    if (!rule || (rule !== 'fixed' && (number('waits-ended') ?? 0) < ENDED)) return [];
    const [days, silent, share, back] = [number('days'), number('silent'), number('share'), number('back-share')];
    const counts = { customers: number('customers'), backInTime: number('back-in-time'), before: number('lapsed-before') };
    return [{ rule, days, silent, share, back, ...counts }];
  });
}

export interface ErrorModel {
  lines: { days: number; wrong: number; late: number; error: number }[];
  best: { days: number; wrong: number; late: number; error: number };
}

/** Candidates that a curve is worth drawing for. */
const ENOUGH = 14;

/** A mean error above this is hardly better than a coin, which has a half. */
const GUESSING = 0.4;

/** `lapse-error-curve` as the page draws it; null when it has hardly any candidates, or none that tells who is gone from who is not. */
export function errorModel(answer: Answer): ErrorModel | null {
  if (!isTable(answer) || answer.rows.length < ENOUGH) return null;
  const records = tableRecords(answer, answer.rows);
  const lines = records.map((record) => ({
    days: numberIn(record, 'days'),
    wrong: numberIn(record, 'wrong-share'),
    late: numberIn(record, 'late-share'),
    error: numberIn(record, 'error'),
  }));
  const best = lines[records.findIndex((record) => record.chosen === 1)];
  return best && best.error <= GUESSING ? { lines, best } : null;
}
