/*
 * What the twins of the lapse rules have in common.
 */

/** Order-days of each customer with the next one and the gap before. */
export const ORDER_DAYS_SQL = `order_days AS (
  SELECT customer, day, lead(day) OVER of_customer AS next, day - lag(day) OVER of_customer AS gap
  FROM (SELECT DISTINCT customer, day FROM orders WHERE day <= $as_of) AS days
  WINDOW of_customer AS (PARTITION BY customer ORDER BY day)
)`;

/** Own limit of each wait: the 90th percentile of the four or more gaps before it, in whole days; null where there are fewer. */
export const OWN_LIMITS_SQL = `own_limits AS (
  SELECT customer, day, next,
    CASE WHEN count(gap) OVER so_far >= 4 THEN CAST(ceil(quantile_cont(gap, 0.9) OVER so_far - 1e-9) AS INTEGER) END AS own_days
  FROM order_days
  WINDOW so_far AS (PARTITION BY customer ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)`;

/** Days by which 90 % of the waits have ended, at most half of the file; else the largest tenth reached by then (see lapseWindow). */
export const PERCENTILE_SQL = `half AS (
  SELECT greatest(1, CAST(floor((CAST($as_of AS DATE) - min(day) + 1) / 2) AS INTEGER)) AS half FROM order_days
), lengths AS (
  SELECT coalesce(next - day, CAST($as_of AS DATE) - day) AS days, count(next) AS ended, count(*) AS waits FROM order_days GROUP BY 1
), at_risk AS (
  SELECT days, ended, sum(waits) OVER (ORDER BY days DESC) AS at_risk FROM lengths
), waited AS (
  SELECT days, 1 - product((at_risk - ended) / at_risk) OVER (ORDER BY days) AS share FROM at_risk
), reached AS (
  SELECT tenth, min(days) AS days FROM waited, generate_series(1, 9) AS tenths(tenth) WHERE share >= tenth / 10 - 1e-12 GROUP BY tenth
), percentile AS (
  SELECT coalesce((SELECT days FROM reached WHERE days <= half ORDER BY tenth DESC LIMIT 1), half) AS days FROM half
)`;

/** Errors of every candidate on the test day. */
export const ERROR_CURVE_SQL = `test AS (
  SELECT CAST($as_of AS DATE) - least($follow_days, CAST(floor((CAST($as_of AS DATE) - min(day) + 1) / 2) AS INTEGER)) AS test_day,
    min(day) AS first_day
  FROM order_days HAVING count(*) > 0
), judged AS (
  SELECT customer, any_value(test_day) - max(day) FILTER (day <= test_day) AS silence, count(*) FILTER (day > test_day) > 0 AS is_back
  FROM order_days, test GROUP BY customer HAVING count(*) FILTER (day <= test_day) > 0
), totals AS (
  SELECT count(*) FILTER (is_back) AS back, count(*) FILTER (NOT is_back) AS gone FROM judged
), candidates AS (
  SELECT CAST(unnest(generate_series(1, test_day - first_day)) AS INTEGER) AS days FROM test
), errors AS (
  SELECT days, count(*) FILTER (is_back AND silence >= days) AS wrong, count(*) FILTER (NOT is_back AND silence < days) AS late
  FROM candidates CROSS JOIN judged GROUP BY days
), error_curve AS (
  SELECT days, wrong, wrong / back AS wrong_share, late, late / gone AS late_share, (wrong / back + late / gone) / 2 AS error
  FROM errors CROSS JOIN totals WHERE back > 0 AND gone > 0
), best AS (
  SELECT min(days) AS days FROM error_curve WHERE error <= (SELECT min(error) FROM error_curve) + 1e-12
)`;
