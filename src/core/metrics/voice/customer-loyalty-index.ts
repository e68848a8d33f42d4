import type { Interval } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { numbersOf, textsOf, type RecordTable } from '../../tables/record-table';
import { ByRespondent } from './by-respondent';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, measured } from '../figure';
import { FEWEST_ANSWERS } from './nps-figure';
import { recordsCounted } from '../record-input';
import { answerDays, answersWithin, SURVEY_DEFAULTS, type SurveyParams } from './survey-answers';
import { loyaltyQuestion, type PickedQuestions } from './survey-picks';
import { scaleEnds, surveyQuestions } from './survey-questions';
import { countedSql, SURVEY_SQL } from './survey-sql';

export interface LoyaltyIndexParams extends Omit<SurveyParams, 'question'> {
  /** The three questions in their own words; '' for those that are recognised. */
  questionRecommend: string;
  questionAgain: string;
  questionOther: string;
  /** What 1 means on a scale of 1–6: `best` (very likely), as such questionnaires have it, or `worst`. */
  one: 'best' | 'worst';
}

const ITEMS = ['recommend', 'again', 'other'] as const;
type Item = (typeof ITEMS)[number];

/**
 * Customer loyalty index: the mean of three answers, whether one would recommend, buy again and buy other products, averaged over those who
 * answered at least two of them.
 *
 * Out of 10 where all questions are on 0–10, else out of 100 (input `index-out-of`), lowest to highest point of each scale. Absent
 * `no-answers`. Cost: linear in answers.
 */
export const customerLoyaltyIndex = defineMetric<LoyaltyIndexParams, ScalarMetric<LoyaltyIndexParams>>({
  id: 'customer-loyalty-index',
  family: 'voice',
  unit: 'number',
  shape: 'scalar',
  reads: ['answers'],
  formula: 'mean over respondents of the mean of their 2 or 3 answers; 1–6: (6 − x) / 5 × 100',
  source: {
    title: 'Customer Loyalty Index (CLI)',
    author: 'Totango, Glossary',
    year: 2026,
    where: 'https://www.totango.com/glossary/customer-loyalty-index-cli (undated, read in 2026)',
  },
  defaults: {
    period: '',
    survey: '',
    wave: SURVEY_DEFAULTS.wave,
    questionRecommend: '',
    questionAgain: '',
    questionOther: '',
    one: 'best',
  },
  sql: `-- $period: first day of the period, NULL for the whole view; $survey and $question_recommend, _again, _other: '' for those that are
-- recognised; $wave: 'period' or 'survey'; $one: 'best' when 1 is the best of 1–6, else 'worst'
${SURVEY_SQL}, items AS (
  SELECT 'recommend' AS item, $question_recommend AS named UNION ALL SELECT 'again', $question_again UNION ALL SELECT 'other', $question_other
), fitting AS (
  SELECT item, question, row_number() OVER (PARTITION BY item ORDER BY answers DESC, first) AS place_among
  FROM questions JOIN items ON CASE WHEN named = '' THEN asks = item ELSE question = named END
), chosen AS (
  SELECT item, questions.question, scale
  FROM fitting JOIN questions ON questions.question = fitting.question
  WHERE place_among = 1
), ${countedSql('item')}, per_respondent AS (
  SELECT avg(CASE WHEN scale = '1-6' AND $one = 'best' THEN 100.0 * (high - score) / (high - low)
    ELSE 100.0 * (score - low) / (high - low) END) AS loyalty
  FROM (
    SELECT wave, respondent_key, scale, score, CASE WHEN scale LIKE '0-%' THEN 0 ELSE 1 END AS low,
      CASE scale WHEN '1-4' THEN 4 WHEN '1-5' THEN 5 WHEN '0-5' THEN 5 WHEN '1-6' THEN 6 WHEN '1-7' THEN 7 WHEN '0-100' THEN 100 ELSE 10 END AS high
    FROM counted
  ) AS scaled
  GROUP BY wave, respondent_key
  HAVING count(*) >= 2
)
SELECT avg(loyalty) / CASE WHEN (SELECT count(*) FILTER (WHERE scale <> '0-10') FROM chosen) = 0 THEN 10 ELSE 1 END AS value, count(*) AS n
FROM per_respondent`,
  compute(tables, view, params) {
    const table = tables.records('answers');
    const questions = pickedItems(table, params);
    const rows = ITEMS.map((item) => answersWithin(table, questions[item].rows, answerDays(view, params.period), view, params.wave).rows);
    const { means, left } = meansOf(table, rows, view, params);
    if (means.length === 0) return absent('no-answers');
    const outOf = ITEMS.every((item) => questions[item].questions.every(({ scale }) => scale === '0-10')) ? 10 : 100;
    const value = (mean(means) / 100) * outOf;
    const reach = means.length >= FEWEST_ANSWERS ? ((1.96 * deviation(means)) / Math.sqrt(means.length) / 100) * outOf : 0;
    const interval: Interval = { low: Math.max(0, value - reach), high: Math.min(outOf, value + reach), level: 0.95, method: 'normal' };
    return {
      value,
      n: means.length,
      ...(reach > 0 ? { interval } : {}),
      inputs: [
        measured('index-respondents', means.length, 'number'),
        recordsCounted('recommend-answers', 'answers', table, rows[0]!),
        recordsCounted('again-answers', 'answers', table, rows[1]!),
        recordsCounted('other-answers', 'answers', table, rows[2]!),
        recordsCounted('single-answers', 'answers', table, left),
        measured('index-out-of', outOf, 'number'),
      ],
    };
  },
  vectors: [
    { name: '6, 7 and 8 of 10 make 7', orders: [], records: { answers: form('a', [6, 7, 8], '0-10') }, view: march(), expected: 7 },
    {
      name: 'on 1–6, where 1 is very likely, 1 becomes 100 and 6 becomes 0',
      orders: [],
      records: { answers: [...form('a', [1, 1, 1], '1-6'), ...form('b', [6, 6, 6], '1-6')] },
      view: march(),
      expected: 50,
    },
    {
      name: 'one answer of three is missing: the mean of the two that are there; with one alone nobody counts',
      orders: [],
      records: { answers: [...form('a', [6, 8], '0-10'), ...form('b', [1], '0-10')] },
      view: march(),
      expected: 7,
    },
    {
      name: 'scales that differ meet between 0 and 100',
      orders: [],
      records: { answers: [...form('a', [10], '0-10'), { ...form('a', [0, 3], '1-5')[1]! }] },
      view: march(),
      expected: 75,
    },
    { name: 'without answers there is no index', orders: [], view: march(), expected: null },
  ],
});

