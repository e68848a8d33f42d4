import type { Cell, Scalar } from '../../../terms/answer';
import { dayFromYmd } from '../../../terms/day';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';
import { spendByCustomer } from './spend-by-customer';
import { spendSql } from './spend-sql';
import { bandMembers, bandRevenue, leastSpend, rankedSpend, valueBands, type RankedSpend, type ValueBand } from './value-bands';

interface Params {
  /** Share of sales, in percent, that the customers of band a bring together, and those of band b after them. */
  aPercent: number;
  bPercent: number;
}

/**
 * How sales are spread over the customers of the view: what the best 1, 5, 10, 20 and 50 %, each tenth, and the bands a, b and c bring.
 *
 * Rows by name of the band; `revenue-share` is null, and a, b and c are missing, where all together bring nothing or less. Sums are of
 * customers with an order in the view, less refunds paid to them in it. No rows without orders. Cost: one pass over orders and a sort of customers.
 */
export const valueConcentration = defineMetric<Params, TableMetric<Params>>({
  id: 'value-concentration',
  family: 'value',
  unit: 'ratio',
  shape: 'table',
  fraction: ['net-revenue', 'total-revenue'],
  formula: 'Σ net of the ⌈n·p⌉ customers with the most net / Σ net of all n',
  source: {
    title: 'Methods of Measuring the Concentration of Wealth',
    author: 'M. O. Lorenz',
    year: 1905,
    where: 'Publications of the American Statistical Association 9 (70), 209–219',
  },
  defaults: { aPercent: 80, bPercent: 15 },
  sql: `WITH ${spendSql('day >= $from AND day < $to AND day <= $as_of')}, ranked AS (
  SELECT spend, row_number() OVER (ORDER BY spend DESC, customer) - 1 AS before_it, count(*) OVER () AS n, sum(spend) OVER () AS total,
    sum(spend) OVER (ORDER BY spend DESC, customer ROWS UNBOUNDED PRECEDING) - spend AS spent_before
  FROM spend
), tops AS (
  SELECT 1 AS percent UNION ALL SELECT 5 UNION ALL SELECT 10 UNION ALL SELECT 20 UNION ALL SELECT 50 UNION ALL SELECT 100
), members AS (
  SELECT CASE WHEN percent = 100 THEN 'all' ELSE concat('top-', percent) END AS band, percent AS place, spend, total
  FROM ranked JOIN tops ON n * percent >= 100 AND before_it * 100 < n * percent
  UNION ALL
  SELECT concat('tenth-', CAST(floor(before_it * 10 / n) AS INTEGER) + 1), 101 + CAST(floor(before_it * 10 / n) AS INTEGER), spend, total
  FROM ranked WHERE n >= 10
  UNION ALL
  SELECT CASE WHEN spent_before * 100 < $a_percent * total THEN 'a' WHEN spent_before * 100 < ($a_percent + $b_percent) * total THEN 'b' ELSE 'c' END,
    CASE WHEN spent_before * 100 < $a_percent * total THEN 201 WHEN spent_before * 100 < ($a_percent + $b_percent) * total THEN 202 ELSE 203 END,
    spend, total
  FROM ranked WHERE total > 0
)
SELECT band, count(*) AS customers, sum(spend) AS net_revenue, CASE WHEN max(total) > 0 THEN sum(spend) / max(total) END AS revenue_share,
  avg(spend) AS spend_per_customer, min(spend) AS least_spend
FROM members GROUP BY band, place ORDER BY place`,
  compute({ orders }, view, params) {
    const ranked = rankedSpend(spendByCustomer(orders, view.from, horizon(view)));
    const rows = valueBands(ranked, params.aPercent, params.bPercent).map((band) => rowOf(ranked, band));
    return {
      columns: [
        { key: 'band', unit: 'text' },
        { key: 'customers', unit: 'customers' },
        { key: 'net-revenue', unit: 'money' },
        { key: 'revenue-share', unit: 'ratio' },
        { key: 'spend-per-customer', unit: 'money' },
        { key: 'least-spend', unit: 'money' },
      ],
      rows,
    };
  },
  cell({ orders }, view, params, at) {
    const ranked = rankedSpend(spendByCustomer(orders, view.from, horizon(view)));
    if (ranked.who.length === 0) return absent('no-orders');
    const band = valueBands(ranked, params.aPercent, params.bPercent).find(({ name }) => name === at.row);
    if (!band) return absent('too-few');
    return bandFigure(ranked, band, at.column);
  },
  vectors: [
    {
      name: 'of ten customers the first brings 100 of 145: a tenth of the customers, 69 % of the sales',
      orders: [
        { customer: 'j', day: '2024-01-10', net: 60 },
        { customer: 'a', day: '2024-01-01', net: 1 },
        { customer: 'b', day: '2024-01-02', net: 2 },
        { customer: 'c', day: '2024-01-03', net: 3 },
        { customer: 'd', day: '2024-01-04', net: 4 },
        { customer: 'e', day: '2024-01-05', net: 5 },
        { customer: 'f', day: '2024-01-06', net: 6 },
        { customer: 'g', day: '2024-01-07', net: 7 },
        { customer: 'h', day: '2024-01-08', net: 8 },
        { customer: 'i', day: '2024-01-09', net: 9 },
        { customer: 'j', day: '2024-01-11', net: 40 },
      ],
      view: {},
      expected: [
        ['top-10', 1, 100, 100 / 145, 100, 100],
        ['top-20', 2, 109, 109 / 145, 54.5, 9],
        ['top-50', 5, 130, 130 / 145, 26, 6],
        ['all', 10, 145, 1, 14.5, 1],
        ['tenth-1', 1, 100, 100 / 145, 100, 100],
        ['tenth-2', 1, 9, 9 / 145, 9, 9],
        ['tenth-3', 1, 8, 8 / 145, 8, 8],
        ['tenth-4', 1, 7, 7 / 145, 7, 7],
        ['tenth-5', 1, 6, 6 / 145, 6, 6],
        ['tenth-6', 1, 5, 5 / 145, 5, 5],
        ['tenth-7', 1, 4, 4 / 145, 4, 4],
        ['tenth-8', 1, 3, 3 / 145, 3, 3],
        ['tenth-9', 1, 2, 2 / 145, 2, 2],
        ['tenth-10', 1, 1, 1 / 145, 1, 1],
        ['a', 3, 117, 117 / 145, 39, 8],
        ['b', 4, 22, 22 / 145, 5.5, 4],
        ['c', 3, 6, 6 / 145, 2, 1],
      ],
    },
    {
      name: 'who crosses a limit is still within it: 70, 20 and 10 of 100 are a, a and b',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 70 },
        { customer: 'b', day: '2024-01-02', net: 20 },
        { customer: 'c', day: '2024-01-03', net: 10 },
        { customer: 'c', day: '2024-02-01', net: 900 },
      ],
      view: { to: dayFromYmd(2024, 2, 1) },
      expected: [
        ['top-50', 2, 90, 0.9, 45, 20],
        ['all', 3, 100, 1, 100 / 3, 10],
        ['a', 2, 90, 0.9, 45, 20],
        ['b', 1, 10, 0.1, 10, 10],
      ],
    },
    { name: 'without orders there are no bands', orders: [], view: {}, expected: [] },
  ],
});

function rowOf(ranked: RankedSpend, band: ValueBand): Cell[] {
  const size = band.to - band.from;
  const revenue = bandRevenue(ranked, band);
  return [band.name, size, revenue, ranked.total > 0 ? revenue / ranked.total : null, revenue / size, leastSpend(ranked, band)];
}

function bandFigure(ranked: RankedSpend, band: ValueBand, column: string): Scalar | ReturnType<typeof absent> {
  const customers = counted('customers', bandMembers(ranked, band));
  const revenue = measured('net-revenue', bandRevenue(ranked, band), 'money');
  const n = customers.value;
  if (column === 'customers') return { value: n, n, inputs: [customers] };
  if (column === 'net-revenue') return { value: revenue.value, n, inputs: [revenue, customers] };
  if (column === 'spend-per-customer') return { value: revenue.value / n, n, inputs: [revenue, customers] };
  if (column === 'least-spend') {
    const least = leastSpend(ranked, band);
    return { value: least, n, inputs: [measured('least-spend', least, 'money'), customers] };
  }
  if (!(ranked.total > 0)) return absent('no-orders');
  const total = measured('total-revenue', ranked.total, 'money');
  return { value: revenue.value / ranked.total, n, inputs: [revenue, total, customers] };
}
