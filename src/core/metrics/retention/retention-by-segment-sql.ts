import { PERIOD_BOUNDS_SQL } from '../period-bounds-sql';
import { heldSql } from './held-sql';

/** The twin of `retention-by-segment`: `$by` is one of core/breakdown/segment-by, `$rank` 'customers' or 'revenue'. */
export const RETENTION_BY_SEGMENT_SQL = `${PERIOD_BOUNDS_SQL}, ${heldSql('bounds', 'end')}, money AS (
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
