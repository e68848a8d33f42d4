import type { Scalar, Table } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NONE } from '../../columns/batch';
import { numbersOf, textsOf, type RecordTable } from '../../tables/record-table';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, measured, shareFigure } from '../figure';
import { recordsCounted } from '../record-input';
import { shareTrend } from '../share-trend';
import { answerDays, answerPeriods, answersWithin, SURVEY_DEFAULTS, type SurveyParams } from './survey-answers';
import { isTopTwo, satisfactionQuestions } from './survey-picks';
import { scaleEnds, surveyQuestions } from './survey-questions';
import { countedSql, SURVEY_SQL } from './survey-sql';

/**
 * Customer satisfaction: share of the answers in the two highest boxes of their scale, with its Wilson interval.
 *
 * One question, each respondent once in a wave. The mean score is given for each scale, for scores of different scales have none together.
 * `trend`: a row per period. Absent `no-answers`. Cost: linear in answers.
 */
export const customerSatisfaction = defineMetric<SurveyParams, ScalarMetric<SurveyParams>>({
  id: 'customer-satisfaction',
  family: 'voice',
  unit: 'ratio',
  shape: 'scalar',
  reads: ['answers'],
  fraction: ['satisfied', 'answers'],
  formula: '|{answers ≥ highest − 1}| / |{answers}|; 4–5 of five, 6–7 of seven, 9–10 of ten',
  source: {
    title: 'Customer satisfaction (CSAT)',
    author: 'Delighted, Help Center',
    year: 2026,
    where: 'https://help.delighted.com/article/533 (undated, read in 2026)',
  },
  defaults: SURVEY_DEFAULTS,
  sql: `-- $period: first day of the period, NULL for the whole view; $question and $survey: '' for those that are recognised;
-- $wave: 'period' or 'survey', within which a respondent counts once
${SURVEY_SQL}, boxed AS (
  SELECT *, CASE WHEN asks = 'satisfied' THEN 1 WHEN asks = 'else' AND scale IN ('1-5', '0-5', '1-7') THEN 2 END AS preference
  FROM questions
  WHERE scale IN ('1-5', '0-5', '1-7', '1-10', '0-10', '1-4')
), picked AS (
  SELECT question FROM boxed
  WHERE CASE WHEN $question <> '' THEN question = $question ELSE preference IS NOT NULL END
  ORDER BY preference, answers DESC, first
  LIMIT 1
), chosen AS (
  SELECT question, scale FROM boxed WHERE question IN (SELECT question FROM picked)
), ${countedSql()}
SELECT count(*) FILTER (WHERE score >= CASE scale WHEN '1-4' THEN 3 WHEN '1-5' THEN 4 WHEN '0-5' THEN 4 WHEN '1-7' THEN 6 ELSE 9 END)
    / nullif(count(*), 0) AS value, count(*) AS n
FROM counted`,
  compute(tables, view, params) {
    const table = tables.records('answers');
    const picked = satisfactionQuestions(surveyQuestions(table, String(params.survey)), String(params.question));
    const { rows, duplicates } = answersWithin(table, picked.rows, answerDays(view, params.period), view, params.wave);
    if (rows.length === 0) return absent('no-answers');
    const satisfied = topTwo(table, rows);
    const inBoxes = new Set(satisfied);
    const figure = shareFigure(
      recordsCounted('satisfied', 'answers', table, satisfied),
      recordsCounted('answers', 'answers', table, rows),
      [
        recordsCounted(
          'not-satisfied',
          'answers',
          table,
          rows.filter((row) => !inBoxes.has(row)),
        ),
        recordsCounted('answered-again', 'answers', table, duplicates),
        ...meanInputs(table, rows),
      ],
    );
    return { ...figure, trend: trendOf(table, picked.rows, view, params), ...(picked.guessed ? { note: 'question-guessed' } : {}) };
  },
  vectors: [
    {
      name: 'of five points the two highest are 4 and 5: two of four',
      orders: [],
      records: { answers: asked([5, 4, 3, 1], '1-5') },
      view: march(),
      expected: 0.5,
    },
    {
      name: 'of seven points the two highest are 6 and 7, of ten 9 and 10',
      orders: [],
      records: { answers: [...asked([7, 5, 4], '1-7'), ...asked([9, 8, 7], '1-10', 'x')] },
      view: march(),
      expected: 1 / 3,
    },
    {
      name: 'whoever answers twice in a month counts once, with the later answer',
      orders: [],
      records: {
        answers: [
          { person: 'a', date: '2024-03-02', score: 5, scale: '1-5', question: 'satisfied' },
          { person: 'a', date: '2024-03-20', score: 2, scale: '1-5', question: 'satisfied' },
          { person: 'b', date: '2024-03-20', score: 4, scale: '1-5', question: 'satisfied' },
        ],
      },
      view: march(),
      expected: 0.5,
    },
    {
      name: 'a question that asks whether one would recommend is not this one',
      orders: [],
      records: { answers: [...asked([5, 1], '1-5'), { score: 5, scale: '1-5', question: 'Would you recommend us?', date: '2024-03-05' }] },
      view: march(),
      expected: 0.5,
    },
    { name: 'without answers there is no share', orders: [], view: march(), expected: null },
  ],
});

function asked(scores: readonly number[], scale: string, whose = '') {
  return scores.map((score, i) => ({ person: `${whose}${i}`, date: '2024-03-05', score, scale, question: 'How satisfied are you?' }));
}

function march(): Partial<View> {
  return { from: dayFromYmd(2024, 3, 1), to: dayFromYmd(2024, 4, 1), asOf: dayFromYmd(2024, 3, 31) };
}

/** Those of some scored answers that are in the two highest boxes. */
export function topTwo(table: RecordTable, rows: Uint32Array): Uint32Array {
  const [scores, scales] = [numbersOf(table, 'score')!, textsOf(table, 'scale')!];
  return rows.filter((row) => isTopTwo(scores[row]!, scales.texts[scales.codes[row]!]!));
}

/** The mean score of each scale, and its highest point, which says what the mean is out of. */
function meanInputs(table: RecordTable, rows: Uint32Array): Scalar['inputs'] {
  const [scores, scales] = [numbersOf(table, 'score')!, textsOf(table, 'scale')!];
  const sums = new Map<number, { sum: number; n: number }>();
  for (const row of rows) {
    const code = scales.codes[row] ?? NONE;
    const { sum, n } = sums.get(code) ?? { sum: 0, n: 0 };
    sums.set(code, { sum: sum + scores[row]!, n: n + 1 });
  }
  const byAnswers = [...sums].sort(([, a], [, b]) => b.n - a.n);
  return byAnswers
    .slice(0, 1)
    .flatMap(([code, { sum, n }]) => [
      measured('mean-score', sum / n, 'number'),
      measured('scale-highest', scaleEnds(scales.texts[code]!)!.high, 'number'),
    ]);
}

/** The share of each period in view, oldest first; null where nobody answered. */
function trendOf(table: RecordTable, all: Uint32Array, view: View, { wave }: SurveyParams): Table {
  const shares = answerPeriods(table, all, view).map((period) => {
    const counted = answersWithin(table, all, answerDays(view, isoFromDay(period.start)), view, wave).rows;
    return { period, whole: counted.length, part: topTwo(table, counted).length, complete: period.complete };
  });
  return shareTrend(['answers', 'satisfied'], 'answers', shares);
}
