import fc from 'fast-check';
import { dayFromYmd, isoFromDay, type Calendar } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import type { RecordLiteral, ShopLiterals } from '../../../src/core/tables/shop-literals';

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

/** A day, with a time of day or without. */
const when = (latest = SPAN): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(latest), fc.option(fc.nat(1439)))
    .map(([d, minute]) => isoFromDay(FIRST + d) + (minute === null ? '' : `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`));
const two = (n: number): string => String(n).padStart(2, '0');
/** Customers of the orders, and people whom only records know. */
const person = fc.constantFrom(...'abcdefghijkl');
const day = fc.nat(SPAN).map((d) => isoFromDay(FIRST + d));

function records(
  required: Record<string, fc.Arbitrary<string | number | boolean>>,
  optional: Record<string, fc.Arbitrary<string | number | boolean>>,
) {
  const model = { ...required, ...optional };
  const one = fc.record(model, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<RecordLiteral>;
  return fc.array(one, { maxLength: 25 });
}

/** What one question is measured on is the same in all its answers. */
const SCALES: readonly [question: string, scale: string, low: number, high: number][] = [
  ['recommend', '0-10', 0, 10],
  ['satisfied', '1-5', 1, 5],
  ['again', '1-10', 1, 10],
];
const answer: fc.Arbitrary<RecordLiteral> = fc
  .tuple(
    fc.constantFrom(...SCALES),
    fc.nat(100),
    fc.option(person),
    fc.option(when(), { freq: 9 }),
    fc.option(fc.constantFrom('r1', 'r2', 'r3')),
  )
  .map(([[question, scale, low, high], at, who, date, respondent]) => ({
    question,
    scale,
    score: low + Math.round((at / 100) * (high - low)),
    ...(who === null ? {} : { person: who }),
    ...(date === null ? {} : { date }),
    ...(respondent === null ? {} : { respondent }),
  }));

/** Records of every kind beside the orders, with people whom no order knows, blanks, and times that are known or not. */
const shopRecords: fc.Arbitrary<NonNullable<ShopLiterals['records']>> = fc.record({
  answers: fc.array(answer, { maxLength: 30 }),
  customers: records(
    { person },
    {
      signup: day,
      tier: fc.constantFrom('Gold', 'Silver', 'none'),
      referrer: person,
      gender: fc.constantFrom('f', 'm'),
      country: fc.constantFrom('DE', 'FR'),
      consent: fc.boolean(),
    },
  ),
  points: records(
    {
      person,
      movement: fc.constantFrom('earn', 'redeem', 'expire', 'adjust', 'pending', 'balance'),
      points: fc.integer({ min: -50, max: 200 }),
    },
    { date: when(), expires: day, order: fc.constantFrom('#1', '#2', '#9') },
  ),
  feedback: records(
    { date: when() },
    {
      person,
      answered: when(SPAN + 20),
      closed: when(SPAN + 20),
      promised: when(SPAN + 20),
      delivered: when(SPAN + 20),
      topic: fc.constantFrom('late', 'broken'),
      severity: fc.constantFrom('high', 'low'),
      order: fc.constantFrom('#1', '#3'),
      score: fc.integer({ min: 1, max: 5 }),
    },
  ),
  contacts: records(
    { campaign: fc.constantFrom('spring', 'autumn'), person },
    {
      date: when(),
      delivered: fc.boolean(),
      opened: fc.oneof(fc.boolean(), day),
      clicked: fc.boolean(),
      converted: fc.oneof(fc.boolean(), day),
      bounced: fc.boolean(),
      unsubscribed: fc.boolean(),
      arm: fc.constantFrom('treated', 'held out'),
      cost: fc.integer({ min: 0, max: 500 }),
    },
  ),
});

const orderFacts: fc.Arbitrary<Partial<OrderLiteral>> = fc.record(
  {
    refunded: fc.integer({ min: 0, max: 1000 }),
    discount: fc.integer({ min: 0, max: 500 }),
    category: fc.constantFrom('tea', 'ware', 'gift'),
    country: fc.constantFrom('DE', 'FR', 'NL'),
    channel: fc.constantFrom('web', 'app'),
    promised: when(),
    delivered: when(),
  },
  { requiredKeys: [] },
);

/** A small shop with facts about its orders and records of every kind. */
export const shopLiterals: fc.Arbitrary<ShopLiterals> = fc
  .tuple(shopOrders, fc.infiniteStream(orderFacts), shopRecords)
  .map(([orders, facts, kinds]) => ({
    orders: orders.map((order) => {
      const { refunded = 0, ...known } = facts.next().value as Partial<OrderLiteral>;
      return { ...order, ...known, refunded: Math.min(refunded, order.net) };
    }),
    records: kinds,
  }));

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
