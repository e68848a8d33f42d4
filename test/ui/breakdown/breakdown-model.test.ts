import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { baseUnit, breakdownFinding, scaleOf, shownRow, type ShownRow } from '../../../src/ui/breakdown/breakdown-model';
import { besidePeriods, countChange } from '../../../src/ui/reading/compared';
import { dayFromYmd, GRAINS, periodOf, periodStart } from '../../../src/terms/day';
import type { Scalar } from '../../../src/terms/answer';
import type { View } from '../../../src/terms/view';

/** A share of n with ends a fifth away. */
function share(n: number, value: number): Scalar {
  const interval = { low: Math.max(0, value - 0.05), high: Math.min(1, value + 0.05), level: 0.95, method: 'wilson' as const };
  return { value, n, interval, inputs: [] };
}
const row = (segment: string, n: number, value: number, before: Scalar | null = null): ShownRow =>
  shownRow({ segment, figure: share(n, value), before });

describe('the sentence of a breakdown', () => {
  it('names the lowest and the highest of groups with 30 customers, where these two clearly differ', () => {
    const rows = [row('=a', 100, 0.5), row('=b', 40, 0.2), row('=c', 29, 0.9), row('other', 50, 0.95), row('unknown', 50, 0.01)];
    expect(breakdownFinding(rows)).toMatchObject({ kind: 'span', low: { segment: '=b' }, high: { segment: '=a' } });
  });

  it('says that nothing is clear where their ranges may be of one share, and that there are too few where no group has 30', () => {
    expect(breakdownFinding([row('=a', 100, 0.5), row('=b', 40, 0.48)])).toEqual({ kind: 'level', groups: 2 });
    expect(breakdownFinding([row('=a', 100, 0.5)])).toEqual({ kind: 'level', groups: 1 });
    expect(breakdownFinding([row('=a', 29, 0.5), row('=b', 12, 0.1)])).toEqual({ kind: 'few' });
  });
});

describe('the base of a rate', () => {
  const figure = (inputs: Scalar['inputs']): Scalar => ({ value: 0.5, n: 40, inputs });

  it('is counted in what its figure divides by: orders, answers or customers', () => {
    const people = { key: 'customers', value: 25, unit: 'customers' as const };
    expect(baseUnit(figure([{ key: 'placed-orders', value: 40, unit: 'orders' }, people]))).toBe('orders');
    expect(baseUnit(figure([{ key: 'answers', value: 40, unit: 'answers' }]))).toBe('answers');
    expect(
      baseUnit(
        figure([
          { key: 'net', value: 40, unit: 'money' },
          { ...people, value: 40 },
        ]),
      ),
    ).toBe('customers');
    expect(baseUnit(figure([people]))).toBeNull();
    expect(baseUnit({ value: null, why: 'no-orders' })).toBeNull();
  });
});

describe('a row of a breakdown', () => {
  it('has no share and no change where fewer than five are counted', () => {
    expect(row('=a', 4, 0.5)).toMatchObject({ now: { n: 4, rate: null, low: null }, change: null });
    expect(row('=a', 40, 0.5, share(4, 0.2)).change).toBeNull();
    expect(row('=a', 40, 0.5, share(40, 0.2)).change).toMatchObject({ clear: true });
    expect(shownRow({ segment: '=a', figure: { value: null, why: 'no-customers' }, before: share(9, 0.3) })).toMatchObject({
      now: { n: 0, rate: null },
      before: { n: 9, rate: 0.3 },
      change: null,
    });
  });

  it('lies with its range on the scale that all rows share', () => {
    const one = fc.record({ n: fc.nat(60), value: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ n, value }) => row('=a', n, value));
    fc.assert(
      fc.property(fc.array(one), (rows) => {
        const scale = scaleOf(rows, 0.1);
        if (!scale) return void expect(rows.every(({ now }) => now.low === null || now.low === now.high)).toBe(true);
        for (const { now } of rows) {
          if (now.low === null) continue;
          expect(now.low).toBeGreaterThanOrEqual(scale.low - 1e-6);
          expect(now.high!).toBeLessThanOrEqual(scale.high + 1e-6);
        }
      }),
    );
  });
});

describe('a period beside others', () => {
  const view = (grain: View['grain']): View => ({
    from: dayFromYmd(2022, 1, 1),
    to: dayFromYmd(2025, 1, 1),
    asOf: dayFromYmd(2024, 12, 31),
    grain,
    refunds: 'ignore',
    lapseDays: null,
    calendar: { weekStart: 1, yearStart: 1 },
  });
  const series = (grain: View['grain'], count: number) => {
    const last = periodOf(dayFromYmd(2024, 12, 30), grain, view(grain).calendar);
    return Array.from({ length: count }, (_, i) => ({
      start: periodStart(last - count + 1 + i, grain, view(grain).calendar),
      complete: i < count - 1,
    }));
  };

  it('is the one before and the one a year earlier, in every grain', () => {
    for (const grain of GRAINS) {
      const periods = series(grain, 60);
      const now = periods.at(-2)!;
      const { previous, lastYear } = besidePeriods(periods, now, view(grain));
      expect(previous).toBe(periods.at(-3));
      expect(lastYear).toBe(periods.at({ week: -54, month: -14, quarter: -6 }[grain]));
    }
  });

  it('that is not over has none, and none that is not in view is made up', () => {
    const periods = series('month', 13);
    expect(besidePeriods(periods, periods.at(-1)!, view('month'))).toMatchObject({ previous: null, lastYear: null });
    expect(besidePeriods(periods, periods.at(-2)!, view('month')).lastYear).toBeNull();
  });

  it('a count changes by a number and by a share of what it was; of nothing there is no share', () => {
    expect(countChange(120, 100)).toEqual({ absolute: 20, relative: 0.2 });
    expect(countChange(3, 0)).toEqual({ absolute: 3, relative: null });
  });
});
