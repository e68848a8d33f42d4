import type { Scale } from '../../terms/plan';
import type { Remark } from '../../terms/preview';
import type { RecordInterpretation } from '../records/interpret-records';
import type { Readings } from '../cells/readings';
import { remark, remarkOn, rowsWith } from './remark-of';
import { endsOf } from '../meaning/score-scale';
import { OUTSIDE, SCORE } from '../meaning/survey-questions';

/** What is to be said of a column of scores: the scale that is in question, what lies outside of it, words that stand for numbers. */
export function questionRemark(readings: Readings, { plan, questions }: RecordInterpretation, index: number): Remark | null {
  const list = questions.list.filter((question) => question.column === index);
  const open = list.find((question) => question.guess.ask && plan.scales?.[question.text] === undefined);
  if (open) return remark('scale-ask', { ...ends(open.scale), other: between(open.guess.fits[1] ?? open.scale) }, true);
  const off = rowsWith(readings, index, (code) => list.some((question) => question.sort(code) === OUTSIDE));
  const measured = list.find((question) => question.scale !== 'text');
  if (!measured) return null;
  // Under other questions of the same column the same number may be an answer.
  if (off.count > 0 && list.length === 1) return remarkOn('score-outside', off, { facts: ends(measured.scale) });
  if (!measured.words) return list.length === 1 ? remark('scale', ends(measured.scale)) : null;
  const { texts } = readings.table.columns[index]!;
  const words = Array.from({ length: texts.size }, (_, code) => code)
    .filter((code) => measured.sort(code) === SCORE)
    .map((code) => ({ word: texts.get(code).trim(), score: measured.score(code) }))
    .sort((a, b) => a.score - b.score);
  return remark('scale-words', { ...ends(measured.scale), words: words.map(({ word, score }) => `${word} = ${score}`).join(', ') });
}

function ends(scale: Scale): { low: number; high: number } {
  return endsOf(scale) ?? { low: 0, high: 0 };
}

/** A scale as it is written between its ends, the same in every language. */
function between(scale: Scale): string {
  return scale.replace('-', '–');
}
