import type { Absent, Cell, Scalar, Table, TableColumn } from '../../../terms/answer';
import { dayFromYmd, isoFromDay } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { cohortGrid, cohortOf, type CohortGrid } from './cohort-grid';
import { walkCohorts, type CohortLife, type CohortRule } from './cohort-lives';
import { RETENTION_BY_COHORT_SQL } from './cohort-sql';
import { customersWhere } from '../customer-sets';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, countFigure, measured, shareFigure } from '../figure';
import { periodsOf } from '../periods';

interface Params extends CohortRule {
  /** What a cell holds: customers, their orders, what they spent, or that by customer of the cohort. */
  measure: 'customers' | 'orders' | 'net-revenue' | 'value-per-customer';
}

const TEN = [
  ...[...'0123456789'].map((customer) => ({ customer, day: '2024-01-10', net: 100 })),
  ...[...'0123'].map((customer) => ({ customer, day: '2024-02-10', net: 100 })),
  ...[...'014'].map((customer) => ({ customer, day: '2024-03-10', net: 100 })),
  ...[...'025'].map((customer) => ({ customer, day: '2024-04-10', net: 100 })),
];

/**
 * What the customers of each first-order period did in that period and in each one after it.
 *
 * Cohorts are the periods that the view looks at; a customer belongs to the period of the first order in the file, and is followed up to the
 * as-of day, also after the view's end. Columns: cohort, size, complete (the first so many p-columns are over), p0 … pK; a cell not begun is
 * null. p0 is the first period itself, whatever the kind; with kind `bracket` p1 is the only other one. Orders and money follow the kind:
 * `on-or-after` sums them from k on, `cumulative` from the first period to k, `streak` gives what those who never missed a period did in k.
 * An elapsed block is over when the last customer whom the cohort could have had has lived it. The foot holds `weighted-share`, Σ cell / Σ size
 * (for orders and money Σ p0, for value per customer the money itself over Σ size) over complete cells from k = 1, and `weighted-base`, that
 * Σ size. A cohort is followed for 260 periods at most. Cost: one pass over orders; a cell two.
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
  defaults: { measure: 'customers', kind: 'exact', clock: 'calendar', blockDays: 30, bracketFrom: 1, bracketTo: 3 },
  sql: RETENTION_BY_COHORT_SQL,
  compute({ orders }, view, params) {
    const periods = periodsOf(orders, view);
    if (periods.length === 0) return { columns: columnsOf(0, params.measure), rows: [], foot: [] };
    const grid = cohortGrid(orders, view, ruleOf(params));
    const cohorts = periods.map((period) => period.ordinal - grid.days.firstOrdinal);
    const width = cohorts.reduce((most, cohort) => Math.max(most, grid.begun[cohort]!), 0);
    const rows = periods.map((period, i): Cell[] => {
      const cohort = cohorts[i]!;
      const cellAt = (_: unknown, k: number) => (k < grid.begun[cohort]! ? valueAt(grid, cohort, k, params.measure) : null);
      return [isoFromDay(period.start), grid.size[cohort]!, grid.over[cohort]!, ...Array.from({ length: width }, cellAt)];
    });
    return { columns: columnsOf(width, params.measure), rows, foot: footOf(rows, width, params.measure) };
  },
  cell({ orders }, view, params, at) {
    const periods = periodsOf(orders, view);
    const rows = at.row.startsWith('weighted-') ? periods : periods.filter((period) => isoFromDay(period.start) === at.row);
    if (rows.length === 0) return absent('no-customers');
    const grid = cohortGrid(orders, view, ruleOf(params));
    const cohorts = rows.map((period) => period.ordinal - grid.days.firstOrdinal);
    const k = at.column.startsWith('p') ? Number(at.column.slice(1)) : 0;
    if (!cohorts.some((cohort) => k < grid.begun[cohort]!)) return absent('period-not-complete');
    const counting = rows === periods ? cohorts.filter((cohort) => k < grid.over[cohort]!) : cohorts;
    const isCounting = Uint8Array.from(grid.size, (_, cohort) => (counting.includes(cohort) ? 1 : 0));
    const followed = customersWhere(orders, (c) => isCounting[cohortOf(orders, grid.days, c)] === 1);
    if (followed.length === 0) return absent('no-customers');
    if (at.column === 'size') return countFigure('size', followed);
    const active = activeIn(orders, view, grid, { isCounting, k });
    const figure = figureOf(grid, { cohorts: counting, followed, active, k, measure: params.measure });
    if (figure.value === null) return figure;
    if (!counting.every((cohort) => k < grid.over[cohort]!)) return { ...figure, note: 'period-not-over' };
    return params.kind === 'on-or-after' && k > 0 ? { ...figure, note: 'on-or-after-grows' } : figure;
  },
  vectors: [
    {
      name: 'ten customers, exact retention 4, 3 and 3 of 10',
      // The toy cohort of the definition: active in period 1 {0,1,2,3}, in 2 {0,1,4}, in 3 {0,2,5}.
      orders: TEN,
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 4, 30) },
      expected: [['2024-01-01', 10, 4, 10, 4, 3, 3]],
    },
    {
      name: 'in that month or any later one: 6, 5 and 3 of the ten',
      orders: TEN,
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 4, 30) },
      params: { kind: 'on-or-after' },
      expected: [['2024-01-01', 10, 4, 10, 6, 5, 3]],
    },
    {
      name: 'in every month up to then: 4, 2 and 1 of the ten',
      orders: TEN,
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 4, 30) },
      params: { kind: 'streak' },
      expected: [['2024-01-01', 10, 4, 10, 4, 2, 1]],
    },
    {
      name: 'at least once by then: 4, 5 and 6 of the ten',
      orders: TEN,
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 4, 30) },
      params: { kind: 'cumulative' },
      expected: [['2024-01-01', 10, 4, 10, 4, 5, 6]],
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
      // Day 29 is the last of the first block of thirty, day 30 the first of the second; a customer of 31 January has
      // lived two blocks on 30 March.
      name: 'in blocks of 30 days since the first order a cell holds what was spent then',
      orders: [
        { customer: 'a', day: '2024-01-10', net: 100 },
        { customer: 'a', day: '2024-02-08', net: 50 },
        { customer: 'a', day: '2024-02-09', net: 70 },
        { customer: 'b', day: '2024-01-31', net: 30 },
        { customer: 'b', day: '2024-03-29', net: 5 },
      ],
      view: { to: dayFromYmd(2024, 2, 1), asOf: dayFromYmd(2024, 3, 30) },
      params: { measure: 'net-revenue', clock: 'elapsed' },
      expected: [['2024-01-01', 2, 2, 180, 75, 0]],
    },
  ],
});

/** What a rule says, with a bracket that has an end. */
function ruleOf({ kind, clock, blockDays, bracketFrom, bracketTo }: Params): CohortRule {
  const from = Math.max(1, Math.floor(bracketFrom));
  return {
    kind,
    clock,
    blockDays: Math.max(1, Math.floor(blockDays)),
    bracketFrom: from,
    bracketTo: Math.max(from, Math.floor(bracketTo)),
  };
}

