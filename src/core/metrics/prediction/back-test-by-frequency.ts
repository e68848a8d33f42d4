import type { Absent, Scalar } from '../../../terms/answer';
import type { BackTest } from '../../models/back-test/back-test';
import { frequencyBins, type FrequencyBin } from '../../models/back-test/frequency-bins';
import { defineMetric, type TableMetric } from '../define';
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
import { testSpan } from './test-span';

/**
 * Customers by how often they had come back by the cut: order-days after it per customer, and what the model expected.
 *
 * Rows are named by their order-days after the first, `0` … `6`, `7-14` …, the last `7+`. `low` and `high` are the 95 % interval of the mean
 * that came (1.96 standard errors), null for one customer. No rows where nothing could be tested.
 */
export const backTestByFrequency = defineMetric<TestParams, TableMetric<TestParams>>({
  id: 'back-test-by-frequency',
  family: 'prediction',
  unit: 'orders-per-customer',
  shape: 'table',
  formula: 'mean of y and mean of E[Y(h) | x, tₓ, T] over the customers with the same x; h = days held back',
  source: TEST_SOURCE,
  defaults: { ...TEST_DEFAULTS },
  sql: TEST_SQL,
  compute({ orders }, view, params) {
    const tested = testedModel(orders, view, params);
    const bins = 'why' in tested ? [] : frequencyBins(tested.test);
    return {
      columns: [
        column('came-back', 'text'),
        column('customers', 'customers'),
        column('actual-mean', 'orders-per-customer'),
        column('low', 'orders-per-customer'),
        column('high', 'orders-per-customer'),
        column('expected-mean', 'orders-per-customer'),
      ],
      rows: bins.map((bin) => {
        const { value, low, high } = bin.actual;
        const isRange = Number.isFinite(low);
        return [nameOf(bin), bin.rows.length, value, isRange ? low : null, isRange ? high : null, bin.expected];
      }),
    };
  },
  cell({ orders }, view, params, at) {
    const tested = testedModel(orders, view, params);
    if ('why' in tested) return tested;
    const bin = frequencyBins(tested.test).find((one) => nameOf(one) === at.row);
    return bin ? figureOf(tested.test, bin, at.column) : absent('too-few');
  },
  // How often somebody had come back was known at the cut; all else came after it.
  span: ({ orders }, view, params, { column: name }) => testSpan(orders, view, params, name === 'customers' ? 'shown' : 'held-out'),
  vectors: UNTESTED,
});

function nameOf({ from, to }: FrequencyBin): string {
  return to === null ? `${from}+` : to === from ? String(from) : `${from}-${to}`;
}

function figureOf(test: BackTest, bin: FrequencyBin, name: string): Scalar | Absent {
  const n = bin.rows.length;
  const inputs = [counted('came-back-as-often', customersOf(test, bin.rows)), ...testInputs(test).slice(2)];
  const { value, low, high } = bin.actual;
  const isRange = Number.isFinite(low);
  if (name === 'customers') return { value: n, n, inputs };
  if (name === 'expected-mean') return { value: bin.expected, n, inputs };
  if (name === 'actual-mean') {
    return { value, n, inputs, ...(isRange ? { interval: { low, high, level: 0.95, method: 'normal' } } : {}) };
  }
  if (!isRange || (name !== 'low' && name !== 'high')) return absent('too-few');
  return { value: name === 'low' ? low : high, n, inputs };
}
