import type { Absent, Cell, Scalar, Table, TableColumn } from '../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../terms/day';
import type { OrderTable } from '../columns/order-table';
import { cohortGrid, cohortOf, type CohortGrid } from './cohort-grid';
import { customersWhere } from './customer-sets';
import { defineMetric, type TableMetric } from './define';
import { absent, counted, countFigure, measured, shareFigure } from './figure';
import { periodsOf } from './periods';

interface Params {
  /** What a cell holds: customers who bought, or what they spent. */
  measure: 'customers' | 'net-revenue';
  /** `exact`: bought in that very period. */
  kind: 'exact';
}

/**
 * What the customers of each first-order period did in that period and in each one after it.
 *
 * Cohorts are the periods that the view looks at; a customer belongs to the period of the first order in the file, and is followed up to the
 * as-of day, also after the view's end. Columns: cohort, size, complete (the first so many p-columns are over), p0 … pK; a cell not begun is
 * null. The foot holds `weighted-share`, Σ cell / Σ size (for money Σ p0) over complete cells from k = 1, and `weighted-base`, that Σ size.
 * A cohort is followed for 260 periods at most. Cost: one pass over orders; a cell two.
 */
export const retentionByCohort = defineMetric<Params, TableMetric<Params>>({
  id: 'retention-by-cohort',
  family: 'retention',
  unit: 'ratio',
  shape: 'table',
  formula:
    '|{c ∈ C : c bought in period k after the first}| / |C|; C = first order in the period; foot: Σ bought / Σ |C| over complete cells',
  source: {
    title: 'Cohort Analysis',
    author: 'Peel Insights',
    year: 2026,
    where: 'https://www.peelinsights.com/ecommerce-analytics/cohort-analysis (undated, read in 2026)',
  },
  defaults: { measure: 'customers', kind: 'exact' },
  sql: `-- one row per cell: cohort, size, complete, k, cell; $measure is 'customers' or 'net-revenue'
WITH step AS (
  SELECT CASE $grain WHEN 'week' THEN INTERVAL 7 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END AS step
), known AS (
  SELECT customer, net, CAST(date_trunc($grain, day) AS DATE) AS period,
    CAST(date_trunc($grain, min(day) OVER (PARTITION BY customer)) AS DATE) AS cohort
  FROM orders WHERE day <= $as_of
), cohorts AS (
  SELECT CAST(unnest(generate_series(
    CAST(date_trunc($grain, greatest(CAST($from AS DATE), first_day)) AS TIMESTAMP),
    CAST(least(CAST($to AS DATE) - 1, CAST($as_of AS DATE)) AS TIMESTAMP), step)) AS DATE) AS cohort
  FROM (SELECT min(day) AS first_day FROM orders WHERE day <= $as_of), step WHERE first_day IS NOT NULL
    AND greatest(CAST($from AS DATE), first_day) <= least(CAST($to AS DATE) - 1, CAST($as_of AS DATE))
), sizes AS (
  SELECT cohort, count(DISTINCT customer) AS size FROM known GROUP BY cohort
), cells AS (
  SELECT cohort, k, CAST(cohort + k * step AS DATE) AS period, CAST(cohort + (k + 1) * step AS DATE) <= CAST($as_of AS DATE) + 1 AS is_over
  FROM cohorts, step, generate_series(0, 260) AS ks(k) WHERE cohort + k * step <= $as_of
), bought AS (
  SELECT cohort, period, count(DISTINCT customer) AS customers, sum(net) AS net_revenue FROM known GROUP BY cohort, period
)
SELECT cells.cohort, coalesce(size, 0) AS size, count(*) FILTER (is_over) OVER (PARTITION BY cells.cohort) AS complete, k,
  coalesce(CASE WHEN $measure = 'customers' THEN customers ELSE net_revenue END, 0) AS cell
FROM cells LEFT JOIN sizes ON sizes.cohort = cells.cohort
LEFT JOIN bought ON bought.cohort = cells.cohort AND bought.period = cells.period
ORDER BY cells.cohort, k`,
  compute({ orders }, view, { measure }) {
    const periods = periodsOf(orders, view);
    if (periods.length === 0) return { columns: columnsOf(0, measure), rows: [], foot: [] };
    const grid = cohortGrid(orders, view);
    const cohorts = periods.map((period) => period.ordinal - grid.days.firstOrdinal);
    const width = Math.min(grid.width, grid.lastBegun - cohorts[0]! + 1);
    const cells = measure === 'net-revenue' ? grid.netMinor : grid.active;
    const rows = periods.map((period, i): Cell[] => {
      const cohort = cohorts[i]!;
      const cellAt = (_: unknown, k: number) => (cohort + k <= grid.lastBegun ? cells[cohort * grid.width + k]! : null);
      return [isoFromDay(period.start), grid.size[cohort]!, completeCells(grid, cohort, width), ...Array.from({ length: width }, cellAt)];
    });
    return { columns: columnsOf(width, measure), rows, foot: footOf(rows, width, measure) };
  },
  cell({ orders }, view, { measure }, at) {
    const periods = periodsOf(orders, view);
    const rows = at.row.startsWith('weighted-') ? periods : periods.filter((period) => isoFromDay(period.start) === at.row);
    if (rows.length === 0) return absent('no-customers');
    const grid = cohortGrid(orders, view);
    const cohorts = rows.map((period) => period.ordinal - grid.days.firstOrdinal);
    const k = at.column.startsWith('p') ? Number(at.column.slice(1)) : 0;
    if (!(k < grid.width && cohorts[0]! + k <= grid.lastBegun)) return absent('period-not-complete');
    const counting = rows === periods ? cohorts.filter((cohort) => cohort + k <= grid.lastComplete) : cohorts;
    const isCounting = Uint8Array.from(grid.size, (_, cohort) => (counting.includes(cohort) ? 1 : 0));
    const followed = customersWhere(orders, (c) => isCounting[cohortOf(orders, grid.days, c)] === 1);
    if (followed.length === 0) return absent('no-customers');
    if (at.column === 'size') return countFigure('size', followed);
    const figure = shareOf(orders, grid, { cohorts: counting, followed, k, measure });
    const over = counting.every((cohort) => cohort + k <= grid.lastComplete);
    return figure.value === null || over ? figure : { ...figure, note: 'period-not-over' };
  },
  vectors: [
    {
      name: 'ten customers, exact retention 4, 3 and 3 of 10',
      // The toy cohort of the definition: active in period 1 {0,1,2,3}, in 2 {0,1,4}, in 3 {0,2,5}.
      orders: [
        ...[...'0123456789'].map((customer) => ({ customer, day: '2024-01-10', net: 100 })),
        ...[...'0123'].map((customer) => ({ customer, day: '2024-02-10', net: 100 })),
        ...[...'014'].map((customer) => ({ customer, day: '2024-03-10', net: 100 })),
        ...[...'025'].map((customer) => ({ customer, day: '2024-04-10', net: 100 })),
      ],
      view: { asOf: dayFromYmd(2024, 4, 30) },
      expected: [
        ['2024-01-01', 10, 4, 10, 4, 3, 3],
        ['2024-02-01', 0, 3, 0, 0, 0, null],
        ['2024-03-01', 0, 2, 0, 0, null, null],
        ['2024-04-01', 0, 1, 0, null, null, null],
      ],
    },
    {
      name: 'a cell that is not over is there and is not counted as complete',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'b', day: '2024-01-10', net: 100 },
        { customer: 'c', day: '2024-02-01', net: 100 },
        { customer: 'a', day: '2024-03-05', net: 100 },
      ],
      view: {},
      expected: [
        ['2024-01-01', 2, 2, 2, 0, 1],
        ['2024-02-01', 1, 1, 1, 0, null],
        ['2024-03-01', 0, 0, 0, null, null],
      ],
    },
    {
      name: 'with money a cell holds what the cohort spent in that period',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'a', day: '2024-01-20', net: 50 },
        { customer: 'b', day: '2024-01-10', net: 30 },
        { customer: 'a', day: '2024-02-29', net: 70 },
      ],
      view: {},
      params: { measure: 'net-revenue' },
      expected: [
        ['2024-01-01', 2, 2, 180, 70],
        ['2024-02-01', 0, 1, 0, null],
      ],
    },
    {
      name: 'the first order is the first of the file, not of the view',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'a', day: '2024-02-10', net: 100 },
        { customer: 'b', day: '2024-02-10', net: 100 },
      ],
      view: { from: dayFromYmd(2024, 2, 1) },
      expected: [['2024-02-01', 1, 0, 1]],
    },
    {
      name: 'quarters: December and January lie in neighbouring periods',
      orders: [
        { customer: 'a', day: '2023-12-31', net: 100 },
        { customer: 'a', day: '2024-01-01', net: 100 },
      ],
      view: { grain: 'quarter' },
      expected: [
        ['2023-10-01', 1, 1, 1, 1],
        ['2024-01-01', 0, 0, 0, null],
      ],
    },
  ],
});

