import type { Input, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { numbersOf, type RecordTable } from '../../tables/record-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, measured } from '../figure';
import { npsFigure, npsInterval, npsMargin } from './nps-figure';
import { npsChange, npsPeriods, npsTrend } from './nps-trend';
import { recordsCounted } from '../record-input';
import { answerDays, answersWithin, SURVEY_DEFAULTS, type CountedAnswers, type SurveyParams } from './survey-answers';
import { promotionOf, recommendQuestions, type PickedQuestions, type Promotion } from './survey-picks';
import { surveyQuestions } from './survey-questions';
import { responseInputs } from './survey-response';
import { countedSql, SURVEY_SQL } from './survey-sql';

/**
 * Net promoter score: the share of those who answer 9 or 10 of 0–10 less the share of those who answer 0 to 6, in points from -100 to 100.
 *
 * Each respondent counts once in a wave. Answers on 1–10 never mix with those on 0–10: they are the variant `scale-1-10`, and the figure
 * itself, with the note of that name, only where there is no answer on 0–10. No interval with fewer than ten answers or where all are of one
 * group. `trend`: a row per period. Absent `no-answers`. Cost: linear in answers and a pass over orders for who answered of those who bought.
 */
export const netPromoterScore = defineMetric<SurveyParams, ScalarMetric<SurveyParams>>({
  id: 'net-promoter-score',
  family: 'voice',
  unit: 'score',
  shape: 'scalar',
  reads: ['answers'],
  formula: '100 (p − d); p = share of 9–10, d = share of 0–6; ± 1.96 · 100 √((p + d − (p − d)²) / n)',
  source: {
    title: 'The One Number You Need to Grow',
    author: 'F. F. Reichheld, Harvard Business Review 81 (12)',
    year: 2003,
    where: 'https://hbr.org/2003/12/the-one-number-you-need-to-grow',
  },
  defaults: SURVEY_DEFAULTS,
  sql: `-- $period: first day of the period, NULL for the whole view; $question and $survey: '' for those that are recognised;
-- $wave: 'period' or 'survey', within which a respondent counts once
${SURVEY_SQL}, ranked_questions AS (
  SELECT *, count(*) FILTER (WHERE asks = 'recommend' AND scale IN ('0-10', '1-10')) OVER () AS said,
    row_number() OVER (PARTITION BY scale = '0-10' AND asks IN ('satisfied', 'else') ORDER BY answers DESC, first) AS place_among
  FROM questions
), candidates AS (
  SELECT question, scale FROM ranked_questions
  WHERE scale IN ('0-10', '1-10') AND CASE WHEN $question <> '' THEN question = $question WHEN said > 0 THEN asks = 'recommend'
    ELSE scale = '0-10' AND asks IN ('satisfied', 'else') AND place_among = 1 END
), chosen AS (
  SELECT question, scale FROM candidates WHERE scale = (SELECT min(scale) FROM candidates)
), ${countedSql()}
SELECT 100.0 * (count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score < 7)) / nullif(count(*), 0) AS value, count(*) AS n,
  count(*) FILTER (WHERE score >= 9) AS promoters, count(*) FILTER (WHERE score >= 7 AND score < 9) AS passives,
  count(*) FILTER (WHERE score < 7) AS detractors
FROM counted`,
  compute(tables, view, params) {
    const table = tables.records('answers');
    const { zeroToTen, oneToTen } = recommendQuestions(surveyQuestions(table, String(params.survey)), String(params.question));
    const picked = zeroToTen.rows.length > 0 ? zeroToTen : oneToTen;
    const answers = counted(table, picked, view, params);
    const figure = scored(table, answers);
    if (!figure) return absent('no-answers');
    const other = picked === zeroToTen ? scored(table, counted(table, oneToTen, view, params)) : null;
    const periods = npsPeriods(table, picked.rows, numbersOf(table, 'score')!, view, params.wave);
    const note = picked === oneToTen ? 'nps-scale-1-10' : noteOf(figure, picked);
    return {
      ...figure,
      inputs: [
        ...figure.inputs,
        ...npsChange(periods),
        measured('questions', picked.questions.length, 'number'),
        ...responseInputs(tables, view, params.period, answers.rows),
      ],
      trend: npsTrend(periods),
      ...(other ? { variants: { 'scale-1-10': other } } : {}),
      ...(note ? { note } : {}),
    };
  },
  vectors: [
    {
      name: 'two promoters, one passive and one detractor of four: 25 points',
      orders: [],
      records: { answers: asked([10, 9, 8, 6]) },
      view: march(),
      expected: 25,
    },
    {
      name: 'a score of 0 counts, a blank does not',
      orders: [],
      records: { answers: [...asked([0, 10, 10]), { person: 'd', date: '2024-03-05', question: 'nps', scale: '0-10' }] },
      view: march(),
      expected: 100 / 3,
    },
    {
      name: 'whoever answers twice in a month counts once, with the later answer',
      orders: [],
      records: {
        answers: [
          { person: 'a', date: '2024-03-02', score: 2, scale: '0-10', question: 'nps' },
          { person: 'a', date: '2024-03-20', score: 10, scale: '0-10', question: 'nps' },
          { person: 'b', date: '2024-03-20', score: 7, scale: '0-10', question: 'nps' },
        ],
      },
      view: march(),
      expected: 50,
    },
    {
      name: 'answers on 1–10 stand apart from those on 0–10',
      orders: [],
      records: {
        answers: [...asked([10, 8]), { person: 'x', date: '2024-03-05', score: 1, scale: '1-10', question: 'Would you recommend us?' }],
      },
      view: march(),
      expected: 50,
    },
    {
      name: 'without words that say so, the 0–10 question with the most answers stands for it',
      orders: [],
      records: {
        answers: [
          { person: 'a', date: '2024-03-05', score: 9, scale: '0-10', question: 'How would you rate us?' },
          { person: 'b', date: '2024-03-05', score: 3, scale: '0-10', question: 'How would you rate us?' },
          { person: 'a', date: '2024-03-05', score: 9, scale: '0-10', question: 'And the room?' },
        ],
      },
      view: march(),
      expected: 0,
    },
    { name: 'without answers there is no score', orders: [], view: march(), expected: null },
  ],
});

function asked(scores: readonly number[]) {
  return scores.map((score, i) => ({
    person: 'abcdefgh'[i]!,
    date: '2024-03-05',
    score,
    scale: '0-10',
    question: 'Would you recommend us?',
  }));
}

function march(): Partial<View> {
  return { from: dayFromYmd(2024, 3, 1), to: dayFromYmd(2024, 4, 1), asOf: dayFromYmd(2024, 3, 31) };
}

function counted(table: RecordTable, { rows }: PickedQuestions, view: View, { period, wave }: SurveyParams): CountedAnswers {
  return answersWithin(table, rows, answerDays(view, period), view, wave);
}

/** Score of some answers with its parts; null when there are none. */
function scored(table: RecordTable, { rows, duplicates }: CountedAnswers): Scalar | null {
  if (rows.length === 0) return null;
  const scores = numbersOf(table, 'score')!;
  const figure = npsFigure(Float64Array.from(rows, (row) => scores[row]!));
  const [interval, margin] = [npsInterval(figure), npsMargin(figure)];
  const of = (part: Promotion) => rows.filter((row) => promotionOf(scores[row]!) === part);
  const inputs: Input[] = [
    recordsCounted('answers', 'answers', table, rows),
    recordsCounted('promoters', 'answers', table, of('promoter')),
    recordsCounted('passives', 'answers', table, of('passive')),
    recordsCounted('detractors', 'answers', table, of('detractor')),
    recordsCounted('answered-again', 'answers', table, duplicates),
  ];
  return {
    value: figure.score,
    n: figure.n,
    ...(interval ? { interval } : {}),
    inputs: margin === null ? inputs : [...inputs, measured('margin', margin, 'score')],
  };
}

function noteOf({ n, interval }: Scalar, { guessed }: PickedQuestions): string | null {
  if (!interval) return n < 10 ? 'nps-too-few' : 'nps-all-same';
  return guessed ? 'question-guessed' : null;
}
