import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isoFromDay } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { segmentBys, segmentsAt } from '../../../src/core/breakdown/segments';
import { SEGMENT_BYS, type SegmentBy } from '../../../src/core/breakdown/segment-by';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { FIRST, shopLiterals, shopView } from '../metrics/random-shop';
import { vectorView } from '../metrics/vector-view';
import { slowSegments } from './slow-segments';

const ATTRIBUTES = SEGMENT_BYS.map((by) => ({ by }));
const day = fc.integer({ min: FIRST - 5, max: FIRST + 245 });

/** The segment of each person, by name. */
function named(shop: Parameters<typeof shopTablesOf>[0], view: View, by: SegmentBy, at: number): string[] {
  const { keys, of } = segmentsAt(shopTablesOf(shop, view.asOf), view, by, at);
  return Array.from(of, (place) => keys[place]!);
}

describe.each(ATTRIBUTES)('segments by $by', ({ by }) => {
  it('are what looking up person by person gives, as of any day', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), day, (shop, view, at) => {
        const known = { ...shop, records: { ...shop.records, customers: knownMembers(shop, view) } };
        const { names } = shopTablesOf(known, view.asOf);
        expect(named(known, view, by, at)).toEqual(slowSegments(known, names, view, by, at));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('hold everybody once, twelve at most stand alone, and none is empty but for those of another day', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), day, (shop, view, at) => {
        const tables = shopTablesOf(shop, view.asOf);
        const { keys, of } = segmentsAt(tables, view, by, at);
        expect(of.length).toBe(tables.persons);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => key !== 'other' && key !== 'unknown').length).toBeLessThanOrEqual(12);
        for (const rest of ['other', 'unknown']) if (keys.includes(rest)) expect(of.includes(keys.indexOf(rest))).toBe(true);
        if (tables.persons > 0) expect(Math.max(...of)).toBeLessThan(keys.length);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('of a view that is over do not change when later orders come in', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), day, (shop, view, at) => {
        const orders = shop.orders.filter((order) => order.day < isoFromDay(view.to)).map((o) => ({ ...o, refunded: 0 }));
        const later = shop.orders.filter((order) => order.day >= isoFromDay(view.to)).map((o) => ({ ...o, refunded: 0 }));
        const over = { ...view, asOf: view.to + 300 };
        const then = named({ orders }, over, by, Math.min(at, view.to));
        const now = named({ orders: [...orders, ...later] }, over, by, Math.min(at, view.to));
        // A discount told by a later order alone says of the earlier ones that they had none; the files then know what they did not.
        if (by === 'first-discount' && orders.every((o) => o.discount === undefined)) return;
        expect(now.slice(0, then.length)).toEqual(then);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('who is where', () => {
  const move = [
    { customer: 'a', day: '2024-01-05', net: 100, country: 'DE' },
    { customer: 'a', day: '2024-02-05', net: 100, country: 'FR' },
    { customer: 'b', day: '2024-02-20', net: 100, country: 'DE' },
  ];
  const view = vectorView(shopTablesOf({ orders: move }).orders);
  const on = (iso: number, by: SegmentBy) => named({ orders: move }, view, by, iso);
  const february = view.from + 27; // 1 February

  it('a customer is of the country held before the day, not of the one ordered from later', () => {
    expect(on(february, 'country')).toEqual(['=DE', '=DE']);
    expect(on(february + 5, 'country')).toEqual(['=FR', '=DE']);
  });

  it('fourteen countries: the twelve with most customers stand alone, two are other', () => {
    const orders = Array.from({ length: 14 }, (_, c) =>
      Array.from({ length: c < 2 ? 1 : 2 }, (_, i) => ({ customer: `${c}-${i}`, day: '2024-01-05', net: 100, country: `c${c}` })),
    ).flat();
    const tables = shopTablesOf({ orders });
    const { keys, of } = segmentsAt(tables, vectorView(tables.orders), 'country', 0);
    expect(keys).toHaveLength(13);
    expect(keys.at(-1)).toBe('other');
    expect(Array.from(of).filter((place) => place === 12)).toHaveLength(2);
  });

  it('equal sums are in one third, and sums that are all equal make one', () => {
    const orders = [10, 10, 10, 10, 20, 30].map((net, i) => ({ customer: `${i}`, day: '2024-01-05', net }));
    const all = vectorView(shopTablesOf({ orders }).orders);
    expect(named({ orders }, all, 'first-size', all.from)).toEqual(['small', 'small', 'small', 'small', 'large', 'large']);
    const equal = orders.map((order) => ({ ...order, net: 10 }));
    expect(new Set(named({ orders: equal }, all, 'first-size', all.from))).toEqual(new Set(['small']));
  });

  it('a shop can be split by what its files know two values of', () => {
    const tables = shopTablesOf({ orders: move, records: { customers: [{ person: 'a', tier: 'Gold' }] } });
    expect(segmentBys(tables, view)).toEqual(['country', 'first-month']);
  });
});

/** Members whose sign-up is known by the as-of day: later ones are cut on the way in. */
function knownMembers(shop: Parameters<typeof shopTablesOf>[0], view: View) {
  return (shop.records?.customers ?? []).filter((row) => row.signup === undefined || String(row.signup) <= isoFromDay(view.asOf));
}
