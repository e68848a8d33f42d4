import type { Absent, Input, TableColumn } from '../../../terms/answer';
import { DEFAULT_PREDICTION, LIFETIME_MODELS, type LifetimeModelId } from '../../../terms/prediction';
import type { Source } from '../../../terms/source';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import type { BackTest } from '../../models/back-test/back-test';
import { backTestOf, whyNotTested } from '../../models/back-test/back-test-of';
import type { LifetimeModel } from '../../models/lifetime/lifetime-model';
import { lifetimeModel } from '../../models/lifetime/lifetime-models';
import { dayFromYmd } from '../../../terms/day';
import { absent, counted, measured } from '../figure';
import type { Vector } from '../define';

/** What every table of the back-test is asked with. */
export interface TestParams {
  /** A name of `LIFETIME_MODELS`; any other stands for the usual model. */
  model: string;
  /** Days that are held back; 0 for the last third of the file, between 30 and 365. */
  holdOutDays: number;
}

export const TEST_DEFAULTS: TestParams = { model: DEFAULT_PREDICTION.model, holdOutDays: 0 };

export const TEST_SQL = { none: 'it rests on a model whose parameters are found by maximising a likelihood, which is no query' };

export const TEST_SOURCE: Source = {
  title: '“Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model',
  author: 'P. S. Fader, B. G. S. Hardie, K. L. Lee',
  year: 2005,
  where: 'Marketing Science 24 (2), 275–284, section 4',
};

/** A back-test with its model, or why there is none. */
export type Tested = { test: BackTest; model: LifetimeModel } | Absent;

export function testedModel(orders: OrderTable, { asOf }: View, { model, holdOutDays }: TestParams): Tested {
  const id = LIFETIME_MODELS.find((one): one is LifetimeModelId => one === model) ?? DEFAULT_PREDICTION.model;
  const test = backTestOf(orders, asOf, id, holdOutDays);
  return test ? { test, model: lifetimeModel(id) } : absent(whyNotTested(orders, asOf, holdOutDays));
}

/** Customers of some rows of a test. */
export function customersOf({ history }: BackTest, rows: Uint32Array): Uint32Array {
  return rows.map((row) => history.id[row]!);
}

/** What stands beside every figure of a test: whom it is about, what they did, how long was looked at. */
export function testInputs({ history, split, actualSum }: BackTest): Input[] {
  return [
    counted('known-at-cut', history.id),
    measured('held-out-order-days', actualSum, 'order-days'),
    measured('shown-days', split.cut - split.first + 1, 'days'),
    measured('held-out-days', split.holdOutDays, 'days'),
  ];
}

export function column(key: string, unit: TableColumn['unit']): TableColumn {
  return { key, unit };
}

/** Worked examples of every table of the back-test: where nothing can be tested, nothing is said. */
export const UNTESTED: readonly Vector<TestParams>[] = [
  {
    name: 'a file of fifty-nine days cannot show as many days as it holds back: there is no test',
    orders: [
      { customer: 'a', day: '2024-01-01', net: 100 },
      { customer: 'a', day: '2024-02-20', net: 100 },
      { customer: 'b', day: '2024-01-05', net: 100 },
    ],
    view: { asOf: dayFromYmd(2024, 2, 28) },
    expected: [],
  },
  {
    name: 'one customer who came back before the cut is too few to read a model from',
    orders: [
      { customer: 'a', day: '2024-01-01', net: 100 },
      { customer: 'a', day: '2024-02-01', net: 100 },
      { customer: 'a', day: '2024-12-01', net: 100 },
      { customer: 'b', day: '2024-01-05', net: 100 },
    ],
    view: { asOf: dayFromYmd(2024, 12, 31) },
    expected: [],
  },
];
