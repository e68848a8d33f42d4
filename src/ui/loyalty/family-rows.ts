import type { How } from '../../state/route.svelte';
import { isAbsent, isTable, type Answer, type Scalar, type Why } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';
import { inputOf } from '../reading/words';
import { familyQuestions, type LoyaltyAnswers } from './read-loyalty';

/** Names of the seven ways to count who comes back; words stand in i18n under `loyalty.family.<key>`. */
export const FAMILY = ['returning', 'ever', 'inWindow', 'lifetime', 'orderShare', 'cohort', 'ladder'] as const;
export type FamilyKey = (typeof FAMILY)[number];

/** One way to count who comes back, as a row of the table. */
export interface FamilyRow {
  key: FamilyKey;
  how: How;
  value: number | null;
  why: Why | null;
  low: number | null;
  high: number | null;
  /** What is divided by what; null where the estimate is no plain fraction. */
  part: number | null;
  whole: number;
}

const PART: Record<Exclude<FamilyKey, 'ladder'>, string> = {
  returning: 'second-or-later',
  ever: 'ordered-again',
  inWindow: 'twice-in-window',
  lifetime: 'repeat-customers',
  orderShare: 'later-orders',
  cohort: 'ordered-again',
};

/** The rows in the order of the table. */
export function familyRows(answers: LoyaltyAnswers): FamilyRow[] {
  const questions = familyQuestions(answers.by);
  return FAMILY.map((key) => (key === 'ladder' ? ladderRow(answers.ladder) : scalarRow(key, questions[key], answers[key])));
}

function scalarRow(key: Exclude<FamilyKey, 'ladder'>, how: How, answer: Answer): FamilyRow {
  const figure = figureOf(answer);
  if (!figure) return { ...nothing(key, how), why: isAbsent(answer) ? answer.why : null };
  const { value, n, interval } = figure;
  return {
    key,
    how,
    value,
    why: null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    part: inputOf(figure, PART[key]),
    whole: n,
  };
}

function ladderRow(answer: Answer): FamilyRow {
  const how = { id: 'order-ladder', at: { row: '1', column: 'likely' } };
  const first = isTable(answer) ? tableRecords(answer, answer.rows).find((record) => record.step === 1) : undefined;
  if (!first) return { ...nothing('ladder', how), why: 'no-customers' };
  const number = (name: string) => (typeof first[name] === 'number' ? first[name] : null);
  const value = number('likely');
  const why = value === null ? 'file-too-short' : null;
  return { key: 'ladder', how, value, why, low: number('low'), high: number('high'), part: null, whole: numberIn(first, 'at-risk') };
}

function nothing(key: FamilyKey, how: How): FamilyRow {
  return { key, how, value: null, why: null, low: null, high: null, part: null, whole: 0 };
}

/** The figure of an answer, or null when it is absent or a table. */
export function figureOf(answer: Answer): Scalar | null {
  return isAbsent(answer) || isTable(answer) ? null : answer;
}
