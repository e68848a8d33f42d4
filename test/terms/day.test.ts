import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayFromIso,
  dayFromYmd,
  GRAINS,
  isDate,
  ISO_CALENDAR,
  isoFromDay,
  periodOf,
  periodStart,
  ymdFromDay,
  type Calendar,
} from '../../src/terms/day';

const day = fc.integer({ min: -200_000, max: 200_000 });
const calendar = fc.record({ weekStart: fc.constantFrom(0 as const, 1 as const, 6 as const), yearStart: fc.integer({ min: 1, max: 12 }) });

describe('days', () => {
  it('agree with the proleptic Gregorian calendar of Date over a thousand years', () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = new Date(n * 86_400_000);
        const ymd = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(ymdFromDay(n)).toEqual(ymd);
        expect(dayFromYmd(ymd.year, ymd.month, ymd.day)).toBe(n);
      }),
    );
  });

  it('go to ISO text and back', () => {
    expect(isoFromDay(0)).toBe('1970-01-01');
    expect(dayFromIso('2011-12-09')).toBe(15_317);
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (n) => dayFromIso(isoFromDay(n)) === n));
  });

  it('that do not exist have no number', () => {
    expect(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '01/02/2023', ''].map(dayFromIso)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([isDate(1900, 2, 29), isDate(2000, 2, 29), isDate(2024, 2, 29)]).toEqual([false, true, true]);
  });
});

describe('periods', () => {
  it('follow each other without gap or overlap, in every calendar', () => {
    fc.assert(
      fc.property(day, calendar, fc.constantFrom(...GRAINS), (n, c: Calendar, grain) => {
        const p = periodOf(n, grain, c);
        const start = periodStart(p, grain, c);
        expect(start).toBeLessThanOrEqual(n);
        expect(periodStart(p + 1, grain, c)).toBeGreaterThan(n);
        expect(periodOf(start, grain, c)).toBe(p);
        expect(periodOf(start - 1, grain, c)).toBe(p - 1);
      }),
    );
  });

  it('a week begins on the day that the calendar says', () => {
    // 2024-03-03 was a Sunday.
    const sunday = dayFromIso('2024-03-03')!;
    const startOf = (weekStart: 0 | 1 | 6) =>
      isoFromDay(periodStart(periodOf(sunday, 'week', { weekStart, yearStart: 1 }), 'week', { weekStart, yearStart: 1 }));
    expect([startOf(0), startOf(1), startOf(6)]).toEqual(['2024-03-03', '2024-02-26', '2024-03-02']);
  });

  it('a year that begins in April keeps calendar quarters, one that begins in February moves them by a month', () => {
    const march = dayFromIso('2024-03-15')!;
    const startOf = (yearStart: number) =>
      isoFromDay(periodStart(periodOf(march, 'quarter', { weekStart: 1, yearStart }), 'quarter', { weekStart: 1, yearStart }));
    expect([startOf(1), startOf(4), startOf(2), startOf(3)]).toEqual(['2024-01-01', '2024-01-01', '2024-02-01', '2024-03-01']);
  });

  it('months are told by year and month', () => {
    expect(periodOf(dayFromIso('2011-12-09')!, 'month', ISO_CALENDAR)).toBe(2011 * 12 + 11);
  });
});