function valueAt(grid: CohortGrid, cohort: number, k: number, measure: Params['measure']): number {
  const at = cohort * grid.width + k;
  if (measure === 'customers') return grid.active[at]!;
  if (measure === 'orders') return grid.orders[at]!;
  if (measure === 'net-revenue') return grid.netMinor[at]!;
  return grid.size[cohort]! > 0 ? grid.netMinor[at]! / grid.size[cohort]! : 0;
}

function columnsOf(width: number, measure: Params['measure']): TableColumn[] {
  const unit = measure === 'customers' || measure === 'orders' ? measure : 'money';
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
  const sum = (from: Cell[][], value: (row: Cell[]) => number) => from.reduce((total, row) => total + value(row), 0);
  const sizeOf = (row: Cell[]) => number(row, 1);
  const isEach = measure === 'value-per-customer';
  const over = rows.filter((row) => number(row, 2) > 0);
  const share: Cell[] = ['weighted-share', sum(over, sizeOf), null];
  const base: Cell[] = ['weighted-base', null, null];
  for (let k = 0; k < width; k++) {
    const complete = k === 0 ? [] : rows.filter((row) => k < number(row, 2));
    const whole = sum(complete, measure === 'customers' || isEach ? sizeOf : (row) => number(row, 3));
    const part = sum(complete, (row) => number(row, 3 + k) * (isEach ? sizeOf(row) : 1));
    share.push(whole > 0 ? part / whole : null);
    base.push(sum(complete, sizeOf) || null);
  }
  return [share, base];
}

/** Customers of the counting cohorts who meet the rule in cell k. Cost: one pass over orders. */
function activeIn(orders: OrderTable, view: View, grid: CohortGrid, { isCounting, k }: { isCounting: Uint8Array; k: number }): Uint32Array {
  const who: number[] = [];
  walkCohorts(orders, view, grid, (life) => {
    if (isCounting[life.cohort] && isActive(life, grid.rule.kind, k)) who.push(life.customer);
  });
  return Uint32Array.from(who);
}

function isActive(life: CohortLife, kind: CohortRule['kind'], k: number): boolean {
  if (k === 0) return true;
  if (kind === 'on-or-after') return life.last >= k;
  if (kind === 'streak') return life.streak >= k;
  if (kind === 'cumulative') return life.second > 0 && life.second <= k;
  if (kind === 'bracket') return life.isInBracket;
  for (let i = 0; i < life.periods; i++) if (life.k[i] === k && life.orders[i]! > 0) return true;
  return false;
}

interface CellQuestion {
  cohorts: number[];
  /** Customers of these cohorts, and those of them who meet the rule in the cell. */
  followed: Uint32Array;
  active: Uint32Array;
  k: number;
  measure: Params['measure'];
}

/** The cell as a figure: a share of customers, orders or money over those of the first period, or money per customer. */
function figureOf(grid: CohortGrid, { cohorts, followed, active, k, measure }: CellQuestion): Scalar | Absent {
  const [who, size] = [counted('active', active), counted('size', followed)];
  if (measure === 'customers') return shareFigure(who, size);
  const total = (cells: Float64Array, at: number) => cohorts.reduce((sum, cohort) => sum + cells[cohort * grid.width + at]!, 0);
  const spent = measured('net-revenue', total(grid.netMinor, k), 'money');
  if (measure === 'value-per-customer') return { value: spent.value / followed.length, n: followed.length, inputs: [spent, size, who] };
  if (measure === 'orders') {
    const inputs = [measured('first-orders', total(grid.orders, 0), 'orders'), measured('orders', total(grid.orders, k), 'orders')];
    return { value: inputs[1]!.value / inputs[0]!.value, n: followed.length, inputs: [...inputs, size, who] };
  }
  const start = total(grid.netMinor, 0);
  if (start <= 0) return absent('no-orders');
  return { value: spent.value / start, n: followed.length, inputs: [measured('first-revenue', start, 'money'), spent, size, who] };
}
