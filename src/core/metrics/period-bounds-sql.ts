/** SQL that begins a twin asked for one period: `bounds` with its first day, the first day after it and that of the period before. */
export const PERIOD_BOUNDS_SQL = `-- $period: first day of the period; a period outside the view counts whole
WITH period AS (
  SELECT CAST($period AS DATE) AS start,
    CAST($period AS DATE) + CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS next,
    CAST($period AS DATE) - CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS previous
), bounds AS (
  SELECT start, next, previous,
    CASE WHEN next <= $from OR start >= $to THEN start ELSE greatest(start, $from) END AS counted_from,
    CASE WHEN next <= $from OR start >= $to THEN next ELSE least(next, $to) END AS counted_to
  FROM period
)`;
