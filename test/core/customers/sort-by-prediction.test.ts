import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../../src/core/columns/ledger';
import { orderTableFor } from '../../../src/core/columns/order-table-for';
import { customerColumns } from '../../../src/core/customers/customer-columns';
import { sortByPrediction } from '../../../src/core/customers/sort-by-prediction';
import type { Scores } from '../../../src/core/models/predictions';
import type { View } from '../../../src/terms/view';
import { batchOf, d } from '../columns/ledger-fixture';

const asOf = d('12-31');
const ledger = buildLedger([
  batchOf(['a', 'b', 'c', 'e', 'f'].map((customer) => ({ customer, order: customer, day: '2024-06-01', amount: 1 }))),
]);
const columns = customerColumns(ledger, orderTableFor(ledger, 'behaviour', asOf), { asOf } as View, 90);

/** Scores of the customers 0, 1, 2 and 4; of customer 3 nothing is known. */
function scores(value: number[], evidence: number[]): Scores {
  const none = new Float64Array(4);
  const of = { count: 4, id: Uint32Array.of(0, 1, 2, 4), evidence: Uint32Array.from(evidence), alive: none };
  return { ...of, orders30: none, orders90: none, orders365: none, ordersAhead: none, spend: none, value: Float64Array.from(value) };
}
const order = (of: Scores, descending: boolean) => [
  ...sortByPrediction(columns, Uint32Array.of(0, 1, 2, 3, 4), of, { column: 'value', descending }),
];

describe('customers in the order of what is expected of them', () => {
  it('a large value on one order never stands above one on many, in either direction', () => {
    const of = scores([900, 10, 20, 500], [0, 3, 7, 1]);
    expect(order(of, true)).toEqual([2, 1, 4, 0, 3]);
    expect(order(of, false)).toEqual([1, 2, 4, 0, 3]);
  });

  it('who has no prediction comes last, and equals keep their order', () => {
    expect(order(scores([5, NaN, 5, 5], [4, 4, 4, 4]), true)).toEqual([0, 2, 4, 1, 3]);
  });
});
