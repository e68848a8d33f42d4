import { describe, expect, it } from 'vitest';
import { orderTableOf, type OrderLiteral } from '../../../../src/core/columns/order-literals';
import { aheadBands, sumOver, valueAhead } from '../../../../src/core/metrics/prediction/value-ahead';
import type { Scores } from '../../../../src/core/models/predictions';
import { dayFromYmd } from '../../../../src/terms/day';

/** Customer i of n has i order-days after the first and is expected to bring i + 1; the first customers have brought most so far. */
function shop(n: number) {
  const literals: OrderLiteral[] = Array.from({ length: n }, (_, i) => ({
    customer: String.fromCharCode(97 + i),
    day: '2024-01-01',
    net: 1000 - i,
  }));
  const later: OrderLiteral = { customer: 'b', day: '2024-06-01', net: 1e6 };
  const column = (of: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => of(i));
  const scores: Scores = {
    count: n,
    id: Uint32Array.from({ length: n }, (_, i) => i),
    evidence: Uint32Array.from({ length: n }, (_, i) => i),
    alive: column(() => 0.5),
    orders30: column(() => 0),
    orders90: column(() => 0),
    orders365: column(() => 0),
    ordersAhead: column((i) => i / 10),
    spend: column(() => 1),
    value: column((i) => i + 1),
  };
  return valueAhead(orderTableOf([...literals, later]), dayFromYmd(2024, 1, 31), scores);
}

describe('what customers are expected to bring', () => {
  const ahead = shop(20);
  const bands = new Map(aheadBands(ahead).map((band) => [band.name, [...band.rows]]));

  it('is ranked by value: the first tenth of twenty are the two with most, and the tenths part them all', () => {
    expect(bands.get('tenth-1')).toEqual([18, 19]);
    expect(bands.get('top-10')).toEqual([18, 19]);
    const tenths = Array.from({ length: 10 }, (_, i) => bands.get(`tenth-${i + 1}`)!).flat();
    expect(tenths.sort((a, b) => a - b)).toEqual(bands.get('all'));
  });

  it('stands by evidence too: three order-days after the first and more, one or two, none', () => {
    expect(bands.get('once')).toEqual([0]);
    expect(bands.get('little-known')).toEqual([1, 2]);
    expect(bands.get('well-known')).toHaveLength(17);
  });

  it('has beside it what each has brought so far, up to the as-of day only', () => {
    expect([...ahead.soFar.slice(0, 3)]).toEqual([1000, 999, 998]);
  });

  it('need not be the tenth that brought most so far', () => {
    const both = (name: string) => sumOver(Uint32Array.from(bands.get(name)!), (row) => ahead.isBestSoFar![row]!);
    expect([both('top-10'), both('tenth-10'), both('all')]).toEqual([0, 2, 2]);
  });

  it('knows no best tenth of fewer than ten customers', () => {
    const few = shop(9);
    expect(few.isBestSoFar).toBeNull();
    expect(aheadBands(few).map((band) => band.name)).toEqual(['top-20', 'top-50', 'all', 'well-known', 'little-known', 'once']);
  });
});
