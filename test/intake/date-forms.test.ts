import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/core/columns/dictionary';
import { NO_DAY } from '../../src/core/columns/batch';
import { dateColumn, daysUnder } from '../../src/intake/dates/date-column';
import { certainOrder, dateReadings } from '../../src/intake/dates/date-readings';
import { parseDate } from '../../src/intake/dates/parse-date';
import { dayFromIso, isoFromDay } from '../../src/terms/day';
import type { DateOrder } from '../../src/terms/plan';
import { TODAY } from './helpers';

const DAYS = ['2024-03-05', '2023-12-27', '2024-02-29', '2019-11-01', '2026-10-05', '1999-12-31'];

/** The same days in the forms that programs write, and the order in which they are read; null where a form has no such day. */
// prettier-ignore
const WRITTEN: readonly (readonly [order: DateOrder, cells: readonly (string | null)[]])[] = [
  ['ymd', ['2024-03-05', '2023-12-27', '2024-02-29', '2019-11-01', '2026-10-05', '1999-12-31']],
  ['ymd', ['2024/3/5', '2023/12/27', '2024/2/29', '2019/11/1', '2026/10/5', '1999/12/31']],
  ['ymd', ['2024.03.05 08:05', '2023.12.27 08:05', '2024.02.29 08:05', '2019.11.01 08:05', '2026.10.05 08:05', '1999.12.31 08:05']],
  ['ymd', ['2024. 3. 5.', '2023. 12. 27.', '2024. 2. 29.', '2019. 11. 1.', '2026. 10. 5.', '1999. 12. 31.']],
  ['ymd', ['2024-03-05T23:59:59+08:00', '2023-12-27T23:59:59+08:00', '2024-02-29T23:59:59+08:00', '2019-11-01T23:59:59+08:00', '2026-10-05T23:59:59+08:00', '1999-12-31T23:59:59+08:00']],
  ['ymd', ['2024-03-05T00:00:00.000Z', '2023-12-27T00:00:00.000Z', '2024-02-29T00:00:00.000Z', '2019-11-01T00:00:00.000Z', '2026-10-05T00:00:00.000Z', '1999-12-31T00:00:00.000Z']],
  ['ymd', ['2024-03-05 23:59:60', '2023-12-27 23:59:60', '2024-02-29 23:59:60', '2019-11-01 23:59:60', '2026-10-05 23:59:60', '1999-12-31 23:59:60']],
  ['ydm', ['2024-05-03', '2023-27-12', '2024-29-02', '2019-01-11', '2026-05-10', '1999-31-12']],
  ['dmy', ['05/03/2024', '27/12/2023', '29/02/2024', '01/11/2019', '05/10/2026', '31/12/1999']],
  ['dmy', ['5.3.2024 15:05', '27.12.2023 15:05', '29.2.2024 15:05', '1.11.2019 15:05', '5.10.2026 15:05', '31.12.1999 15:05']],
  ['dmy', ['5-3-2024 3:05 pm', '27-12-2023 3:05 pm', '29-2-2024 3:05 pm', '1-11-2019 3:05 pm', '5-10-2026 3:05 pm', '31-12-1999 3:05 pm']],
  ['mdy', ['03/05/2024', '12/27/2023', '02/29/2024', '11/01/2019', '10/05/2026', '12/31/1999']],
  ['mdy', ['3/5/2024 12:00:00 AM', '12/27/2023 12:00:00 AM', '2/29/2024 12:00:00 AM', '11/1/2019 12:00:00 AM', '10/5/2026 12:00:00 AM', '12/31/1999 12:00:00 AM']],
  ['mdy', ['3/5/24', '12/27/23', '2/29/24', '11/1/19', '10/5/26', '12/31/99']],
  ['dmy', ['05.03.24', '27.12.23', '29.02.24', '01.11.19', '05.10.26', '31.12.99']],
  ['ymd', ['24-03-05', '23-12-27', '24-02-29', '19-11-01', '26-10-05', '99-12-31']],
  ['compact', ['20240305', '20231227', '20240229', '20191101', '20261005', '19991231']],
  ['compact', ['20240305T150500Z', '20231227T150500Z', '20240229T150500Z', '20191101T150500Z', '20261005T150500Z', '19991231T150500Z']],
  ['serial', ['45356', '45287', '45351', '43770', '46300', '36525']],
  ['serial', ['45356.75', '45287.75', '45351.75', '43770.75', '46300.75', '36525.75']],
  ['serial-1904', ['43894', '43825', '43889', '42308', '44838', '35063']],
  ['epoch', ['1709600400', '1703638800', '1709168400', '1572570000', '1791162000', null]],
  ['epoch', ['1709683199999', '1703721599999', '1709251199999', '1572652799999', '1791244799999', null]],
  ['ymd', ['2024年3月5日', '2023年12月27日', '2024年2月29日', '2019年11月1日', '2026年10月5日', '1999年12月31日']],
  ['ymd', ['2024年3月5日 下午3:05', '2023年12月27日 下午3:05', '2024年2月29日 下午3:05', '2019年11月1日 下午3:05', '2026年10月5日 下午3:05', '1999年12月31日 下午3:05']],
  ['ymd', ['2024年03月05日(火)', '2023年12月27日(水)', '2024年02月29日(木)', '2019年11月01日(金)', '2026年10月05日(月)', '1999年12月31日(金)']],
  ['ymd', ['2024년 3월 5일 오후 3:05', '2023년 12월 27일 오후 3:05', '2024년 2월 29일 오후 3:05', '2019년 11월 1일 오후 3:05', '2026년 10월 5일 오후 3:05', '1999년 12월 31일 오후 3:05']],
  ['ymd', ['民國113年3月5日', '民國112年12月27日', '民國113年2月29日', '民國108年11月1日', '民國115年10月5日', '民國88年12月31日']],
  ['ymd', ['民國113/3/5', '民國112/12/27', '民國113/2/29', '民國108/11/1', '民國115/10/5', '民國88/12/31']],
  ['ymd', ['113/03/05', '112/12/27', '113/02/29', '108/11/01', '115/10/05', null]],
  ['ymd', ['113.03.05', '112.12.27', '113.02.29', '108.11.01', '115.10.05', null]],
  ['ymd', ['令和6年3月5日', '令和5年12月27日', '令和6年2月29日', null, '令和8年10月5日', null]],
  ['ymd', ['05-3月-24', '27-12月-23', '29-2月-24', '01-11月-19', '05-10月-26', '31-12月-99']],
  ['ymd', ['5-三月-2024', '27-十二月-2023', '29-二月-2024', '1-十一月-2019', '5-十月-2026', '31-十二月-1999']],
  ['ymd', ['05-Mar-2024', '27-Dec-2023', '29-Feb-2024', '01-Nov-2019', '05-Oct-2026', '31-Dec-1999']],
  ['ymd', ['05-MAR-24', '27-DEC-23', '29-FEB-24', '01-NOV-19', '05-OCT-26', '31-DEC-99']],
  ['ymd', ['Mar-05-24', 'Dec-27-23', 'Feb-29-24', 'Nov-01-19', 'Oct-05-26', 'Dec-31-99']],
  ['ymd', ['March 5, 2024', 'December 27, 2023', 'February 29, 2024', 'November 1, 2019', 'October 5, 2026', 'December 31, 1999']],
  ['ymd', ['Mar 5, 2024, 3:05:10 p.m.', 'Dec 27, 2023, 3:05:10 p.m.', 'Feb 29, 2024, 3:05:10 p.m.', 'Nov 1, 2019, 3:05:10 p.m.', 'Oct 5, 2026, 3:05:10 p.m.', 'Dec 31, 1999, 3:05:10 p.m.']],
  ['ymd', ['5 March 2024 at 15:05', '27 December 2023 at 15:05', '29 February 2024 at 15:05', '1 November 2019 at 15:05', '5 October 2026 at 15:05', '31 December 1999 at 15:05']],
  ['ymd', ['Tue, 05 Mar 2024 10:00:00 GMT', 'Wed, 27 Dec 2023 10:00:00 GMT', 'Thu, 29 Feb 2024 10:00:00 GMT', 'Fri, 01 Nov 2019 10:00:00 GMT', 'Mon, 05 Oct 2026 10:00:00 GMT', 'Fri, 31 Dec 1999 10:00:00 GMT']],
  ['ymd', ['Tue Mar 05 2024 10:00:00 GMT+0800 (China Standard Time)', 'Wed Dec 27 2023 10:00:00 GMT+0800 (China Standard Time)', 'Thu Feb 29 2024 10:00:00 GMT+0800 (China Standard Time)', 'Fri Nov 01 2019 10:00:00 GMT+0800 (China Standard Time)', 'Mon Oct 05 2026 10:00:00 GMT+0800 (China Standard Time)', 'Fri Dec 31 1999 10:00:00 GMT+0800 (China Standard Time)']],
  ['ymd', ['Tue Mar  5 10:00:00 UTC 2024', 'Wed Dec 27 10:00:00 UTC 2023', 'Thu Feb 29 10:00:00 UTC 2024', 'Fri Nov  1 10:00:00 UTC 2019', 'Mon Oct  5 10:00:00 UTC 2026', 'Fri Dec 31 10:00:00 UTC 1999']],
  ['ymd', ['2024-Mar-05', '2023-Dec-27', '2024-Feb-29', '2019-Nov-01', '2026-Oct-05', '1999-Dec-31']],
  ['ymd', ['05-Mrz-24', '27-Dez-23', '29-Feb-24', '01-Nov-19', '05-Okt-26', '31-Dez-99']],
  ['ymd', ['5. März 2024', '27. Dezember 2023', '29. Februar 2024', '1. November 2019', '5. Oktober 2026', '31. Dezember 1999']],
  ['ymd', ['5 mars 2024 à 15:05', '27 décembre 2023 à 15:05', '29 février 2024 à 15:05', '1 novembre 2019 à 15:05', '5 octobre 2026 à 15:05', '31 décembre 1999 à 15:05']],
  ['ymd', ['5 mars. 2024', '27 déce. 2023', '29 févr. 2024', '1er nove. 2019', '5 octo. 2026', '31 déce. 1999']],
  ['ymd', ['5 de marzo de 2024', '27 de diciembre de 2023', '29 de febrero de 2024', '1 de noviembre de 2019', '5 de octubre de 2026', '31 de diciembre de 1999']],
  ['ymd', ['5 mar 2024', '27 dic 2023', '29 feb 2024', '1 nov 2019', '5 ott 2026', '31 dic 1999']],
  ['ymd', ['5 de março de 2024', '27 de dezembro de 2023', '29 de fevereiro de 2024', '1 de novembro de 2019', '5 de outubro de 2026', '31 de dezembro de 1999']],
  ['ymd', ['5 maart 2024 om 15:05', '27 december 2023 om 15:05', '29 februari 2024 om 15:05', '1 november 2019 om 15:05', '5 oktober 2026 om 15:05', '31 december 1999 om 15:05']],
];