/** How many cells of a row, from p0 on, are over. */
function completeCells(grid: CohortGrid, cohort: number, width: number): number {
  return Math.max(0, Math.min(width, grid.lastComplete - cohort + 1));
}

function columnsOf(width: number, measure: Params['measure']): TableColumn[] {
  const unit = measure === 'net-revenue' ? 'money' : 'customers';
  return [
    { key: 'cohort', unit: 'period' },
    { key: 'size', unit: 'customers' },
    { key: 'complete', unit: 'periods' },
    ...Array.from({ length: width }, (_, k): TableColumn => ({ key: `p${k}`, unit })),
  ];
}

/** The weighted rows over complete cells; null where no cohort has one, and at k = 0, which is everybody. */
function footOf(rows: Cell[][], width: number, measure: Params['measure']): NonNullable<Table['foot']> {
  const number = (row: Cell[], column: number) => row[column] as number;
  const sum = (from: Cell[][], column: number) => from.reduce((total, row) => total + number(row, column), 0);
  const share: Cell[] = [
    'weighted-share',
    sum(
      rows.filter((row) => number(row, 2) > 0),
      1,
    ),
    null,
  ];
  const base: Cell[] = ['weighted-base', null, null];
  for (let k = 0; k < width; k++) {
    const complete = k === 0 ? [] : rows.filter((row) => k < number(row, 2));
    const whole = sum(complete, measure === 'net-revenue' ? 3 : 1);
    share.push(whole > 0 ? sum(complete, 3 + k) / whole : null);
    base.push(sum(complete, 1) || null);
  }
  return [share, base];
}

interface CellQuestion {
  cohorts: number[];
  /** Customers of these cohorts. */
  followed: Uint32Array;
  k: number;
  measure: Params['measure'];
}

function shareOf(orders: OrderTable, grid: CohortGrid, { cohorts, followed, k, measure }: CellQuestion): Scalar | Absent {
  const active = counted(
    'active',
    followed.filter((c) => boughtIn(orders, grid, c, k)),
  );
  const size = counted('size', followed);
  if (measure === 'customers') return shareFigure(active, size);
  const spent = (at: number) => cohorts.reduce((sum, cohort) => sum + grid.netMinor[cohort * grid.width + at]!, 0);
  const [start, now] = [spent(0), spent(k)];
  if (start <= 0) return absent('no-orders');
  const inputs = [measured('first-revenue', start, 'money'), measured('net-revenue', now, 'money'), size, active];
  return { value: now / start, n: followed.length, inputs };
}

function boughtIn({ first, day }: OrderTable, { days }: CohortGrid, c: number, k: number): boolean {
  const start = first[c]!;
  const wanted = days.index[day[start]! - days.base]! + k;
  for (let i = start; i < first[c + 1]!; i++) if (days.index[day[i]! - days.base] === wanted) return true;
  return false;
}
