import type { QuestionScale } from '../../terms/preview';
import type { RecordInterpretation } from './interpret-records';
import type { Readings } from '../cells/readings';
import { OUTSIDE, SCORE, type Question } from '../meaning/survey-questions';

/** The questions of a survey that are measured, or could be, with what was given to them. Cost: one pass over the rows for each column. */
export function questionScales(readings: Readings, read: RecordInterpretation): QuestionScale[] {
  const { list } = read.questions;
  const { answers, outside } = given(readings, read);
  return list.flatMap((question, at) => {
    if (read.plan.roles[question.column] !== 'score') return [];
    const { text, column, scale, guess } = question;
    const ask = guess.ask && read.plan.scales?.[text] === undefined;
    const counts = { answers: answers[at]!, outside: outside[at]! };
    return [{ question: text, column, scale, ask, fits: guess.fits, ...counts, words: wordsOf(readings, question) }];
  });
}

/** By question: answers on its scale in the rows that are used, and numbers outside of it in any row. */
function given(readings: Readings, { questions, records }: RecordInterpretation): { answers: Uint32Array; outside: Uint32Array } {
  const answers = new Uint32Array(questions.list.length);
  const outside = new Uint32Array(questions.list.length);
  for (const column of new Set(questions.list.map((question) => question.column))) {
    const codes = readings.table.columns[column]!.codes.view();
    for (let row = 0; row < codes.length; row++) {
      const at = questions.of(row, column);
      const sort = at < 0 ? -1 : questions.list[at]!.sort(codes[row]!);
      if (sort === SCORE && records.problem[row] === 0) answers[at]!++;
      else if (sort === OUTSIDE) outside[at]!++;
    }
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
