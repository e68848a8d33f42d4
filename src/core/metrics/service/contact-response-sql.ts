const rate = (event: string): string =>
  `CASE WHEN count(${event}) > 0 THEN count(*) FILTER (${event}) END AS ${event},
  CASE WHEN count(${event}) > 0 THEN count(*) FILTER (${event}) / count(*) END AS ${event}_rate`;

/** The twin of `contact-response`. */
export const CONTACT_RESPONSE_SQL = `-- $arm is 'sent' or 'held-out'
WITH pairs AS (
  SELECT person, coalesce(campaign, '') AS campaign, coalesce(bool_or(arm = 'control'), false) AS held_out,
    min(CASE WHEN day >= $from AND day < $to AND day <= $as_of THEN day END) AS day, count(day) AS dated,
    bool_or(coalesce(delivered, NOT bounced)) AS delivered, bool_or(opened) AS opened, bool_or(clicked) AS clicked,
    bool_or(converted) AS converted
  FROM contacts WHERE person IS NOT NULL AND (day IS NULL OR day <= $as_of) GROUP BY person, coalesce(campaign, '')
), chosen AS (
  SELECT * FROM pairs WHERE day IS NOT NULL OR dated = 0
), said AS (
  SELECT campaign, count(converted) = 0 AND (count(day) > 0 OR (SELECT count(converted) FROM contacts) = 0) AS by_orders FROM chosen GROUP BY campaign
), bought AS (
  SELECT DISTINCT person, campaign FROM chosen
  JOIN orders ON customer = person AND orders.day >= chosen.day AND orders.day <= chosen.day + CAST($within_days AS INTEGER)
), told AS (
  SELECT chosen.campaign, delivered, opened, clicked, by_orders,
    CASE WHEN by_orders THEN chosen.day IS NOT NULL AND chosen.day + CAST($within_days AS INTEGER) <= $as_of ELSE true END AS followed,
    CASE WHEN by_orders THEN bought.person IS NOT NULL ELSE coalesce(converted, false) END AS converted
  FROM chosen JOIN said ON said.campaign = chosen.campaign
  LEFT JOIN bought ON bought.person = chosen.person AND bought.campaign = chosen.campaign
  WHERE held_out = ($arm = 'held-out')
)
SELECT campaign, count(*) AS sent, ${rate('delivered')}, ${rate('opened')}, ${rate('clicked')},
  CASE WHEN count(*) FILTER (followed) > 0 THEN count(*) FILTER (followed AND converted) END AS converted,
  count(*) FILTER (followed) AS followed,
  count(*) FILTER (followed AND converted) / nullif(count(*) FILTER (followed), 0) AS converted_rate,
  by_orders
FROM told GROUP BY campaign, by_orders ORDER BY campaign`;
