import type { Absent, Cell, Scalar } from '../../../terms/answer';
import { defineMetric, type TableMetric } from '../define';
import { absent, measured } from '../figure';
import { column, TEST_DEFAULTS, TEST_SOURCE, TEST_SQL, testedModel, testInputs, UNTESTED, type TestParams } from './tested-model';
import { testSpan } from './test-span';
import type { BackTest } from '../../models/back-test/back-test';
import type { Gain } from '../../models/back-test/guess-errors';

const COLUMNS = [
  column('guess', 'text'),
  column('mae', 'orders-per-customer'),
  column('rmse', 'orders-per-customer'),
  column('expected', 'number'),
  column('actual', 'order-days'),
  column('gain', 'orders-per-customer'),
  column('gain-low', 'orders-per-customer'),
  column('gain-high', 'orders-per-customer'),
  column('rmse-gain', 'orders-per-customer'),
  column('rmse-gain-low', 'orders-per-customer'),
  column('rmse-gain-high', 'orders-per-customer'),
  column('gate', 'text'),
];
const GUESSES = ['model', 'same-as-before', 'own-pace', 'dealt-out', 'nobody'] as const;
type Guess = (typeof GUESSES)[number];

/**
 * How far a model was off on orders that were held back, beside guesses that need no model.
 *
 * The last third of the file is held back, at least 30 and at most 365 days (see `testSplit`). Rows: the model; as many order-days as in the
 * same number of days before the cut; everybody at their own pace x / T; the model's guesses dealt out among the customers at random; nobody
 * orders. `gain` is the mean absolute error of the row less that of the model, with its 95 % interval from the differences customer by
 * customer; null for the model itself. `rmse-gain` is the same for the root of the mean squared error: the mean difference of the squared
 * errors and its interval, both divided by the sum of the two roots, so that it is above 0 where the squared error is smaller beyond
 * chance, which decides first; null also for guesses dealt out. `gate` stands in the model's row: see `gateOf`. Unit: order-days per customer. No rows where nothing could be tested.
 * Cost: a fit on the orders before the cut.
 */
export const backTest = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'back-test',
  family: 'prediction',
  unit: 'orders-per-customer',
  shape: 'table',
  formula:
    'MAE = Σ |ŷ − y| / n; RMSE = √(Σ (ŷ − y)² / n); y = order-days of a customer after the cut, ŷ = what was expected from the orders up to the cut',
  source: TEST_SOURCE,
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    return { columns: COLUMNS, rows: 'why' in tested ? [] : GUESSES.map((guess) => rowOf(tested.test, guess)) };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    const guess = GUESSES.find((one) => one === at.row);
    return guess ? figureOf(tested.test, guess, at.column) : absent('too-few');
  },
  span: ({ orders }, view, params) => testSpan(orders, view, params, 'held-out'),
  vectors: UNTESTED,
});

function rowOf({ errors, gains, squaredGains, actualSum, gate }: BackTest, guess: Guess): Cell[] {
  const { mae, rmse, sum } = errors[guess];
  const nothing = [null, null, null];
  if (guess === 'model') return [guess, mae, rmse, sum, actualSum, ...nothing, ...nothing, gate];
  const absolute = threeOf(gains[guess]);
  const squared = guess === 'dealt-out' ? nothing : threeOf(squaredGains[guess], rmse + errors.model.rmse || 1);
  return [guess, mae, rmse, sum, actualSum, ...absolute, ...squared, null];
}

function threeOf({ value, low, high }: Gain, divisor = 1): number[] {
  return [value / divisor, low / divisor, high / divisor];
}

function figureOf(test: BackTest, guess: Guess, name: string): Scalar | Absent {
  const row = rowOf(test, guess);
  const of = (key: string) => row[COLUMNS.findIndex((one) => one.key === key)];
  const value = of(name);
  if (typeof value !== 'number') return absent('too-few');
  const inputs = [...testInputs(test), measured('expected-order-days', test.errors[guess].sum, 'number')];
  const figure = { value, n: test.history.count, inputs };
  if (name !== 'gain' && name !== 'rmse-gain') return figure;
  const [low, high] = [Number(of(`${name}-low`)), Number(of(`${name}-high`))];
  const error = name === 'gain' ? 'mae' : 'rmse';
  const errors = [
    measured('error-of-guess', test.errors[guess][error], 'orders-per-customer'),
    measured('error-of-model', test.errors.model[error], 'orders-per-customer'),
  ];
  return { ...figure, interval: { low, high, level: 0.95, method: 'normal' }, inputs: [...inputs, ...errors] };
}
