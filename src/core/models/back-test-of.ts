import type { Day } from '../../terms/day';
import type { LifetimeModelId } from '../../terms/prediction';
import type { OrderTable } from '../columns/order-table';
import { backTest, type BackTest } from './back-test';
import { lifetimeModel } from './lifetime-models';
import { testSplit } from './test-split';

const done = new WeakMap<OrderTable, Map<string, BackTest | null>>();

/**
 * The back-test of a model on a shop, worked out when it is first asked for and kept as long as the orders are.
 *
 * null when the file is too short to hold back a part (see `testSplit`, `backTest`): then nothing was tested.
 * @param holdOutDays  0 for a third of the file, between 30 and 365 days
 */
export function backTestOf(orders: OrderTable, asOf: Day, model: LifetimeModelId, holdOutDays = 0): BackTest | null {
  const tests = done.get(orders) ?? new Map<string, BackTest | null>();
  done.set(orders, tests);
  const key = `${model} ${asOf} ${holdOutDays}`;
  const known = tests.get(key);
  if (known !== undefined) return known;
  const split = testSplit(orders, asOf, holdOutDays);
  const test = split && backTest(orders, lifetimeModel(model), split);
  tests.set(key, test);
  return test;
}