function column(cells: readonly string[], name = '') {
  const texts = new Dictionary();
  for (const cell of cells) texts.add(cell);
  const dates = dateColumn(texts, name);
  const readings = dateReadings(dates, texts, TODAY);
  return { dates, readings, order: certainOrder(dates, readings) };
}

function iso(cells: readonly string[], order: DateOrder, name = ''): (string | null)[] {
  return Array.from(daysUnder(column(cells, name).dates, order), (day) => (day === NO_DAY ? null : isoFromDay(day)));
}

describe('a date is the day that is written, whatever its form', () => {
  it.each(WRITTEN)('%s: %j', (order, cells) => {
    const there = cells.flatMap((cell, i) => (cell === null ? [] : [[cell, DAYS[i]!] as const]));
    expect(iso(there.map(([cell]) => cell), order)).toEqual(there.map(([, day]) => day)); // prettier-ignore
  });

  it('is so for more than 300 cells', () => {
    expect(WRITTEN.flatMap(([, cells]) => cells.filter((cell) => cell !== null)).length).toBeGreaterThan(300);
  });

  const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'zh-CN', 'zh-TW', 'ko'];
  it.each(LANGUAGES.flatMap((language) => (['full', 'long', 'medium'] as const).map((style) => [language, style] as const)))(
    'with the months of %s, %s, as Intl writes them',
    (language, dateStyle) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short', timeZone: 'UTC' });
      const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 13 + month, 15, 5));
      const written = days.map((day) => format.format(day));
      const { order, dates } = column(written);
      expect([...daysUnder(dates, order ?? 'ymd')].map((day) => (day === NO_DAY ? written : day))).toEqual(
        days.map((day) => Math.floor(day / 86_400_000)),
      );
      expect([...dates.second]).toEqual(days.map(() => 15 * 3600 + 5 * 60));
    },
  );

  it.each([
    ['2024-03-05T23:59:59-11:00', 86_399], ['2024-03-05T00:30:00+14:00', 1_800], ['2024-03-05T10:00:00-05:00[America/New_York]', 36_000], ['2024-03-05 23:59:60', 86_399],
    ['2024年3月5日 下午3:05', 54_300], ['Mar 5, 2024 3 PM', 54_000], ['2024-03-05 12:15 am', 900], ['5.3.2024 - 15:05 Uhr', 54_300], ['2024-03-31 02:30:00', 9_000], ['20240305T1505', 54_300],
  ] as const)('%s keeps its day and its clock as written: second %i', (cell, second) => {
    expect(parseDate(cell).second).toBe(second);
    expect(iso([cell], 'dmy')[0]!.slice(0, 7)).toBe('2024-03');
  }); // prettier-ignore
});

