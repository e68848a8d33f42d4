import { describe, expect, it } from 'vitest';
import { columnsDid, columnsLikely } from '../../../src/ui/customers/list-columns';
import { i18n } from '../../../src/i18n/i18n.svelte';
import { chance, expectedMoney, expectedOrders, likelihood, reasonWords, valueTerms } from '../../../src/ui/customers/likely-words';
import { curveOf, curveSteps, isFrequentAndSilent, isPastYetHere } from '../../../src/ui/customers/outlook-of';
import type { CustomerOutlook, CustomerPage } from '../../../src/engine/protocol';
import { DEFAULT_PREDICTION } from '../../../src/terms/prediction';

const of = (value: number, low: number, high: number) => ({ value, low, high });

describe('numbers that are likely', () => {
  it('never stand with a range whose ends look the same while they differ', () => {
    expect(expectedOrders(of(2.41, 2.38, 2.44)).range).toBe('2.38–2.44');
    expect(expectedOrders(of(2.4, 2.2, 2.6)).range).toBe('2.2–2.6');
    expect(likelihood(of(0.962, 0.957, 0.966)).range).toBe('95.7–96.6\u202f%');
  });

  it('are never called a certainty by rounding', () => {
    expect(likelihood(of(0.996, 0.9, 0.998)).value).toBe('99.6\u202f%');
    expect(likelihood(of(0.004, 0.001, 0.05)).value).toBe('0.4\u202f%');
    expect(likelihood(of(0.62, 0.55, 0.7)).value).toBe('62\u202f%');
  });

  it('near all and near none say on which side of the last digit they are, and no range reads 100–100', () => {
    expect(likelihood(of(0.99998, 0.99996, 0.99999))).toMatchObject({ value: '>99.9\u202f%', range: '>99.9\u202f%' });
    expect(likelihood(of(0.9999, 0.981, 0.99999))).toMatchObject({ value: '>99.9\u202f%', range: '≥98.1\u202f%' });
    expect(likelihood(of(1e-7, 0, 1e-6))).toMatchObject({ value: '<0.1\u202f%', range: '<0.1\u202f%' });
    expect(likelihood(of(0.0002, 1e-9, 0.012))).toMatchObject({ value: '<0.1\u202f%', range: '≤1.2\u202f%' });
    expect(likelihood(of(0.9994, 0.9991, 0.9994)).value).toBe('99.9\u202f%');
    expect(likelihood(of(1, 1, 1)).value).toBe('100\u202f%');
    expect(chance(0.9999)).toBe('>99.9\u202f%');
    expect([chance(1), chance(0), chance(0.53)]).toEqual(['100\u202f%', '0\u202f%', '53\u202f%']);
    expect(expectedOrders(of(0.001, 0.0001, 0.002))).toMatchObject({ value: '<0.01', range: '<0.01' });
    expect(expectedOrders(of(0.02, 0.0001, 0.05))).toMatchObject({ value: '0.02', range: '≤0.05' });
    expect(expectedOrders(of(0, 0, 0)).value).toBe('0');
    expect(expectedMoney(of(0.2, 0.01, 0.3), { code: 'GBP', digits: 2 })).toEqual({ value: '<£0.01', range: '<£0.01' });
  });

  it('keep these signs in every language', async () => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      await i18n.use(language);
      expect(likelihood(of(0.99998, 0.99996, 0.99999)).range).toMatch(/^>99\.9\s?%$/);
      expect(expectedOrders(of(0.001, 0.0001, 0.002)).range).toBe('<0.01');
    }
  });

  it('give pence only where the sum is small', () => {
    const gbp = { code: 'GBP', digits: 2 };
    expect(expectedMoney(of(3760, 2901, 4762), gbp)).toEqual({ value: '£37.60', range: '£29.01–£47.62' });
    expect(expectedMoney(of(92_900, 90_000, 95_400), gbp)).toEqual({ value: '£929', range: '£900–£954' });
  });

  it('say whose money they are, how far ahead and at what discount', () => {
    expect(valueTerms(DEFAULT_PREDICTION)).toBe('sales of the next 365 days, discounted at 10\u202f% a year');
    expect(valueTerms({ ...DEFAULT_PREDICTION, margin: 0.325, discountPerYear: 0, horizonDays: 90 })).toBe(
      'profit of the next 90 days at a margin of 32.5\u202f%, not discounted',
    );
  });
});

