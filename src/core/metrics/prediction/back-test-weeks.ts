import type { Absent, Scalar } from '../../../terms/answer';
import { dayFromIso, isoFromDay, type Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import type { BackTest } from '../../models/back-test/back-test';
import { rowsWhere } from '../../models/back-test/frequency-bins';
import { testSplit, type TestSplit } from '../../models/back-test/test-split';
import { tracking, weekEnd, type TrackedWeek } from '../../models/back-test/tracking';
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

/**
 * Week by week the order-days after the first of the customers known at the cut, and what the model expects of them as of new customers.
 *
 * Weeks are counted from the cut both ways; the first of the file and the last of the test may be shorter. `held-out` marks those after the
 * cut. See `tracking`. No rows where nothing could be tested.
 */
export const backTestWeeks = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'back-test-weeks',
  family: 'prediction',
  unit: 'order-days',
  shape: 'table',
  formula: 'expected(t) = Σ E[X(t − t₀)] over the customers with a first order-day t₀ up to the cut',
  source: TEST_SOURCE,
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    const weeks = 'why' in tested ? [] : tracking(orders, tested.test, tested.model);
    return {
      columns: [
        column('week', 'day'),
        column('to', 'day'),
        column('actual', 'order-days'),
        column('expected', 'number'),
        column('actual-so-far', 'order-days'),
        column('expected-so-far', 'number'),
        column('held-out', 'flag'),
      ],
      rows: weeks.map((w) => [
        isoFromDay(w.from),
        isoFromDay(w.to),
        w.actual,
        w.expected,
        w.actualSoFar,
        w.expectedSoFar,
        w.isHeldOut ? 1 : 0,
      ]),
    };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    const day = dayFromIso(at.row);
    const week = tracking(orders, tested.test, tested.model).find(({ from }) => from === day);
    return week ? figureOf(orders, tested.test, week, at.column) : absent('too-few');
  },
  span: ({ orders }, { asOf }, { holdOutDays }, at) => spanOf(testSplit(orders, asOf, holdOutDays), at),
  vectors: UNTESTED,
});

/** The week itself; of what is added up, all days of the file up to its end. */
function spanOf(split: TestSplit | null, { row, column: name }: CellAddress): { start: Day; end: Day } | null {
  const day = dayFromIso(row);
  if (!split || day === null || day < split.first || day > split.end) return null;
  return { start: name.endsWith('-so-far') ? split.first : day, end: weekEnd(split, day) + 1 };
}

const OF = {
  actual: (week: TrackedWeek) => week.actual,
  expected: (week: TrackedWeek) => week.expected,
  'actual-so-far': (week: TrackedWeek) => week.actualSoFar,
  'expected-so-far': (week: TrackedWeek) => week.expectedSoFar,
};

function figureOf(orders: OrderTable, test: BackTest, week: TrackedWeek, name: string): Scalar | Absent {
  const of = Object.hasOwn(OF, name) ? OF[name as keyof typeof OF] : null;
  if (!of) return absent('too-few');
  const from = name.endsWith('-so-far') ? test.split.first : week.from;
  const who = rowsWhere(test.history.count, (row) => cameBack(orders, test.history.id[row]!, from, week.to));
  return { value: of(week), n: test.history.count, inputs: [counted('came-back-then', customersOf(test, who)), ...testInputs(test)] };
}

/** Whether a customer had an order-day after the first in [from, to]. */
function cameBack({ first, day }: OrderTable, customer: number, from: Day, to: Day): boolean {
  const begin = first[customer]!;
  for (let i = begin + 1; i < first[customer + 1]! && day[i]! <= to; i++) if (day[i]! >= from && day[i]! > day[begin]!) return true;
  return false;
}
