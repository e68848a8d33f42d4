import type { Absent, Scalar } from '../../../terms/answer';
import { aliveBins, type AliveBin } from '../../models/back-test/alive-bins';
import type { BackTest } from '../../models/back-test/back-test';
import { wilson } from '../../stats/wilson';
import { defineMetric, type TableMetric } from '../define';
import { absent, counted, shareFigure } from '../figure';
import { column, customersOf, TEST_DEFAULTS, TEST_SQL, testedModel, testInputs, UNTESTED, type TestParams } from './tested-model';
import { testSpan } from './test-span';

/**
 * Customers by P(alive) at the cut: the share that the model expected to order at least once in the part held back, and the share that did.
 *
 * To be alive is not to order within some days, so P(alive) itself is not held against what came, but P(Y(h) ≥ 1), see `ordersAgain`. Rows are
 * tenths of P(alive), named by their lower end in per cent, those without customers left out; intervals are Wilson's. No rows where nothing could be tested.
 */
export const aliveCalibration = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'alive-calibration',
  family: 'prediction',
  unit: 'ratio',
  shape: 'table',
  fraction: ['ordered-after', 'alike-alive'],
  formula: 'P(Y(h) ≥ 1 | x, tₓ, T) = 1 − L(x, tₓ, T + h) / L(x, tₓ, T), beside the share with y ≥ 1; by tenths of P(alive | x, tₓ, T)',
  source: {
    title: 'The Comparison and Evaluation of Forecasters',
    author: 'M. H. DeGroot, S. E. Fienberg',
    year: 1983,
    where: 'The Statistician 32 (1/2), 12–22',
  },
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    const bins = 'why' in tested ? [] : aliveBins(tested.test, tested.model);
    return {
      columns: [
        column('alive-from', 'text'),
        column('customers', 'customers'),
        column('alive', 'ratio'),
        column('expected-share', 'ratio'),
        column('ordered', 'customers'),
        column('share', 'ratio'),
        column('low', 'ratio'),
        column('high', 'ratio'),
      ],
      rows: bins.map((bin) => {
        const [ordered, n] = [bin.ordered.length, bin.rows.length];
        const { low, high } = wilson(ordered, n);
        return [nameOf(bin), n, bin.alive, bin.expected, ordered, ordered / n, low, high];
      }),
    };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    const bin = aliveBins(tested.test, tested.model).find((one) => nameOf(one) === at.row);
    return bin ? figureOf(tested.test, bin, at.column) : absent('too-few');
  },
  span: ({ orders }, view, params, { column: name }) => testSpan(orders, view, params, AT_CUT.includes(name) ? 'shown' : 'held-out'),
  vectors: UNTESTED,
});

/** Columns that were known at the cut. */
const AT_CUT = ['customers', 'alive'];

function nameOf({ tenth }: AliveBin): string {
  return String(tenth * 10);
}

function figureOf(test: BackTest, bin: AliveBin, name: string): Scalar | Absent {
  const n = bin.rows.length;
  const alike = counted('alike-alive', customersOf(test, bin.rows));
  const ordered = counted('ordered-after', customersOf(test, bin.ordered));
  const further = testInputs(test).slice(2);
  const share = shareFigure(ordered, alike, further);
  if (name === 'share') return share;
  if (name === 'low' || name === 'high') return { value: share.interval![name], n, inputs: share.inputs };
  if (name === 'ordered') return { value: ordered.value, n, inputs: [ordered, ...further] };
  const value = { customers: n, alive: bin.alive, 'expected-share': bin.expected }[name];
  return value === undefined ? absent('too-few') : { value, n, inputs: [alike, ...further] };
}
