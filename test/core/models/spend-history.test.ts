import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { orderTableOf } from '../../../src/core/columns/order-literals';
import { mergedSpends, spendHistory, worthShare } from '../../../src/core/models/spend/spend-history';
import { repeatHistory } from '../../../src/core/models/lifetime/repeat-history';
import { dayFromIso } from '../../../src/terms/day';

const AS_OF = dayFromIso('2015-02-07')!;

describe('the spend history', () => {
  it('leaves out the first order-day, with all orders of that day, and takes the orders of a later day as one', () => {
    const table = orderTableOf([
      { customer: 'a', day: '2015-01-01', net: 900 },
      { customer: 'a', day: '2015-01-01', net: 50 },
      { customer: 'a', day: '2015-01-05', net: 20 },
      { customer: 'a', day: '2015-01-05', net: 10 },
      { customer: 'a', day: '2015-01-09', net: 60 },
      { customer: 'b', day: '2015-01-03', net: 7 },
    ]);
    const { count, x, mean, worthless } = spendHistory(table, AS_OF);
    expect([count, [...x], [...mean], worthless]).toEqual([2, [2, 0], [45, 0], 0]);
  });

  it('leaves out later order-days that were worth nothing or less, and counts them', () => {
    const days = ['2015-01-01', '2015-01-05', '2015-01-07', '2015-01-07', '2015-01-09'];
    const table = orderTableOf([...days.map((day) => ({ customer: 'a', day, net: 1 })), { customer: 'b', day: '2015-01-01', net: 1 }]);
    const { x, mean, worthless } = spendHistory({ ...table, net: Float64Array.of(900, 0, 40, -40, 60, 0) }, AS_OF);
    expect([[...x], [...mean], worthless]).toEqual([[1, 0], [60, 0], 2]);
    expect(worthShare({ x, worthless })).toBe(1 / 3);
    expect(worthShare({ x: Uint32Array.of(0, 0), worthless: 0 })).toBe(1);
  });

  it('knows nothing that is later than the day it is asked for', () => {
    const table = orderTableOf([
      { customer: 'a', day: '2015-01-01', net: 1 },
      { customer: 'a', day: '2015-01-05', net: 20 },
      { customer: 'a', day: '2015-03-01', net: 70 },
      { customer: 'b', day: '2015-03-01', net: 70 },
    ]);
    const { count, x, mean } = spendHistory(table, AS_OF);
    expect([count, [...x], [...mean]]).toEqual([1, [1], [20]]);
  });

  it('has the rows of the repeat history, and as many order-days where all are worth something', () => {
    const order = fc.record({
      customer: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('2015-01-01', '2015-01-02', '2015-01-05', '2015-03-01'),
      net: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), (orders) => {
        const table = orderTableOf(orders);
        const [spend, repeat] = [spendHistory(table, AS_OF), repeatHistory(table, AS_OF)];
        expect([...spend.id]).toEqual([...repeat.id]);
        expect([...spend.x]).toEqual([...repeat.x]);
      }),
      { seed: 1 },
    );
  });

  it('merged, has each (x, mean) of those who came back once, with the number of customers who have it', () => {
    const { size, x, mean, weight } = mergedSpends({ count: 5, x: Uint32Array.of(2, 0, 1, 2, 1), mean: Float64Array.of(5, 0, 9, 5, 3) });
    expect([size, [...x], [...mean], [...weight]]).toEqual([3, [1, 1, 2], [3, 9, 5], [1, 1, 2]]);
  });
});
