import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { dayFromIso, isoFromDay, periodOf, periodStart, type Calendar } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import type { BackTest } from '../../models/back-test/back-test';
import { rowsWhere } from '../../models/back-test/frequency-bins';
import { DAYS_OF_YEAR, heldOutMonths, type HeldOutMonth } from '../../models/back-test/held-out-months';
import { defineMetric, type CellAddress, type TableMetric } from '../define';
import { absent, counted } from '../figure';
import {
  column,
  customersOf,
  TEST_DEFAULTS,
  TEST_SOURCE,
  TEST_SQL,
  testedModel,
  testInputs,
  UNTESTED,
  type TestParams,
} from './tested-model';
import { testSpan, type Span } from './test-span';

const COLUMNS = [
  column('month', 'period'),
  column('days', 'days'),
  column('actual', 'order-days'),
  column('expected', 'number'),
  column('times-expected', 'times'),
  column('year-before', 'order-days'),
];

/**
 * By calendar month of the part held back: the order-days of the customers known at the cut, what the model expected of them, and how many
 * times that came.
 *
 * `days` is less than the month has where only a part of it was held back. `year-before` counts the order-days of all customers in the same
 * days a year earlier; null where the file does not reach back so far. No rows where nothing could be tested.
 */
export const backTestByMonth = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'back-test-by-month',
  family: 'prediction',
  unit: 'times',
  shape: 'table',
  formula: 'Σ y in the month / (Σ E[Y(h₂) | x, tₓ, T] − Σ E[Y(h₁) | x, tₓ, T]); h₁, h₂ = days from the cut to its beginning and end',
  source: TEST_SOURCE,
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    const months = 'why' in tested ? [] : heldOutMonths(orders, tested.test, tested.model, view.calendar);
    return { columns: COLUMNS, rows: months.map(rowOf) };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    const months = heldOutMonths(orders, tested.test, tested.model, view.calendar);
    const month = months.find((one) => isoFromDay(one.month) === at.row);
    return month ? figureOf(orders, tested.test, month, at.column) : absent('too-few');
  },
  span: ({ orders }, view, params, at) => spanOf(testSpan(orders, view, params, 'held-out'), at, view.calendar),
  vectors: UNTESTED,
});

/** The days of a month that were held back; those a year earlier for the column that counts these. */
function spanOf(held: Span | null, { row, column: name }: CellAddress, calendar: Calendar): Span | null {
  const month = dayFromIso(row);
  if (!held || month === null) return null;
  const start = Math.max(held.start, month);
  const end = Math.min(held.end, periodStart(periodOf(month, 'month', calendar) + 1, 'month', calendar));
  const back = name === 'year-before' ? DAYS_OF_YEAR : 0;
  return start < end ? { start: start - back, end: end - back } : null;
}

function rowOf({ month, from, to, actual, expected, yearBefore }: HeldOutMonth): Cell[] {
  return [isoFromDay(month), to - from + 1, actual, expected, expected > 0 ? actual / expected : null, yearBefore];
}

function figureOf({ first, day }: OrderTable, test: BackTest, month: HeldOutMonth, name: string): Scalar | Absent {
  const value = rowOf(month)[COLUMNS.findIndex(({ key }) => key === name)];
  if (typeof value !== 'number') return absent('too-few');
  const who = rowsWhere(test.history.count, (row) => {
    const c = test.history.id[row]!;
    for (let i = first[c]!; i < first[c + 1]! && day[i]! <= month.to; i++) if (day[i]! >= month.from) return true;
    return false;
  });
  return { value, n: test.history.count, inputs: [counted('ordered-then', customersOf(test, who)), ...testInputs(test)] };
}
