import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/core/columns/dictionary';
import { NO_DAY } from '../../src/core/columns/batch';
import { dateColumn, daysUnder } from '../../src/intake/dates/date-column';
import { certainOrder, dateReadings } from '../../src/intake/dates/date-readings';
import { parseClock } from '../../src/intake/dates/parse-clock';
import { parseDate } from '../../src/intake/dates/parse-date';
import { dayFromYmd, isoFromDay, ymdFromDay } from '../../src/terms/day';
import type { DateOrder } from '../../src/terms/plan';
import { TODAY } from './helpers';

function column(cells: readonly string[]) {
  const texts = new Dictionary();
  for (const cell of cells) texts.add(cell);
  const dates = dateColumn(texts);
  const readings = dateReadings(dates, texts, TODAY);
  return { dates, readings, order: certainOrder(dates, readings) };
}

function iso(cell: string, order: DateOrder): string | null {
  const day = daysUnder(column([cell]).dates, order)[0]!;
  return day === NO_DAY ? null : isoFromDay(day);
}

describe('dates as files write them', () => {
  it.each([
    ['2024-03-05', 'ymd', '2024-03-05'], ['2024-03-05', 'ydm', '2024-05-03'], ['2024/3/5', 'ymd', '2024-03-05'], ['2024.3.5', 'ymd', '2024-03-05'],
    ['05/03/2024', 'dmy', '2024-03-05'], ['05/03/2024', 'mdy', '2024-05-03'], ['5.3.2024', 'dmy', '2024-03-05'], ['12/1/2010 8:26', 'mdy', '2010-12-01'],
    ['03/14/24', 'mdy', '2024-03-14'], ['14/03/24', 'dmy', '2024-03-14'], ['24-03-14', 'ymd', '2024-03-14'], ['03/14/70', 'mdy', '1970-03-14'],
    ['2024年3月5日', 'ymd', '2024-03-05'], ['2024年03月05日 12:30', 'ymd', '2024-03-05'], ['２０２４年３月５日', 'ymd', '2024-03-05'], ['2024年3月5日 星期二', 'ymd', '2024-03-05'],
    ['01-Dec-2023', 'ymd', '2023-12-01'], ['1 December 2023', 'dmy', '2023-12-01'], ['Dec 1, 2023', 'mdy', '2023-12-01'], ['Oct 5, 2026', 'ymd', '2026-10-05'],
    ['10-Dez-25', 'ymd', '2025-12-10'], ['1er février 2024', 'dmy', '2024-02-01'], ['1 février 2024', 'dmy', '2024-02-01'], ['Tue, 05 Mar 2024 10:00:00 GMT', 'ymd', '2024-03-05'],
    ['2024-03-05T10:15:00Z', 'ymd', '2024-03-05'], ['2024-03-05T23:59:59+08:00', 'ymd', '2024-03-05'], ['2026-09-03 10:14:00 -0400', 'ymd', '2026-09-03'], ['2019-11-01 08:51:12.402', 'ymd', '2019-11-01'],
    ['20240305', 'compact', '2024-03-05'], ['20240305101500', 'compact', '2024-03-05'], ['45356', 'serial', '2024-03-05'], ['45356.5', 'serial', '2024-03-05'], ['45356', 'ymd', null],
    ['2024-02-29', 'ymd', '2024-02-29'], ['2023-02-29', 'ymd', null], ['2024-13-01', 'ymd', null], ['31/04/2024', 'dmy', null], ['20241301', 'compact', null], ['', 'ymd', null], ['not-a-date', 'ymd', null],
    ['12', 'ymd', null], ['2024-03-05 banana', 'ymd', null], ['1.5', 'dmy', null], ['N/A', 'dmy', null],
    ['2024-03-05 10:00:00+00', 'ymd', '2024-03-05'], ['2024-03-05 10:00:00.5-04', 'ymd', '2024-03-05'], ['2024-03-05 10:00 UTC+8', 'ymd', '2024-03-05'], ['2024-03-05 10:00 banana', 'ymd', null],
    ['Tue Mar 05 2024 10:00:00 GMT+0800 (China Standard Time)', 'ymd', '2024-03-05'], ['March 5, 2024 at 3:05 PM', 'ymd', '2024-03-05'], ['2024/3/5 早上 8:05', 'ymd', '2024-03-05'],
    ['0001-01-01', 'ymd', null], ['01/01/1900', 'dmy', null], ['30.12.1899', 'dmy', null], ['19000101', 'compact', null], ['1900年1月1日', 'ymd', null], ['1950-01-01', 'ymd', '1950-01-01'],
  ] as const)('%s read as %s is %s', (cell, order, expected) => {
    expect(iso(cell, order)).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['8:26', 30_360], ['08:26:15', 30_375], ['8:26 AM', 30_360], ['8:26 pm', 73_560], ['12:00 AM', 0], ['12:30pm', 45_000], ['下午3:05', 54_300], ['23:59:60', 86_399],
    ['17:00:00', 61_200], ['24:00', -1], ['8:61', -1], ['x', -1], ['10:15:00Z', 36_900], ['10:15:00 -0400', 36_900], ['10:15:00.402', 36_900],
    ['10:15:00+00', 36_900], ['中午12:30', 45_000], ['中午1:05', 47_100], ['中午11:30', 41_400], ['凌晨12:30', 1_800], ['傍晚6:00', 64_800], ['10:15 Uhr', 36_900],
  ] as const)('%s is second %i of the day, by the clock as written', (text, second) => {
    expect(parseClock(text)).toBe(second);
  }); // prettier-ignore

  it('the time behind a date is kept', () => {
    expect(parseDate('2010-12-01 08:26:00').second).toBe(30_360);
    expect(parseDate('12/1/2010 8:26').second).toBe(30_360);
    expect(parseDate('45356.5').second).toBe(43_200);
    expect(parseDate('2010-12-01').second).toBe(-1);
  });
});

