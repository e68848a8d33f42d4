import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { spendSql } from '../value/spend-sql';
import { typedNumber } from '../typed-number';
import { yearlySpend } from '../value/yearly-spend';

/** What is null is taken from the shop's own last 365 days. */
interface Params {
  customers: number | null;
  /** What one customer brings in a year, minor units. */
  yearlyNetMinor: number | null;
  /** Ratio 0 to 1. */
  margin: number | null;
  /** Percentage points by which retention is higher. */
  points: number;
}

/**
 * What it is worth in a year to keep one point more of the customers, minor units of margin.
 *
 * Own numbers: customers who ordered in the 365 days that end with the view, and what they brought in them, on average. It takes those kept
 * for average ones. Absent `needs-margin`, `file-too-short` (an own number is needed and the file holds no full year), `no-customers`.
 * Cost: one pass over orders.
 */
export const pointOfRetentionWorth = defineMetric<Params, ScalarMetric<Params>>({
  id: 'point-of-retention-worth',
  family: 'cost',
  unit: 'money',
  shape: 'scalar',
  formula: 'points / 100 × customers × yearly net per customer × margin',
  source: {
    title: 'Valuing Customers',
    author: 'S. Gupta, D. R. Lehmann, J. A. Stuart',
    year: 2004,
    where: 'Journal of Marketing Research 41 (1), 7–18',
  },
  defaults: { customers: null, yearlyNetMinor: null, margin: null, points: 1 },
  sql: `-- what is NULL of $customers and $yearly_net_minor comes from the 365 days that end with the view
WITH days AS (
  SELECT least(CAST($to AS DATE), CAST($as_of AS DATE) + 1) AS until_day
), ${spendSql('day >= until_day - 365 AND day < until_day', ', days')}, last_year AS (
  SELECT count(*) AS customers, sum(spend) AS net FROM spend
), known AS (
  SELECT min(day) AS first_day FROM orders
), given AS (
  SELECT coalesce(CAST($customers AS DOUBLE), CASE WHEN first_day <= until_day - 365 THEN last_year.customers END) AS customers,
    coalesce(CAST($yearly_net_minor AS DOUBLE), CASE WHEN first_day <= until_day - 365 THEN net / nullif(last_year.customers, 0) END) AS yearly_net
  FROM last_year, known, days
)
SELECT CAST($points AS DOUBLE) / 100 * customers * yearly_net * CAST($margin AS DOUBLE) AS value, customers AS n FROM given`,
  compute({ orders }, view, params) {
    const margin = typedNumber(params.margin, 0, 1);
    if (margin === null) return absent('needs-margin');
    const [customers, yearly] = [typedNumber(params.customers), typedNumber(params.yearlyNetMinor)];
    const own = customers === null || yearly === null ? yearlySpend(orders, view) : null;
    if (!own && (customers === null || yearly === null)) return absent('file-too-short');
    if (own?.who.length === 0) return absent('no-customers');
    const n = customers ?? own!.who.length;
    const net = yearly ?? own!.total / own!.who.length;
    const inputs = [
      customers === null ? counted('customers', own!.who) : measured('customers-typed', customers, 'number'),
      measured('yearly-net', net, 'money'),
      measured('profit-margin', margin, 'ratio'),
      measured('points', params.points / 100, 'ratio'),
    ];
    return { value: (params.points / 100) * n * net * margin, n, inputs, note: 'average-customers' };
  },
  vectors: [
    {
      name: 'one point of 1,000 customers who bring 200 a year at 30 % is 600',
      orders: [],
      view: {},
      params: { customers: 1000, yearlyNetMinor: 20_000, margin: 0.3 },
      expected: 60_000,
    },
    {
      name: 'the own numbers are those of the last 365 days: two customers with 3,000',
      orders: [
        { customer: 'a', day: '2023-01-01', net: 9000 },
        { customer: 'a', day: '2023-06-01', net: 1000 },
        { customer: 'b', day: '2024-01-31', net: 2000 },
      ],
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { margin: 0.5, points: 2 },
      expected: 30,
    },
    {
      name: 'without a margin there is no figure',
      orders: [{ customer: 'a', day: '2024-01-01', net: 100 }],
      view: {},
      expected: null,
    },
    {
      name: 'a file of less than a year does not know what a customer brings in one',
      orders: [
        { customer: 'a', day: '2023-02-01', net: 100 },
        { customer: 'a', day: '2024-01-30', net: 100 },
      ],
      view: {},
      params: { margin: 0.5 },
      expected: null,
    },
  ],
});
