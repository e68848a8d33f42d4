import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayFromYmd } from '../../../src/terms/day';
import { paradoxOf, type MovedShare } from '../../../src/core/breakdown/paradox';
import { breakdown } from '../../../src/core/breakdown/breakdown';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { metricById } from '../../../src/core/metrics/registry';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { vectorView } from '../metrics/vector-view';

/** Kidney stones of C. R. Charig et al., BMJ 292 (1986): successes of open surgery and of nephrolithotomy, by size of the stone. */
const NEPHROLITHOTOMY = { small: [234, 270], large: [55, 80] } as const;
const SURGERY = { small: [81, 87], large: [192, 263] } as const;

function moved(before: readonly [number, number], after: readonly [number, number]): MovedShare {
  return { n0: before[1], rate0: before[0] / before[1], n1: after[1], rate1: after[0] / after[1] };
}

/** Of a February, buyers of January by country, of whom some came back. Customers of different years are different people. */
function february(year: number, country: string, [back, base]: readonly [number, number]): OrderLiteral[] {
  return Array.from({ length: base }, (_, i) => {
    const order = { customer: `${year}-${country}-${i}`, country, net: 100 };
    return [{ ...order, day: `${year}-01-10` }, ...(i < back ? [{ ...order, day: `${year}-02-10` }] : [])];
  }).flat();
}

function brokenDown(before: typeof NEPHROLITHOTOMY | Groups, after: Groups) {
  const orders = [2022, 2023].flatMap((year) =>
    Object.entries(year === 2022 ? before : after).flatMap(([country, counts]) => february(year, country, counts)),
  );
  const tables = shopTablesOf({ orders });
  const metric = metricById('customer-retention-rate')!;
  const view = vectorView(tables.orders, { asOf: dayFromYmd(2023, 2, 28) });
  const params = { period: '2023-02-01' };
  return breakdown({ metric, tables, view, params, figure: metric.compute(tables, view, params) }, 'country', 'last-year');
}
type Groups = Record<string, readonly [number, number]>;

describe('a total that moves against its parts', () => {
  it('is told of the kidney stones: both sizes went up, 86.7 to 93.1 % and 68.8 to 73.0 %, the total down from 82.6 to 78.0 %', () => {
    const { rows, total, before, paradox } = brokenDown(NEPHROLITHOTOMY, SURGERY);
    expect([before!.value, total.value].map((v) => v!.toFixed(3))).toEqual(['0.826', '0.780']);
    const rates = Object.fromEntries(rows.map((row) => [row.segment, [row.before!.value!.toFixed(3), row.figure.value!.toFixed(3)]]));
    expect(rates).toEqual({ '=small': ['0.867', '0.931'], '=large': ['0.688', '0.730'] });
    expect(paradox).toMatchObject({ kind: 'reversal', groups: 2 });
    expect(paradox!.change).toBeCloseTo(273 / 350 - 289 / 350, 12);
    // By hand: mean shares 357/700 and 343/700 times the two changes.
    const within = (357 / 700) * (81 / 87 - 234 / 270) + (343 / 700) * (192 / 263 - 55 / 80);
    expect(paradox!.within).toBeCloseTo(within, 12);
    expect(paradox!.mix).toBeCloseTo(paradox!.change - within, 12);
  });

  it('is not told when the total moves as its parts do', () => {
    expect(brokenDown(SURGERY, { small: [86, 87], large: [220, 263] }).paradox).toBeNull();
  });

  it('is not told when nothing changed, nor of less than half a point', () => {
    expect(brokenDown(SURGERY, SURGERY).paradox).toBeNull();
    const hardly = { small: [82, 87], large: [192, 263] } as const;
    expect(brokenDown(SURGERY, hardly).paradox).toBeNull();
  });

  it('is told of Berkeley 1973 as a mix: two of six departments differ the other way, and the mix outweighs all', () => {
    // P. J. Bickel et al., Science 187 (1975), the six largest: admitted of men, then of women, with applicants as in R's UCBAdmissions.
    const departments: [readonly [number, number], readonly [number, number]][] = [
      [[512, 825], [89, 108]],
      [[353, 560], [17, 25]],
      [[120, 325], [202, 593]],
      [[138, 417], [131, 375]],
      [[53, 191], [94, 393]],
      [[22, 373], [24, 341]],
    ]; // prettier-ignore
    const found = paradoxOf(departments.map(([men, women]) => moved(men, women)))!;
    expect(found.kind).toBe('mix');
    expect(found.change).toBeCloseTo(557 / 1835 - 1198 / 2691, 12);
    expect(found.within).toBeGreaterThan(0);
    // The second department has 25 women: too few to be spoken of.
    expect(found.groups).toBe(5);
  });

  it('one group cannot contradict itself', () => {
    expect(paradoxOf([moved([50, 100], [60, 100])])).toBeNull();
  });

  it('the change is within and mix together, whatever the groups', () => {
    const group = fc
      .record({
        n0: fc.nat(200),
        n1: fc.nat(200),
        share0: fc.double({ min: 0, max: 1, noNaN: true }),
        share1: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ n0, n1, share0, share1 }) => ({
        n0,
        n1,
        rate0: n0 ? Math.round(share0 * n0) / n0 : 0,
        rate1: n1 ? Math.round(share1 * n1) / n1 : 0,
      }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const found = paradoxOf(groups);
        if (!found) return;
        const rate = (n: 'n0' | 'n1', r: 'rate0' | 'rate1') =>
          groups.reduce((sum, g) => sum + g[n] * g[r], 0) / groups.reduce((sum, g) => sum + g[n], 0);
        expect(found.change).toBeCloseTo(rate('n1', 'rate1') - rate('n0', 'rate0'), 9);
        expect(found.within + found.mix).toBeCloseTo(found.change, 12);
        expect(found.within * found.change).toBeLessThan(0.3);
      }),
    );
  });
});
