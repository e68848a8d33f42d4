import { QUESTION_WORDS } from './survey-questions';

/** SQL: what a question asks, by its words. */
const ASKS = `CASE
${QUESTION_WORDS.map(([asks, words]) => `      WHEN regexp_matches(lower(question), '${words}') THEN '${asks}'`).join('\n')}
      ELSE 'else' END`;

/**
 * The first part of every twin about a survey: `days(first_day, end_day)` of the figure, and `questions(question, scale, answers, first,
 * asks)` of all answers known. `$period` is NULL for the whole view.
 */
export const SURVEY_SQL = `WITH asked AS (
  SELECT CAST($period AS DATE) AS start,
    CAST($period AS DATE) + CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS next
), days AS (
  SELECT CASE WHEN start IS NULL THEN $from WHEN next <= $from OR start >= $to THEN start ELSE greatest(start, $from) END AS first_day,
    CASE WHEN start IS NULL THEN $to WHEN next <= $from OR start >= $to THEN next ELSE least(next, $to) END AS end_day
  FROM asked
), questions AS (
  SELECT question, scale, count(*) AS answers, min(record) AS first,
    ${ASKS} AS asks
  FROM answers
  WHERE question IS NOT NULL AND scale IS NOT NULL AND score IS NOT NULL AND ($survey = '' OR survey = $survey)
  GROUP BY question, scale
)`;

/** SQL: who gave an answer, and its wave. A form that nobody signed is a respondent of its own. */
const KEYS_SQL = `CASE WHEN person IS NOT NULL THEN 'p' || person WHEN respondent IS NOT NULL THEN 's' || coalesce(survey, '') || '/' || respondent
      ELSE 'f' || form END AS respondent_key,
    CASE WHEN $wave = 'survey' THEN survey ELSE CAST(date_trunc($grain, day) AS VARCHAR) END AS wave`;

/**
 * SQL after `chosen(question, scale)`: `counted`, the latest answer of each respondent and wave within the days.
 * @param apart  column of `chosen` of which each respondent has an answer of its own
 */
export function countedSql(apart?: string): string {
  const columns = apart ? `, ${apart}` : '';
  return `within_days AS (
  SELECT answers.*${columns},
    ${KEYS_SQL}
  FROM answers JOIN chosen ON chosen.question = answers.question AND chosen.scale = answers.scale, days
  WHERE score IS NOT NULL AND ($survey = '' OR survey = $survey)
    AND (day >= first_day AND day < end_day AND day <= $as_of OR day IS NULL AND $period IS NULL)
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY wave, respondent_key${columns}
    ORDER BY day DESC NULLS LAST, second DESC NULLS LAST, record DESC) AS place
  FROM within_days
), counted AS (
  SELECT * FROM ranked WHERE place = 1
)`;
}
