import { GROWN_BY_BUYING } from './grown-by-buying';
import { heldSql } from './held-sql';

/** z of a two-sided 95 % interval. */
const Z = '1.959963984540054';

/** The lives that survival is read from: segment, days, whether ended. `$until` is `second-order` or `silence`. */
const LIVES_SQL = `-- $until: second-order or silence; $lapse_days: the silence that counts
WITH file AS (
  SELECT min(day) AS start FROM orders
), ${heldSql('file', 'start')}, order_days AS (
  SELECT DISTINCT customer, day FROM orders WHERE day <= $as_of
), steps AS (
  SELECT customer, day, min(day) OVER (PARTITION BY customer) AS first_day, lead(day) OVER (PARTITION BY customer ORDER BY day) AS next_day
  FROM order_days
), stops AS (
  SELECT customer, first_day, min(CASE WHEN $until = 'second-order' THEN next_day
    WHEN coalesce(next_day, CAST($as_of AS DATE) + 1) > day + CAST($lapse_days AS INTEGER) THEN day + CAST($lapse_days AS INTEGER) END) AS stop
  FROM steps GROUP BY customer, first_day
), lives AS (
  SELECT CASE WHEN held.held IS NULL THEN 'unknown' WHEN place <= 6 THEN held.held ELSE 'other' END AS segment,
    coalesce(stop, CAST($as_of AS DATE)) - stops.first_day AS days, stop IS NOT NULL AS ended
  FROM stops JOIN held ON held.customer = stops.customer AND held.moment = 'start' LEFT JOIN places ON places.held = held.held CROSS JOIN ends
  WHERE stops.first_day >= $from AND stops.first_day < until AND $by NOT IN (${GROWN_BY_BUYING.map((by) => `'${by}'`).join(', ')})
)`;

/** S and Greenwood's sum after each length, with how many lasted so long. */
const CURVES_SQL = `lengths AS (
  SELECT segment, days, count(*) FILTER (WHERE ended) AS ended, count(*) AS gone FROM lives GROUP BY segment, days
), risks AS (
  SELECT segment, days, ended, gone, sum(gone) OVER (PARTITION BY segment ORDER BY days DESC) AS still FROM lengths
), curves AS (
  SELECT segment, days, ended, gone, still, product((still - ended) / still) OVER (PARTITION BY segment ORDER BY days) AS s,
    sum(CASE WHEN ended < still THEN ended / (still * (still - ended)) END) OVER (PARTITION BY segment ORDER BY days) AS v
  FROM risks
)`;

const REACH = `CASE WHEN s > 0 AND s < 1 THEN exp(${Z} * sqrt(v) / ln(s)) END AS reach`;
/** The share that is told, and its ends: of those who ordered again, or of those who stayed. */
const SHARE = `CASE WHEN $until = 'second-order' THEN 1 - s ELSE s END`;
const LOW = `CASE WHEN $until = 'second-order' THEN 1 - power(s, reach) ELSE power(s, 1 / reach) END`;
const HIGH = `CASE WHEN $until = 'second-order' THEN 1 - power(s, 1 / reach) ELSE power(s, reach) END`;

/** The twin of `survival-by-segment` for the days at which it tells the share. */
export function survivalBySegmentSql(days: readonly number[]): string {
  const of = (day: number) =>
    ['share', 'low', 'high', 'at_risk'].map((column) => `max(${column}) FILTER (WHERE mark = ${day}) AS ${column}_${day}`).join(', ');
  return `${LIVES_SQL}, ${CURVES_SQL}, whole AS (
  SELECT segment, count(*) AS customers, count(*) FILTER (WHERE ended) AS ended, max(days) AS longest FROM lives GROUP BY segment
), reaches AS (
  SELECT segment, days, s, ${REACH} FROM curves
), halves AS (
  SELECT segment, min(days) FILTER (WHERE s <= 0.5 + 1e-12) AS median,
    min(days) FILTER (WHERE CASE WHEN reach IS NULL THEN s ELSE power(s, 1 / reach) END <= 0.5) AS median_low,
    min(days) FILTER (WHERE CASE WHEN reach IS NULL THEN 1 ELSE power(s, reach) END <= 0.5) AS median_high
  FROM reaches GROUP BY segment
), marks AS (
  ${days.map((day) => `SELECT ${day} AS mark`).join(' UNION ALL ')}
), on_days AS (
  SELECT segment, mark, coalesce(min(s) FILTER (WHERE days <= mark), 1) AS s, coalesce(max(v) FILTER (WHERE days <= mark), 0) AS v,
    coalesce(max(still) FILTER (WHERE days >= mark), 0) AS at_risk
  FROM curves CROSS JOIN marks GROUP BY segment, mark
), known_days AS (
  SELECT on_days.segment, mark, CASE WHEN longest >= mark OR s = 0 THEN s END AS s, v, at_risk
  FROM on_days JOIN whole ON whole.segment = on_days.segment
), ranges AS (
  SELECT segment, mark, at_risk, s, ${REACH} FROM known_days
), told AS (
  SELECT segment, mark, at_risk, ${SHARE} AS share, ${LOW} AS low, ${HIGH} AS high FROM ranges
), wide AS (
  SELECT segment, ${days.map(of).join(',\n    ')}
  FROM told GROUP BY segment
)
SELECT whole.segment, customers, ended, median, CASE WHEN median_high IS NOT NULL THEN median_low END AS median_low, median_high,
  ${days.map((day) => `share_${day}, low_${day}, high_${day}, at_risk_${day}`).join(', ')}
FROM whole JOIN halves ON halves.segment = whole.segment JOIN wide ON wide.segment = whole.segment
ORDER BY CASE WHEN whole.segment = 'unknown' THEN 2 WHEN whole.segment = 'other' THEN 1 ELSE 0 END, customers DESC, whole.segment`;
}

/** The twin of `survival-curve`. `$segment` is one of the table's, or `total`. */
export const SURVIVAL_CURVE_SQL = `${LIVES_SQL.replace(
  'SELECT CASE WHEN held.held',
  "SELECT CASE WHEN $segment = 'total' THEN 'total' WHEN held.held",
)}, ${CURVES_SQL}, reaches AS (
  SELECT days, still, ended, gone, s, ${REACH} FROM curves WHERE segment = $segment
)
SELECT days, still AS at_risk, ended, gone - ended AS open, ${SHARE} AS share, ${LOW} AS low, ${HIGH} AS high FROM reaches ORDER BY days`;
