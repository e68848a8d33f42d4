import fc from 'fast-check';
import { dayFromYmd, isoFromDay, type Calendar } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';

export const FIRST = dayFromYmd(2023, 11, 20);
const SPAN = 240;

/** A small shop: up to 60 orders of up to 9 customers within 240 days. */
export const shopOrders: fc.Arbitrary<OrderLiteral[]> = fc.array(
  fc.record({
    customer: fc.constantFrom(...'abcdefghi'),
    day: fc.nat(SPAN).map((d) => isoFromDay(FIRST + d)),
    net: fc.integer({ min: 1, max: 100_000 }),
  }),
  { maxLength: 60 },
);

export const ISO_WEEKS: fc.Arbitrary<Calendar> = fc.constant({ weekStart: 1, yearStart: 1 });
export const ANY_CALENDAR: fc.Arbitrary<Calendar> = fc.record({
  weekStart: fc.constantFrom(0 as const, 1 as const, 6 as const),
  yearStart: fc.integer({ min: 1, max: 12 }),
});

/** A view that may begin before the file, end after it, and know only a part of it. */
export function shopView(calendar: fc.Arbitrary<Calendar> = ANY_CALENDAR): fc.Arbitrary<View> {
  return fc
    .record({
      start: fc.integer({ min: -40, max: SPAN }),
      length: fc.integer({ min: 1, max: SPAN + 60 }),
      asOf: fc.oneof(fc.constant(SPAN), fc.integer({ min: -5, max: SPAN + 40 })),
      grain: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
      lapseDays: fc.option(fc.integer({ min: 1, max: 90 })),
      calendar,
    })
    .map(({ start, length, asOf, ...rest }) => ({
      ...rest,
      from: FIRST + start,
      to: FIRST + start + length,
      asOf: FIRST + asOf,
      refunds: 'ignore' as const,
    }));
}
