import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { hasOrders } from '../periods';

/** One candidate: what goes wrong when silence of `days` counts as a lapse. */
export interface ErrorPoint {
  days: number;
  /** Called lapsed and back within the time that follows: customers, and share of all who came back. */
  wrong: number;
  wrongShare: number;
  /** Gone for all of that time and not called lapsed yet: customers, and share of all who stayed away. */
  late: number;
  lateShare: number;
  /** Mean of the two shares. */
  error: number;
}

/** The test day, what was known of each customer then, and how each candidate would have done. */
export interface ErrorCurve {
  testDay: Day;
  followDays: number;
  points: ErrorPoint[];
  /** The smallest candidate with the least error. */
  best: ErrorPoint;
  /** Days since the last order on the test day, by customer; −1 without an order by then. */
  silence: Int32Array;
  /** 1 for those with an order after the test day. */
  isBack: Uint8Array;
}

/**
 * How well each number of days of silence would have told who was gone, judged on one day in the past.
 *
 * On the test day, `followDays` (at most half of the file) before `asOf`, every customer so far has been silent for some days; who ordered
 * after it came back, who did not was gone. A candidate d calls those lapsed who were silent for d days or longer. Its errors are the share of
 * those who came back that it called lapsed (type I), and the share of those gone that it did not call lapsed yet (type II); shares and not
 * counts, because else in a shop where most are gone the shortest candidate would always win. Candidates are all whole days from 1 to the time
 * between the file's first day and the test day. null where nobody came back or nobody was gone, or there is no candidate.
 * @source  after Indeed Engineering, D-Curve, 2020, which minimises both kinds of error over the threshold
 * Cost: one pass over orders.
 */
export function errorCurve(orders: OrderTable, view: View, followDays: number): ErrorCurve | null {
  if (!hasOrders(orders, view)) return null;
  const follow = Math.min(followDays, Math.floor((view.asOf - orders.firstDay + 1) / 2));
  const testDay = view.asOf - follow;
  const most = testDay - orders.firstDay;
  if (most < 1) return null;
  const { silence, isBack } = knownOn(orders, view, testDay);
  const [backBy, goneBy] = [new Uint32Array(most + 1), new Uint32Array(most + 1)];
  let [back, gone] = [0, 0];
  silence.forEach((days, c) => {
    if (days < 0) return;
    (isBack[c] ? backBy : goneBy)[days]!++;
    if (isBack[c]) back++;
    else gone++;
  });
  if (back === 0 || gone === 0) return null;
  const points: ErrorPoint[] = [];
  let [wrong, late] = [back, 0];
  for (let days = 1; days <= most; days++) {
    wrong -= backBy[days - 1]!;
    late += goneBy[days - 1]!;
    const [wrongShare, lateShare] = [wrong / back, late / gone];
    points.push({ days, wrong, wrongShare, late, lateShare, error: (wrongShare + lateShare) / 2 });
  }
  const best = points.reduce((least, point) => (point.error < least.error - 1e-12 ? point : least));
  return { testDay, followDays: follow, points, best, silence, isBack };
}

function knownOn({ customers, first, day }: OrderTable, { asOf }: View, testDay: Day): Pick<ErrorCurve, 'silence' | 'isBack'> {
  const silence = new Int32Array(customers).fill(-1);
  const isBack = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    for (let i = first[c]!; i < first[c + 1]! && day[i]! <= asOf; i++) {
      if (day[i]! <= testDay) silence[c] = testDay - day[i]!;
      else isBack[c] = 1;
    }
  }
  return { silence, isBack };
}
