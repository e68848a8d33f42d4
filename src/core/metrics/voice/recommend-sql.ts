import { countedSql, SURVEY_SQL } from './survey-sql';

/**
 * SQL up to `counted`: the latest answer of each respondent and wave to the questions whether one would recommend the shop, as
 * `recommendQuestions` finds them, on 0–10, or on 1–10 where there is no answer on 0–10.
 */
export const RECOMMEND_SQL = `${SURVEY_SQL}, ranked_questions AS (
  SELECT *, count(*) FILTER (WHERE asks = 'recommend' AND scale IN ('0-10', '1-10')) OVER () AS said,
    row_number() OVER (PARTITION BY scale = '0-10' AND asks IN ('satisfied', 'else') ORDER BY answers DESC, first) AS place_among
  FROM questions
), candidates AS (
  SELECT question, scale FROM ranked_questions
  WHERE scale IN ('0-10', '1-10') AND CASE WHEN $question <> '' THEN question = $question WHEN said > 0 THEN asks = 'recommend'
    ELSE scale = '0-10' AND asks IN ('satisfied', 'else') AND place_among = 1 END
), chosen AS (
  SELECT question, scale FROM candidates WHERE scale = (SELECT min(scale) FROM candidates)
), ${countedSql()}`;