describe('why somebody may slip away', () => {
  it('is said with the usual gap and the silence', () => {
    expect(reasonWords({ code: 'past-usual-gap', usual: 32, silent: 81 }, 'short')).toBe('usual gap 32 days, silent for 81');
    expect(reasonWords({ code: 'past-usual-gap', usual: 7.5, silent: 38 }, 'whole')).toContain('7.5 days');
    expect(reasonWords({ code: 'once-long-ago', window: 180, silent: 300 }, 'whole')).toContain('180 days');
  });
});

describe('the columns of a list', () => {
  const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key);

  it('of rates have no likelihood of being a customer and no value, which rates do not tell', () => {
    expect(keys(columnsLikely({ basis: 'model', hasValue: true }))).toEqual(
      expect.arrayContaining(['alive', 'orders90', 'value', 'evidence']),
    );
    expect(keys(columnsLikely({ basis: 'empirical', hasValue: false }))).toEqual(['key', 'reason', 'net', 'orders90', 'evidence']);
    expect(keys(columnsLikely({ basis: 'model', hasValue: false }))).toEqual(['key', 'reason', 'net', 'alive', 'orders90', 'evidence']);
  });

  it('tell silence once: in days, or against the own rhythm', () => {
    expect(keys(columnsDid(true, false))).toEqual(['key', 'country', 'orders', 'gross', 'refunds', 'net', 'usualGap', 'silent']);
    expect(keys(columnsDid(true, true))).toEqual(['key', 'orders', 'gross', 'refunds', 'net', 'reason']);
    expect(keys(columnsDid(false, false))).not.toContain('country');
  });
});

describe('the curve of one customer', () => {
  const points = [10, 19, 20, 30, 31, 40].map((day, i) => ({ day, alive: 0.9 - i / 20 }));
  const outlook = (part: object) =>
    ({
      curve: points,
      lapseDays: 9,
      reason: { code: 'past-usual-gap', usual: 3, silent: 10 },
      prediction: null,
      ...part,
    }) as unknown as CustomerOutlook;
  const page = (silent: number) =>
    ({
      asOf: 40,
      row: { silent, lastDay: 40 - silent },
      entries: [
        { day: 30, purchase: true },
        { day: 25, purchase: false },
        { day: 20, purchase: true },
        { day: 20, purchase: true },
        { day: 10, purchase: true },
      ],
    }) as unknown as CustomerPage;

  it('marks each day with a purchase once, and the day of the rule only where silence has reached it', () => {
    expect(curveOf(outlook({}), page(10))).toMatchObject({ orders: [10, 20, 30], lapsed: 39 });
    expect(curveOf(outlook({}), page(8))!.lapsed).toBeNull();
    expect(curveOf(outlook({ curve: [] }), page(10))).toBeNull();
  });

  it('is told in figures by day with an order, the latest first, with the evening before where it is known', () => {
    const steps = curveSteps(curveOf(outlook({}), page(10))!);
    expect(steps.map(({ day }) => day)).toEqual([30, 20, 10]);
    expect(steps.map(({ before }) => before)).toEqual([null, points[1]!.alive, null]);
  });

  it('explains why the frequent are gone sooner only to who is silent past a rhythm and likely gone', () => {
    const alive = (value: number) => outlook({ prediction: { alive: of(value, value, value) } });
    expect(isFrequentAndSilent(alive(0.2))).toBe(true);
    expect(isFrequentAndSilent(alive(0.8))).toBe(false);
    expect(
      isFrequentAndSilent(outlook({ prediction: { alive: of(0.2, 0.1, 0.3) }, reason: { code: 'once-long-ago', window: 9, silent: 10 } })),
    ).toBe(false);
  });

  it('explains that both hold only to who is past a rhythm of their own and likely here by a model', () => {
    const alive = (value: number | null, code: string) =>
      isPastYetHere(
        outlook({ reason: { code, usual: 3, silent: 10 }, prediction: { alive: value === null ? null : of(value, value, value) } }),
      );
    expect([alive(0.5, 'past-usual-gap'), alive(0.97, 'past-longest-gap')]).toEqual([true, true]);
    expect([alive(0.49, 'past-usual-gap'), alive(0.97, 'within-rhythm'), alive(null, 'past-usual-gap')]).toEqual([false, false, false]);
  });
});
