/**
 * The twin of `redemption-rate`.
 *
 * Points first in are first out by running sums: `came` and `went` are what a member has got and given up to a movement, `owed` the most
 * that was given beyond the balance by then. A lot of issued points and a redemption then are stretches of one line, and what they have in
 * common was redeemed from the lot.
 */
export const REDEMPTION_SQL = `-- $by is 'vintage', 'window' or 'lifetime'; $vintage the first day of a period as text, '' for the whole view
WITH moves AS (
  SELECT record, person, day, movement,
    CASE WHEN movement IN ('redeem', 'expire', 'reverse') THEN -abs(points) ELSE points END AS points
  FROM points
  WHERE points <> 0 AND coalesce(movement, '') NOT IN ('pending', 'balance') AND (day IS NULL OR day <= $as_of)
), ranked AS (
  SELECT *, CASE WHEN points > 0 AND movement = 'earn' THEN 0 WHEN points > 0 THEN 1 WHEN movement = 'expire' THEN 2
    WHEN movement = 'reverse' THEN 3 WHEN movement = 'redeem' THEN 5 ELSE 4 END AS sort
  FROM moves
), summed AS (
  SELECT *, sum(greatest(points, 0)) OVER (PARTITION BY person ORDER BY day NULLS FIRST, sort, record ROWS UNBOUNDED PRECEDING) AS came,
    sum(greatest(-points, 0)) OVER (PARTITION BY person ORDER BY day NULLS FIRST, sort, record ROWS UNBOUNDED PRECEDING) AS went
  FROM ranked WHERE person IS NOT NULL
), lines AS (
  SELECT *, max(greatest(went - came, 0)) OVER (PARTITION BY person ORDER BY day NULLS FIRST, sort, record ROWS UNBOUNDED PRECEDING) AS owed
  FROM summed
), chosen AS (
  SELECT coalesce(CAST(nullif($vintage, '') AS DATE), CAST($from AS DATE)) AS first_day,
    least(CASE WHEN $vintage = '' THEN CAST($to AS DATE) ELSE CAST(CAST(nullif($vintage, '') AS DATE)
      + CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS DATE) END,
      CAST($as_of AS DATE) + 1) AS next_day
), lots AS (
  SELECT record, person, day, points, came + owed - points AS low, came + owed AS high FROM lines, chosen
  WHERE sort = 0 AND day >= first_day AND day < next_day AND day + CAST($within_days AS INTEGER) <= $as_of
), redeemed AS (
  SELECT lots.record, sum(greatest(0, least(high, went) - greatest(low, went + redemptions.points))) AS points
  FROM lots JOIN lines AS redemptions ON redemptions.person = lots.person AND redemptions.sort = 5
    AND redemptions.day >= lots.day AND redemptions.day <= lots.day + CAST($within_days AS INTEGER)
  GROUP BY lots.record
), vintage AS (
  SELECT coalesce(sum(redeemed.points), 0) / nullif(sum(lots.points), 0) AS value, count(DISTINCT person) AS n
  FROM lots LEFT JOIN redeemed ON redeemed.record = lots.record
), flow AS (
  SELECT coalesce(-sum(points) FILTER (sort = 5), 0) / nullif(sum(points) FILTER (sort = 0), 0) AS value,
    count(DISTINCT person) FILTER (sort = 0) AS n
  FROM ranked WHERE CASE WHEN $by = 'lifetime' THEN day IS NULL OR day < $to ELSE day >= $from AND day < $to END
)
SELECT CASE WHEN $by = 'vintage' THEN vintage.value ELSE flow.value END AS value, CASE WHEN $by = 'vintage' THEN vintage.n ELSE flow.n END AS n
FROM vintage, flow`;
