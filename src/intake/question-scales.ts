import type { QuestionScale } from '../terms/plan';
import type { RecordInterpretation } from './interpret-records';
import type { Readings } from './readings';
import { OUTSIDE, SCORE, type Question } from './survey-questions';

/** The questions of a survey that are measured, or could be, with what was given to them. */
export function questionScales(readings: Readings, read: RecordInterpretation): QuestionScale[] {
  return read.questions.list
    .filter((question) => read.plan.roles[question.column] === 'score')
    .map((question) => ({
      question: question.text,
      column: question.column,
      scale: question.scale,
      ask: question.guess.ask && read.plan.scales?.[question.text] === undefined,
      fits: question.guess.fits,
      ...given(readings, read, question),
      words: wordsOf(readings, question),
    }));
}

function given(readings: Readings, read: RecordInterpretation, question: Question): { answers: number; outside: number } {
  const codes = readings.table.columns[question.column]!.codes.view();
  const at = read.questions.list.indexOf(question);
  let answers = 0;
  let outside = 0;
  for (let row = 0; row < codes.length; row++) {
    if (read.questions.of(row, question.column) !== at) continue;
    const sort = question.sort(codes[row]!);
    if (sort === SCORE && read.records.problem[row] === 0) answers++;
    else if (sort === OUTSIDE) outside++;
  }
  return { answers, outside };
}

function wordsOf(readings: Readings, question: Question): QuestionScale['words'] {
  if (!question.words) return [];
  const { texts } = readings.table.columns[question.column]!;
  const words: QuestionScale['words'] = [];
  for (let code = 0; code < texts.size; code++)
    if (question.sort(code) === SCORE) words.push({ word: texts.get(code).trim(), score: question.score(code) });
  return words.sort((a, b) => a.score - b.score);
}
