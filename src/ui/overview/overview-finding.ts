import { isAbsent, isTable, type Answer, type Why } from '../../terms/answer';
import { difference, type Difference } from '../reading/difference';
import { pickedPoint, pointBefore, retentionTrend, type TrendPoint } from '../reading/retention-trend';
import { FEW } from '../reading/words';

/** What the overview opens with. */
export type OverviewFinding =
  | { kind: 'share'; point: TrendPoint; change: Difference | null; level: TrendPoint | null }
  /** Too few for a share: the counts are said. */
  | { kind: 'few'; point: TrendPoint }
  | { kind: 'size'; customers: number; orders: number; why: Why }
  | { kind: 'nothing'; why: Why };

interface Answers {
  retention: Answer;
  customers: Answer;
  orders: Answer;
}

/**
 * The retention of the picked period with its change against the one before, as far as there is one.
 *
 * `level` is the period two before when this one does not differ from it although it differs from the last. Where no period can be
 * compared yet the finding is the size of the shop.
 */
export function overviewFinding({ retention, customers, orders }: Answers, pick: string): OverviewFinding {
  const points = retentionTrend(retention);
  const point = pickedPoint(points, pick);
  if (!point) return withoutShare(retention, customers, orders);
  if (point.base < FEW) return { kind: 'few', point };
  const before = pointBefore(points, point);
  if (!before || before.base < FEW) return { kind: 'share', point, change: null, level: null };
  const change = difference(point, before);
  const earlier = pointBefore(points, before);
  const isLevel = earlier !== null && earlier.base >= FEW && change.clear && !difference(point, earlier).clear;
  return { kind: 'share', point, change, level: isLevel ? earlier : null };
}

function withoutShare(retention: Answer, customers: Answer, orders: Answer): OverviewFinding {
  const why: Why = isAbsent(retention) ? retention.why : 'no-complete-period';
  if (isAbsent(customers) || isTable(customers) || isAbsent(orders) || isTable(orders)) return { kind: 'nothing', why: 'no-orders' };
  return { kind: 'size', customers: customers.value, orders: orders.value, why };
}

/** Days that hold every season twice: with fewer, season and progress cannot be told apart. */
const TWO_YEARS = 730;

/** Whether the file is too short to know its seasons. */
export function isTooShortForSeasons(firstDay: number, asOf: number): boolean {
  return asOf - firstDay + 1 < TWO_YEARS;
}