describe('no date', () => {
  it.each([
    '2023-02-29', '2024-02-30', '31.04.2024', '2024年2月30日', '30-Feb-2024', 'Foo 5, 2024', '5 Foobar 2024', '60', '61', '1', '19999', '80001', '0.5', '999999999', '2208988800', '4006381333931',
    '113/13/05', '民國0年1月1日', '2024-03-05X10:00:00', '2024-03-05 25:00', '1234567', '20241301', '2024-1', 'Q1 2024', '2024W10', '1/2', '1-2-3', '12:30', '   .', '1900-02-29',
  ])('%s', (cell) => {
    for (const order of ['ymd', 'dmy', 'mdy', 'serial', 'serial-1904', 'compact', 'epoch'] as const) expect(iso([cell], order)).toEqual([null]);
  }); // prettier-ignore
});

describe('years of the Republic of China', () => {
  it('are told by three digits, and shorter ones of the column follow', () => {
    expect(iso(['113/03/05', '99/12/31', '113.03.05'], 'ymd')).toEqual(['2024-03-05', '2010-12-31', '2024-03-05']);
  });

  it('are told by the name of the column', () => {
    expect(iso(['99/12/31', '1130305', '98年3月5日'], 'ymd', '訂單日期（民國）')).toEqual(['2010-12-31', '2024-03-05', '2009-03-05']);
    expect(column(['99/12/31', '98/01/02'], 'ROC date').order).toBe('ymd');
  });

  it('are not thought of elsewhere', () => {
    expect(iso(['99/12/31'], 'ymd')).toEqual(['1999-12-31']);
  });
});