function form(person: string, scores: readonly number[], scale: string) {
  const questions = ['Would you recommend us?', 'Would you buy again?', 'Would you buy other products of ours?'];
  return scores.map((score, i) => ({ person, date: '2024-03-05', score, scale, question: questions[i]! }));
}

function march(): Partial<View> {
  return { from: dayFromYmd(2024, 3, 1), to: dayFromYmd(2024, 4, 1), asOf: dayFromYmd(2024, 3, 31) };
}

function pickedItems(table: RecordTable, params: LoyaltyIndexParams): Record<Item, PickedQuestions> {
  const all = surveyQuestions(table, params.survey);
  return {
    recommend: loyaltyQuestion(all, 'recommend', params.questionRecommend),
    again: loyaltyQuestion(all, 'again', params.questionAgain),
    other: loyaltyQuestion(all, 'other', params.questionOther),
  };
}

/**
 * The mean answer, 0 to 100, of each respondent and wave with two items or three, and the records of those with one.
 *
 * @param items  counted records of each item
 */
function meansOf(table: RecordTable, items: readonly Uint32Array[], view: View, { wave, one }: LoyaltyIndexParams) {
  const [scores, scales] = [numbersOf(table, 'score'), textsOf(table, 'scale')];
  const given = new ByRespondent<{ sum: number; rows: number[] }>(table, view, wave);
  for (const row of items.flatMap((rows) => [...rows])) {
    const points = loyaltyPoints(scores![row]!, scales!.texts[scales!.codes[row]!]!, one);
    const { sum, rows } = given.get(row) ?? { sum: 0, rows: [] };
    given.set(row, { sum: sum + points, rows: [...rows, row] });
  }
  const [enough, alone] = [given.values().filter(({ rows }) => rows.length >= 2), given.values().filter(({ rows }) => rows.length < 2)];
  return { means: enough.map(({ sum, rows }) => sum / rows.length), left: Uint32Array.from(alone.flatMap(({ rows }) => rows)).sort() };
}

/** A score as 0 to 100 of its scale; on 1–6 the lowest is the best unless `one` says otherwise. */
export function loyaltyPoints(score: number, scale: string, one: LoyaltyIndexParams['one']): number {
  const { low, high } = scaleEnds(scale)!;
  const share = (score - low) / (high - low);
  return 100 * (scale === '1-6' && one === 'best' ? 1 - share : share);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
