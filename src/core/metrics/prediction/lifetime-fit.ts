import type { Absent, Cell, Scalar, Unit } from '../../../terms/answer';
import type { BackTest } from '../../models/back-test/back-test';
import type { LifetimeModel } from '../../models/lifetime/lifetime-model';
import { rowsWhere } from '../../models/back-test/frequency-bins';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { column, customersOf, TEST_DEFAULTS, TEST_SQL, testedModel, UNTESTED, type TestParams } from './tested-model';
import { testSpan } from './test-span';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;
const UNITS: Record<string, Unit> = { customers: 'customers', repeaters: 'customers', 'mean-alive': 'ratio' };

/**
 * The parameters of a model on the part of the file that it is shown, with their 95 % intervals, and what they rest on.
 *
 * Rows: a parameter each, by its name in the article, times in days; then the log-likelihood, customers, those who had come back, different
 * histories, starts tried and those that ended at the same place, mean P(alive). Intervals are exp(ln θ ± 1.96 standard errors) from the
 * curvature of the likelihood; null where that is not one, and for the other rows. `status` stands in the first row: see `FitStatus`.
 */
export const lifetimeFit = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'lifetime-fit',
  family: 'prediction',
  unit: 'number',
  shape: 'table',
  formula: 'θ̂ = arg max Σ log L(θ | x, tₓ, T) over the customers with an order up to the cut',
  source: {
    title: 'Empirical validation and comparison of models for customer base analysis',
    author: 'E. P. Batislam, M. Denizel, A. Filiztekin',
    year: 2007,
    where: 'International Journal of Research in Marketing 24 (3), 201–209',
  },
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    return {
      columns: [
        column('of-fit', 'text'),
        column('value', 'number'),
        column('low', 'number'),
        column('high', 'number'),
        column('status', 'text'),
      ],
      rows: 'why' in tested ? [] : rowsOf(tested.test, tested.model),
    };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    return figureOf(tested.test, tested.model, at.row, at.column);
  },
  cellUnit: ({ row, column: name }) => (name === 'value' ? UNITS[row] : undefined),
  span: ({ orders }, view, params) => testSpan(orders, view, params, 'shown'),
  vectors: UNTESTED,
});

function rowsOf(test: BackTest, model: LifetimeModel): Cell[][] {
  const { theta, covariance, logLikelihood, customers, repeaters, starts, status } = test.fit;
  const parameters = model.parameters.map((name, i): Cell[] => {
    const reach = covariance ? Math.exp(Z * Math.sqrt(covariance[i * theta.length + i]!)) : NaN;
    const isRange = Number.isFinite(reach) && Number.isFinite(theta[i]! * reach);
    return [name, theta[i]!, isRange ? theta[i]! / reach : null, isRange ? theta[i]! * reach : null, i === 0 ? status : null];
  });
  const others: [string, number][] = [
    ['log-likelihood', logLikelihood],
    ['customers', customers],
    ['repeaters', repeaters],
    ['histories', test.triples.size],
    ['starts-tried', starts.tried],
    ['starts-agreed', starts.agreed],
    ['mean-alive', test.alive.reduce((sum, one) => sum + one, 0) / customers],
  ];
  return [...parameters, ...others.map(([name, value]): Cell[] => [name, Number.isFinite(value) ? value : null, null, null, null])];
}

function figureOf(test: BackTest, model: LifetimeModel, row: string, name: string): Scalar | Absent {
  const [, value, low, high] = rowsOf(test, model).find((one) => one[0] === row) ?? [];
  const found = { value, low, high }[name];
  if (typeof found !== 'number') return absent('too-few');
  const { count, id, x } = test.history;
  const back = counted(
    'came-back-by-cut',
    customersOf(
      test,
      rowsWhere(count, (i) => x[i]! > 0),
    ),
  );
  const inputs = [counted('known-at-cut', id), back, measured('different-histories', test.triples.size, 'number')];
  const figure = { value: found, n: row === 'repeaters' ? back.value : count, inputs };
  if (name !== 'value' || typeof low !== 'number' || typeof high !== 'number') return figure;
  return { ...figure, interval: { low, high, level: 0.95, method: 'laplace' } };
}
