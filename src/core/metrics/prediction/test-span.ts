import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderTable } from '../../columns/order-table';
import { testSplit } from '../../models/back-test/test-split';
import type { TestParams } from './tested-model';

/** Days [start, end) of the part of a file that a model was shown, or of the part that was held back; null where nothing can be held back. */
export function testSpan(orders: OrderTable, { asOf }: View, { holdOutDays }: TestParams, part: 'shown' | 'held-out'): Span | null {
  const split = testSplit(orders, asOf, holdOutDays);
  if (!split) return null;
  return part === 'shown' ? { start: split.first, end: split.cut + 1 } : { start: split.cut + 1, end: split.end + 1 };
}

/** Days from `start` on, before `end`. */
export interface Span {
  start: Day;
  end: Day;
}