describe('day numbers of a spreadsheet', () => {
  it('count from 1900 unless the name of the column says 1904', () => {
    expect([column(['45356', '45357']).order, column(['43894', '43895'], 'Date (1904)').order]).toEqual(['serial', 'serial-1904']);
    expect(iso(['43894'], 'serial-1904')).toEqual(['2024-03-05']);
  });

  it('from 1904 on are offered only where they do not lead into the future', () => {
    expect(column(['40000']).readings.map((reading) => reading.order)).toEqual(['serial', 'serial-1904']);
    expect(column(['46000']).readings.map((reading) => reading.order)).toEqual(['serial']);
  });
});

describe('a column whose dates can be read in two ways asks', () => {
  const parts = Array.from({ length: 12 }, (_, i) => i + 1);
  it.each(['/', '-'])('whenever no part is above 12, with %s between them', (mark) => {
    for (const a of parts)
      for (const b of parts) {
        const { order, readings } = column([`${a}${mark}${b}${mark}2024`]);
        expect(order).toBeNull();
        expect(readings.filter((reading) => reading.possible).map((reading) => reading.order)).toEqual(['dmy', 'mdy']);
        expect(readings.every((reading) => reading.from !== null && reading.days === 1)).toBe(true);
      }
  });

  it('says how many days of each reading lie in the future', () => {
    const { readings } = column(['05/11/2026', '04/11/2026']);
    expect(readings.map((reading) => [reading.order, reading.future])).toEqual([
      ['dmy', 2],
      ['mdy', 0],
    ]);
    expect(dayFromIso('2026-05-11')).toBeLessThan(TODAY);
  });
});
