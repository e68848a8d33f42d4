import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { SEGMENT_BYS, type SegmentBy } from '../../../src/core/breakdown/segment-by';
import { GROWN_BY_BUYING, SURVIVAL_BYS } from '../../../src/core/metrics/retention/grown-by-buying';
import { survivalBySegment } from '../../../src/core/metrics/retention/survival-by-segment';
import { survivalCurve } from '../../../src/core/metrics/retention/survival-curve';
import { survivalDifference } from '../../../src/core/metrics/retention/survival-difference';
import { survivalGroups } from '../../../src/core/metrics/retention/survival-groups';
import { vectorView } from '../../../src/core/metrics/worked-example';
import { shopTablesOf, type RecordLiteral, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { isoFromDay } from '../../../src/terms/day';
import { NOT_LIVED_BY } from '../../../src/ui/retention/read-survival';
import { FIRST } from './random-shop';

const CUSTOMERS = [...'abcdefghij'];
/** Days from the first order of the file to the as-of day, which no later order moves. */
const SPAN = 120;

const facts = fc.record({
  net: fc.integer({ min: 1, max: 100 }),
  country: fc.constantFrom('DE', 'FR', 'NL'),
  channel: fc.constantFrom('web', 'app'),
  category: fc.constantFrom('tea', 'ware', 'gift'),
  product: fc.constantFrom('pot', 'cup'),
  discount: fc.constantFrom(0, 5),
});
const firsts = fc.tuple(...CUSTOMERS.map((customer) => fc.tuple(fc.nat(40), facts).map(([d, told]) => orderOn(customer, d, told))));
const laters = fc.array(
  fc
    .tuple(fc.constantFrom(...CUSTOMERS), fc.integer({ min: 41, max: SPAN }), facts)
    .map(([customer, d, told]) => orderOn(customer, d, told)),
  { maxLength: 40 },
);

function orderOn(customer: string, day: number, told: object): OrderLiteral {
  return { customer, day: isoFromDay(FIRST + day), ...told } as OrderLiteral;
}

/** A shop with a customers file as shops write it: the tier follows from what has been bought so far, all else from who it is. */
function shopOf(first: readonly OrderLiteral[], later: readonly OrderLiteral[]): ShopLiterals {
  const customers = CUSTOMERS.map((person, i): RecordLiteral => {
    const bought = later.filter(({ customer }) => customer === person).length;
    const tier = bought > 4 ? 'Gold' : bought > 1 ? 'Silver' : 'none';
    return { person, tier, gender: 'fm'[i % 2]!, city: ['Bonn', 'Lyon', 'Graz'][i % 3]!, country: 'DE', channel: ['web', 'app'][i % 2]! };
  });
  return { orders: [...first, ...later], records: { customers } };
}

/** The group of every customer. */
function groupsBy(shop: ShopLiterals, by: SegmentBy): Record<string, string> {
  const tables = shopTablesOf(shop);
  const view = { ...vectorView(tables.orders), from: FIRST, to: FIRST + SPAN + 1, asOf: FIRST + SPAN };
  const { groups } = survivalGroups(tables, view, { by, until: 'second-order' });
  return Object.fromEntries(groups.flatMap(({ segment, who }) => [...who].map((one) => [tables.names[one]!, segment])));
}

describe('what survival is told by', () => {
  it('depends on nothing that came after the first order: other later orders leave every customer in the same group', () => {
    fc.assert(
      fc.property(firsts, laters, laters, (first, later, other) => {
        for (const by of SURVIVAL_BYS) {
          const before = groupsBy(shopOf(first, later), by);
          expect(Object.keys(before)).toHaveLength(CUSTOMERS.length);
          expect(groupsBy(shopOf(first, other), by), by).toEqual(before);
        }
      }),
      { seed: 61, numRuns: 100 },
    );
  });

  it('leaves out the tier, which later orders do change, and nothing else', () => {
    expect(GROWN_BY_BUYING).toEqual(['member-tier']);
    expect([...SURVIVAL_BYS, ...GROWN_BY_BUYING].sort()).toEqual([...SEGMENT_BYS].sort());
    expect(NOT_LIVED_BY).toEqual(GROWN_BY_BUYING);
  });

  it('says why there is nothing by tier, in every figure', () => {
    const first = CUSTOMERS.map((customer) => orderOn(customer, 0, { net: 1 }));
    const later = CUSTOMERS.slice(5).flatMap((customer) => [41, 42, 43, 44, 45].map((d) => orderOn(customer, d, { net: 1 })));
    const tables = shopTablesOf(shopOf(first, later));
    const view = vectorView(tables.orders);
    const params = { by: 'member-tier', until: 'second-order' } as const;
    const why = { value: null, why: 'grown-by-buying' };
    expect(survivalDifference.compute(tables, view, params)).toEqual(why);
    expect(survivalBySegment.compute(tables, view, params)).toMatchObject({ rows: [], foot: [] });
    expect(survivalBySegment.cell(tables, view, params, { row: '=Gold', column: 'share-90' })).toEqual(why);
    expect(survivalCurve.cell(tables, view, { ...params, segment: 'total' }, { row: '3', column: 'share' })).toEqual(why);
    expect(survivalBySegment.compute(tables, view, { ...params, by: 'member-gender' }).rows).toHaveLength(2);
  });
});
