import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';

/** The twin of `retention-by-segment`: `$by` is one of core/breakdown/segment-by, `$rank` 'customers' or 'revenue'. */
export const RETENTION_BY_SEGMENT_SQL = `${PERIOD_BOUNDS_SQL}, ends AS (
  SELECT least(CAST($to AS DATE), CAST($as_of AS DATE) + 1) AS until
), known AS (
  SELECT orders.customer, orders.day, orders.net, row_number() OVER (PARTITION BY orders.customer ORDER BY orders.day, orders.order_id) AS nth,
    CASE WHEN $by = 'country' THEN '=' || country WHEN $by = 'channel' OR $by = 'first-channel' THEN '=' || channel
      WHEN $by = 'first-category' THEN '=' || category WHEN $by = 'first-product' THEN '=' || product
      WHEN $by = 'first-discount' THEN CASE WHEN discount > 0 THEN 'discounted' WHEN discount = 0 THEN 'full-price' END
      WHEN $by = 'first-month' THEN substring(CAST(orders.day AS VARCHAR), 1, 7) END AS told
  FROM orders JOIN placed ON placed.order_id = orders.order_id WHERE orders.day <= $as_of
), firsts AS (
  SELECT customer, day, net, told FROM known WHERE nth = 1
), thirds AS (
  SELECT min(net) FILTER (WHERE 3 * at_most >= everybody) AS low, min(net) FILTER (WHERE 3 * at_most >= 2 * everybody) AS high
  FROM (SELECT net, count(*) OVER (ORDER BY net) AS at_most, count(*) OVER () AS everybody FROM firsts, ends WHERE day < until) AS sums
), described AS (
  SELECT person, told, row_number() OVER (PARTITION BY person ORDER BY record DESC) AS back FROM (
    SELECT person, record, CASE WHEN $by = 'member-tier' THEN '=' || tier WHEN $by = 'member-gender' THEN '=' || gender
      WHEN $by = 'member-city' THEN '=' || city WHEN $by = 'member-country' THEN '=' || country
      WHEN $by = 'member-channel' THEN '=' || channel END AS told
    FROM members WHERE person IS NOT NULL) AS said
  WHERE told IS NOT NULL
), moments AS (
  SELECT 'start' AS moment, start AS on_day FROM bounds UNION ALL SELECT 'end' AS moment, until AS on_day FROM ends
), latest AS (
  SELECT moment, customer, told, row_number() OVER (PARTITION BY moment, customer ORDER BY nth DESC) AS back
  FROM known, moments WHERE day < on_day AND told IS NOT NULL
), held AS (
  SELECT moments.moment, firsts.customer, firsts.day AS first_day,
    CASE WHEN $by = 'country' OR $by = 'channel' THEN CASE WHEN firsts.day >= on_day THEN firsts.told ELSE latest.told END
      WHEN $by = 'first-size' THEN CASE WHEN low IS NULL OR net <= low THEN 'small' WHEN net <= high THEN 'middle' ELSE 'large' END
      ELSE coalesce(firsts.told, described.told) END AS held
  FROM firsts CROSS JOIN moments CROSS JOIN thirds
  LEFT JOIN latest ON latest.customer = firsts.customer AND latest.moment = moments.moment AND latest.back = 1
  LEFT JOIN described ON described.person = firsts.customer AND described.back = 1
), sizes AS (
  SELECT held, count(*) AS people FROM (
    SELECT held FROM held, ends WHERE moment = 'end' AND first_day < until AND held IS NOT NULL AND NOT starts_with($by, 'member-')
    UNION ALL SELECT told AS held FROM described WHERE back = 1) AS everyone
  GROUP BY held
), places AS (
  SELECT held, row_number() OVER (ORDER BY CASE WHEN $by = 'first-month' THEN held END DESC, people DESC, held) AS place FROM sizes
), money AS (
  SELECT customer, day, net, 1 AS bought FROM orders UNION ALL SELECT customer, day, -amount, 0 FROM refunds
), base AS (
  SELECT customer, greatest(sum(net), 0) AS spent FROM money, bounds
  WHERE day >= previous AND day < start AND day <= $as_of GROUP BY customer HAVING max(bought) = 1
), active AS (
  SELECT DISTINCT customer FROM orders, bounds
  WHERE day >= counted_from AND day < counted_to AND day <= $as_of
), counts AS (
  SELECT CASE WHEN held.held IS NULL THEN 'unknown' WHEN place <= 12 THEN held.held ELSE 'other' END AS segment,
    count(*) AS base, count(active.customer) AS kept, count(*) - count(active.customer) AS lost,
    coalesce(sum(spent) FILTER (WHERE active.customer IS NULL), 0) AS lost_revenue
  FROM base JOIN held ON held.customer = base.customer AND held.moment = 'start'
  LEFT JOIN places ON places.held = held.held LEFT JOIN active ON active.customer = base.customer
  GROUP BY 1
)
SELECT segment, base, kept, kept / base AS rate,
  CASE WHEN kept = 0 THEN 0 ELSE (kept / base + 1.9207294103470494 / base
    - 1.959963984540054 * sqrt((kept / base * (1 - kept / base) + 0.9603647051735247 / base) / base)) / (1 + 3.8414588206940987 / base) END AS low,
  CASE WHEN kept = base THEN 1 ELSE (kept / base + 1.9207294103470494 / base
    + 1.959963984540054 * sqrt((kept / base * (1 - kept / base) + 0.9603647051735247 / base) / base)) / (1 + 3.8414588206940987 / base) END AS high,
  lost, lost_revenue, lost / nullif(sum(lost) OVER (), 0) AS share_of_lost
FROM counts
ORDER BY CASE WHEN segment = 'unknown' THEN 2 WHEN segment = 'other' THEN 1 ELSE 0 END,
  CASE WHEN $rank = 'revenue' THEN lost_revenue ELSE lost END DESC, segment`;
