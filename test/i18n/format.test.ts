import { describe, expect, it } from 'vitest';
import { closestLanguage } from '../../src/i18n/i18n.svelte';
import { Format } from '../../src/i18n/format';
import { dayFromIso } from '../../src/terms/day';

const en = new Format('en');
const hans = new Format('zh-Hans');
const hant = new Format('zh-Hant');
const pounds = { code: 'GBP', digits: 2 };
const day = dayFromIso('2010-12-01')!;

describe('numbers and dates as words', () => {
  it('a percentage has a narrow space that does not break in English, and none in Chinese', () => {
    expect([en.percent(0.36610169), hans.percent(0.36610169), en.percent(null)]).toEqual(['36.6\u202f%', '36.6%', '–']);
    expect(en.percentRange(0.33512, 0.3984)).toBe('33.5–39.8\u202f%');
  });

  it('a negative number has a true minus, and 0 has none', () => {
    expect([en.count(-4), en.count(-0), en.points(-0.031), en.points(0.07, true), en.money(-61134209, pounds)]).toEqual([
      '−4',
      '0',
      '−3.1',
      '+7.0',
      '−£611,342.09',
    ]);
  });

  it('a half is rounded away from zero on both sides, and what rounds to nothing has no sign', () => {
    expect([en.count(37.5), en.count(-37.5), en.count(-0.4), en.percent(-0.0001), en.points(0.0001, true), en.points(-0.0001)]).toEqual([
      '38',
      '−38',
      '0',
      '0.0\u202f%',
      '0.0',
      '0.0',
    ]);
    expect([hans.money(-0.4, pounds), en.money(-40, pounds, true)]).toEqual(['£0.00', '£0']);
  });

  it('money that is expected has three digits, and large sums have the large unit of the language', () => {
    expect(en.moneyRough(213_456_700, pounds)).toBe('£2.13m');
    expect(en.moneyRough(21_345_670, pounds)).toBe('£213,000');
    expect(en.moneyRough(-1_234, pounds)).toBe('−£12.3');
    expect(hans.moneyRough(213_456_700, pounds)).toBe('£213\u2060万');
    expect(hans.moneyRough(213_456, { code: '', digits: 2 })).toBe('2,130');
  });

  it('money has its symbol and digits; without a currency it is a number', () => {
    expect(en.money(891140790, pounds)).toBe('£8,911,407.90');
    expect(hans.money(891140790, { code: 'CNY', digits: 2 })).toBe('¥8,911,407.90');
    expect(en.money(150000, { code: 'JPY', digits: 0 })).toBe('¥150,000');
    expect(en.money(12345, { code: '', digits: 2 })).toBe('123.45');
    expect(en.money(891140790, pounds, true)).toBe('£8,911,408');
  });

  it('a day and a period read as people write them', () => {
    expect([en.day(day), hans.day(day), hant.day(day)]).toEqual(['1 Dec 2010', '2010年12月1日', '2010年12月1日']);
    expect([en.period(day, 'month', 'long'), en.period(day, 'month'), en.period(day, 'month', 'tick')]).toEqual([
      'December 2010',
      'Dec 2010',
      'Dec',
    ]);
    expect([hans.period(day, 'month', 'long'), hans.period(day, 'month', 'tick')]).toEqual(['2010年12月', '12月']);
    expect([en.period(dayFromIso('2011-10-01')!, 'quarter'), hans.period(dayFromIso('2011-10-01')!, 'quarter')]).toEqual([
      'Q4 2011',
      '2011年第4季度',
    ]);
  });

  it('bytes are told in decimal units', () => {
    expect([en.bytes(999), en.bytes(48039726), en.bytes(1_500_000_000)]).toEqual(['999\u00a0B', '48.0\u00a0MB', '1.5\u00a0GB']);
  });
});

describe('the language of a device', () => {
  it('is the first one wanted that we speak, Chinese by script or region', () => {
    const of = (...wanted: string[]) => closestLanguage(wanted);
    expect([of('zh-CN'), of('zh-TW'), of('zh-Hant-HK'), of('zh-Hans-SG'), of('fr', 'zh-HK'), of('en-US', 'zh'), of('fr'), of()]).toEqual([
      'zh-Hans',
      'zh-Hant',
      'zh-Hant',
      'zh-Hans',
      'zh-Hant',
      'en',
      'en',
      'en',
    ]);
  });
});
