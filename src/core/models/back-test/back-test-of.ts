import type { Why } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import type { LifetimeModelId } from '../../../terms/prediction';
import type { OrderTable } from '../../columns/order-table';
import { backTest, type BackTest } from './back-test';
import { lifetimeModel } from '../lifetime/lifetime-models';
import { repeatHistory } from '../lifetime/repeat-history';
import { testSplit } from './test-split';

/** Tests kept of one table: those of three models on two days. */
const MOST_KEPT = 6;
const done = new WeakMap<OrderTable, Map<string, BackTest | null>>();

/**
 * The back-test of a model on a shop, worked out when it is first asked for and kept as long as the orders are, the last six.
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
  if (tests.size >= MOST_KEPT) tests.delete(tests.keys().next().value!);
  tests.set(key, test);
  return test;
}

/** Why there is no back-test, where `backTestOf` gives none: what no longer file would change is said first. */
export function whyNotTested(orders: OrderTable, asOf: Day, holdOutDays = 0): Why {
  if (orders.orders === 0) return 'no-orders';
  if (!anyRepeats(orders, asOf)) return 'no-repeats';
  const split = testSplit(orders, asOf, holdOutDays);
  if (!split) return 'not-tested';
  return anyRepeats(orders, split.cut) ? 'too-few' : 'no-repeats';
}

function anyRepeats(orders: OrderTable, asOf: Day): boolean {
  return repeatHistory(orders, asOf).x.some((x) => x > 0);
}
