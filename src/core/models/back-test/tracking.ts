import type { Day } from '../../../terms/day';
import type { OrderTable } from '../../columns/order-table';
import type { BackTest } from './back-test';
import type { LifetimeModel } from '../lifetime/lifetime-model';
import type { TestSplit } from './test-split';

/** A week of the test: order-days after the first of the customers known at the cut, what came and what was expected of new customers. */
export interface TrackedWeek {
  /** First and last day; the first week of the file and the last of the test may be shorter than seven days. */
  from: Day;
  to: Day;
  actual: number;
  expected: number;
  /** Sums up to the end of the week. */
  actualSoFar: number;
  expectedSoFar: number;
  /** Whether it lies after the cut. */
  isHeldOut: boolean;
}

/**
 * Week by week what came and what the model expects of a cohort: Σ E[X(day − first order-day)] over its customers.
 *
 * Weeks are counted from the cut both ways, so that none lies on both sides. Nothing that the customers did after their first order goes
 * into the expectation but the parameters. Cost: one pass over orders, one expectation a day, weeks × days on which somebody began.
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2), 2005, section 4
 */
export function tracking(orders: OrderTable, test: BackTest, model: LifetimeModel): TrackedWeek[] {
  const { first, cut, end } = test.split;
  const days = end - first + 1;
  const { began, repeats } = dayCounts(orders, test, days);
  const expectedAt = Float64Array.from({ length: days }, (_, t) => (t === 0 ? 0 : model.expectedOfNew(test.fit.theta, t)));
  const weeks: TrackedWeek[] = [];
  let [actualSoFar, expectedSoFar] = [0, 0];
  for (let from = first; from <= end;) {
    const to = weekEnd(test.split, from);
    let actual = 0;
    for (let d = from; d <= to; d++) actual += repeats[d - first]!;
    let sum = 0;
    for (let s = 0; s <= Math.min(to, cut) - first; s++) if (began[s]! > 0) sum += began[s]! * expectedAt[to - first - s]!;
    actualSoFar += actual;
    weeks.push({ from, to, actual, expected: sum - expectedSoFar, actualSoFar, expectedSoFar: sum, isHeldOut: from > cut });
    expectedSoFar = sum;
    from = to + 1;
  }
  return weeks;
}

/** Last day of the week that a day lies in, counted from the cut both ways; the last of the test where that comes first. */
export function weekEnd({ cut, end }: Pick<TestSplit, 'cut' | 'end'>, day: Day): Day {
  return Math.min(end, day + ((((cut - day) % 7) + 7) % 7));
}

/** By day since the first of the file: customers of the test who began, and their order-days after the first. */
function dayCounts({ first, day }: OrderTable, { split, history }: BackTest, days: number) {
  const began = new Uint32Array(days);
  const repeats = new Uint32Array(days);
  for (const c of history.id) {
    const from = first[c]!;
    began[day[from]! - split.first]!++;
    for (let i = from + 1; i < first[c + 1]! && day[i]! <= split.end; i++) {
      if (day[i] !== day[i - 1]) repeats[day[i]! - split.first]!++;
    }
  }
  return { began, repeats };
}
