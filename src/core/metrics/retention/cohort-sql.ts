/** Twin of `retention-by-cohort`: every kind, clock and measure in one query. */
export const RETENTION_BY_COHORT_SQL = `-- one row per cell: cohort, size, complete, k, cell. $kind: exact, on-or-after, streak, bracket (from $bracket_from to $bracket_to) or
-- cumulative; $clock: calendar, or elapsed in blocks of $block_days; $measure: customers, orders, net-revenue or value-per-customer
WITH step AS (
  SELECT CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS step
), firsts AS (
  SELECT customer, min(day) AS first_day, CAST(date_trunc($grain, min(day)) AS DATE) AS cohort FROM orders WHERE day <= $as_of GROUP BY customer
), events AS (
  SELECT customer, day, net, 1 AS is_order FROM orders WHERE day <= $as_of
  UNION ALL SELECT customer, day, -amount, 0 FROM refunds WHERE day <= $as_of
), placed_at AS (
  SELECT events.customer, cohort, net, is_order,
    CASE WHEN $clock = 'elapsed' THEN CAST(floor((day - first_day) / CAST($block_days AS DOUBLE)) AS INTEGER)
      ELSE date_diff($grain, CAST(cohort AS TIMESTAMP), date_trunc($grain, CAST(day AS TIMESTAMP))) END AS k
  FROM events JOIN firsts ON firsts.customer = events.customer
), lives AS (
  SELECT customer, cohort, k, sum(is_order) AS orders, sum(net) AS net FROM placed_at WHERE k >= 0 GROUP BY customer, cohort, k
), streaks AS (
  SELECT customer, max(k) AS streak
  FROM (SELECT customer, k, row_number() OVER (PARTITION BY customer ORDER BY k) AS nth FROM lives WHERE orders > 0) AS numbered
  WHERE nth = k + 1 GROUP BY customer
), cohorts AS (
  SELECT CAST(unnest(generate_series(
    CAST(date_trunc($grain, greatest(CAST($from AS DATE), first_day)) AS TIMESTAMP),
    CAST(least(CAST($to AS DATE) - 1, CAST($as_of AS DATE)) AS TIMESTAMP), step)) AS DATE) AS cohort
  FROM (SELECT min(day) AS first_day FROM orders WHERE day <= $as_of), step WHERE first_day IS NOT NULL
    AND greatest(CAST($from AS DATE), first_day) <= least(CAST($to AS DATE) - 1, CAST($as_of AS DATE))
), sizes AS (
  SELECT cohort, count(*) AS size FROM firsts GROUP BY cohort
), spans AS (
  SELECT cohort, k, step, CASE WHEN $kind = 'bracket' AND k = 1 THEN $bracket_from ELSE k END AS low,
    CASE WHEN $kind = 'bracket' AND k = 1 THEN $bracket_to ELSE k END AS high
  FROM cohorts, step, generate_series(0, CASE WHEN $kind = 'bracket' THEN 1 ELSE 260 END) AS ks(k)
), cells AS (
  SELECT cohort, k, low, high, CASE WHEN $clock = 'elapsed'
      THEN CAST(cohort + step AS DATE) - 1 + CAST((high + 1) * $block_days AS INTEGER)
      ELSE CAST(cohort + (high + 1) * step AS DATE) END <= CAST($as_of AS DATE) + 1 AS is_over
  FROM spans
  WHERE CASE WHEN $clock = 'elapsed' THEN cohort + CAST(low * $block_days AS INTEGER) ELSE CAST(cohort + low * step AS DATE) END <= $as_of
), sums AS (
  SELECT cells.cohort, cells.k, count(DISTINCT lives.customer) FILTER (lives.orders > 0) AS buyers,
    count(DISTINCT lives.customer) FILTER (lives.orders > 0 AND lives.k > 0) AS again, sum(lives.orders) AS orders, sum(lives.net) AS net
  FROM cells JOIN lives ON lives.cohort = cells.cohort JOIN streaks ON streaks.customer = lives.customer
  WHERE CASE WHEN cells.k = 0 OR $kind = 'exact' THEN lives.k = cells.k
    WHEN $kind = 'on-or-after' THEN lives.k >= cells.k
    WHEN $kind = 'streak' THEN lives.k = cells.k AND streak >= cells.k
    WHEN $kind = 'bracket' THEN lives.k BETWEEN low AND high
    ELSE lives.k <= cells.k END
  GROUP BY cells.cohort, cells.k
)
SELECT cells.cohort, coalesce(size, 0) AS size, count(*) FILTER (is_over) OVER (PARTITION BY cells.cohort) AS complete, cells.k,
  coalesce(CASE $measure WHEN 'customers' THEN CASE WHEN cells.k = 0 THEN buyers ELSE again END
    WHEN 'orders' THEN orders WHEN 'net-revenue' THEN net ELSE net / size END, 0) AS cell
FROM cells LEFT JOIN sizes ON sizes.cohort = cells.cohort LEFT JOIN sums ON sums.cohort = cells.cohort AND sums.k = cells.k
ORDER BY cells.cohort, cells.k`;
