/**
 * Expressions of SQL for what core/breakdown/segments says of customers: `held` (per customer and moment, `start` or `end`, the text or word
 * of `$by`, null where it is not known) and `places` (its place by size; those beyond the largest `segments` are others).
 *
 * `ends.until` is the first day after the view.
 * @param bounds  a table whose column `start` is the day of the first moment: what is held before it counts
 * @param sized   the moment at which the size of a segment is looked at
 */
export function heldSql(bounds: string, sized: 'start' | 'end'): string {
  return `ends AS (
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
  SELECT 'start' AS moment, start AS on_day FROM ${bounds} UNION ALL SELECT 'end' AS moment, until AS on_day FROM ends
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
    SELECT held FROM held, ends WHERE moment = '${sized}' AND first_day < until AND held IS NOT NULL AND NOT starts_with($by, 'member-')
    UNION ALL SELECT told AS held FROM described WHERE back = 1) AS everyone
  GROUP BY held
), places AS (
  SELECT held, row_number() OVER (ORDER BY CASE WHEN $by = 'first-month' THEN held END DESC, people DESC, held) AS place FROM sizes
)`;
}