describe('the order of a column of dates', () => {
  it('is asked when 03/04 can be read in two ways, and both are shown with what follows', () => {
    const { order, readings } = column(['03/04/2026', '05/06/2026', '11/12/2026']);
    expect(order).toBeNull();
    expect(readings.map((r) => [r.order, r.possible, isoFromDay(r.from!), isoFromDay(r.to!), r.days, r.future])).toEqual([
      ['dmy', true, '2026-04-03', '2026-12-11', 3, 1],
      ['mdy', true, '2026-03-04', '2026-11-12', 3, 1],
    ]);
  });

  it('is decided by one part above 12, and the other reading says which cell makes it impossible', () => {
    const { order, readings } = column(['03/04/2024', '25/03/2024', '31/12/2024']);
    expect(order).toBe('dmy');
    expect(readings.find((r) => r.order === 'mdy')).toMatchObject({ possible: false, impossible: 2, proof: '25/03/2024' });
  });

  it.each([
    [['2024-01-02', '2024-03-04'], 'ymd'], [['2024年1月2日'], 'ymd'], [['01.02.2024', '03.04.2024'], 'dmy'], [['20240102'], 'compact'], [['45292', '45293'], 'serial'],
    [['03/14/24', '03/20/24', 'not-a-date'], 'mdy'], [['01/02/24'], null], [['3/4/2024', 'n/a', ''], null], [['1/13/2024', '2024-05-06'], 'mdy'], [['25/03/24', '26/03/24'], 'dmy'], [['24-03-31', '24-12-25'], null], [['31-12-24', '31-03-24'], 'dmy'], [['99-12-31', '99-11-25'], 'ymd'],
  ] as const)('%j is %s', (cells, expected) => {
    expect(column(cells).order).toBe(expected);
  }); // prettier-ignore

  it('is null only when both orders can read every date, whatever the days are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10_000, max: 20_000 }), { minLength: 1, maxLength: 20 }), (days) => {
        const parts = days.map((day) => ymdFromDay(day));
        const { order } = column(parts.map(({ year, month, day }) => `${day}/${month}/${year}`));
        expect(order).toBe(parts.every(({ day }) => day <= 12) ? null : 'dmy');
      }),
    );
  });

  it('any day written in any order is read back under that order', () => {
    const write: Record<string, (y: number, m: number, d: number) => string> = {
      ymd: (y, m, d) => `${y}/${m}/${d}`,
      ydm: (y, m, d) => `${y}-${d}-${m}`,
      dmy: (y, m, d) => `${d}-${m}-${y} 10:15`,
      mdy: (y, m, d) => `${m}/${d}/${y}`,
      compact: (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(...Object.keys(write)), (day, order) => {
        const { year, month, day: d } = ymdFromDay(day);
        expect(iso(write[order]!(year, month, d), order as DateOrder)).toBe(isoFromDay(dayFromYmd(year, month, d)));
      }),
    );
  });
});
