import { dayFromYmd } from '../../../terms/day';
import type { View } from '../../../terms/view';
import type { OrderLiteral } from '../../columns/order-literals';

/**
 * A shop of nine customers on which the six repeat figures differ, for the worked example of each. The window is April to June 2024, known up
 * to 20 September.
 *
 * Before the window: c twice. Before and in it: a (once in it), i (twice in it). First in it: d twice within 48 days; e and h once; f two
 * orders on one day; g again after 80 days, when the window is over; j 84 days before the last day known.
 */
export const REPEAT_FAMILY_SHOP: readonly OrderLiteral[] = (
  [
    ['a', '2024-01-10', '2024-05-05'],
    ['c', '2024-03-01', '2024-03-20'],
    ['d', '2024-04-02', '2024-05-20'],
    ['e', '2024-04-15'],
    ['f', '2024-05-03', '2024-05-03'],
    ['g', '2024-06-01', '2024-08-20'],
    ['h', '2024-06-10'],
    ['i', '2024-01-15', '2024-04-20', '2024-06-25'],
    ['j', '2024-06-28'],
  ] as const
).flatMap(([customer, ...days]) => days.map((day) => ({ customer, day, net: 1000 })));

/** What is looked at of it. */
export const REPEAT_FAMILY_VIEW: Partial<View> = {
  from: dayFromYmd(2024, 4, 1),
  to: dayFromYmd(2024, 7, 1),
  asOf: dayFromYmd(2024, 9, 20),
};
