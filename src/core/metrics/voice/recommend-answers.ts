import { NONE } from '../../columns/batch';
import type { View } from '../../../terms/view';
import { numbersOf, type RecordTable } from '../../tables/record-table';
import { answerDays, answersWithin, type SurveyParams } from './survey-answers';
import { promotionOf, recommendQuestions, type Promotion } from './survey-picks';
import { surveyQuestions } from './survey-questions';

/** The answers that `net-promoter-score` counts: rows of the table, ascending, each with what it says. */
export interface RecommendAnswers {
  rows: Uint32Array;
  promotion: (row: number) => Promotion;
  /** Rows of people who are nobody known. */
  unknown: Uint32Array;
}

/** Answers to the question whether one would recommend the shop, one per respondent and wave. Cost: n log n in the answers. */
export function recommendAnswers(table: RecordTable, view: View, params: SurveyParams): RecommendAnswers {
  const { zeroToTen, oneToTen } = recommendQuestions(surveyQuestions(table, params.survey), params.question);
  const picked = zeroToTen.rows.length > 0 ? zeroToTen : oneToTen;
  const { rows } = answersWithin(table, picked.rows, answerDays(view, params.period), view, params.wave);
  const scores = numbersOf(table, 'score');
  return {
    rows,
    promotion: (row) => promotionOf(scores![row]!),
    unknown: rows.filter((row) => table.person[row] === NONE),
  };
}
