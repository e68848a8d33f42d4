import { describe, expect, it } from 'vitest';
import { ShopNumbers } from '../../../src/state/shop-numbers.svelte';
import { dayFromYmd, ISO_CALENDAR } from '../../../src/terms/day';
import { currencyOf } from '../../../src/terms/money';
import type { View } from '../../../src/terms/view';
import { bandName } from '../../../src/ui/value/band-name';
import { costRows } from '../../../src/ui/value/cost-rows';
import { isSound } from '../../../src/ui/value/is-sound';
import { pricedQuestions, type PricedAnswers } from '../../../src/ui/value/read-value';
import { inMajor, inMinor, inPercent, inRatio } from '../../../src/ui/value/typed-units';
import { bandsOf } from '../../../src/ui/value/value-bands';
import { metricById } from '../../../src/core/metrics/registry';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';

const VIEW: View = {
  from: dayFromYmd(2024, 1, 1),
  to: dayFromYmd(2024, 2, 1),
  asOf: dayFromYmd(2024, 1, 31),
  grain: 'month',
  refunds: 'behaviour',
  lapseDays: null,
  calendar: ISO_CALENDAR,
};
const engine = { readDocument: () => Promise.resolve(null), writeDocument: () => Promise.resolve() };

describe('what is typed on the page Value', () => {
  it('is kept in whole minor units and ratios, and comes back as it was typed', () => {
    const pounds = currencyOf('GBP');
    for (const amount of [0, 0.29, 1.1, 19.99, 60_000]) expect(inMajor(inMinor(amount, pounds), pounds)).toBe(amount);
    for (const percent of [0, 7, 10, 29, 33.3, 57.5]) expect(inPercent(inRatio(percent))).toBe(percent);
    expect(inMinor(1234, currencyOf('JPY'))).toBe(1234);
    expect([inMinor(null, pounds), inMajor(null, pounds), inRatio(null), inPercent(null)]).toEqual([null, null, null, null]);
  });

  it('goes into the questions, and what is blank does not: a blank cost is not 0', async () => {
    const numbers = new ShopNumbers(engine);
    expect(pricedQuestions(numbers, VIEW)).toBeNull();
    await numbers.open({ id: 1, currency: currencyOf('GBP') });
    expect(pricedQuestions(numbers, VIEW)!.payback).toEqual({ id: 'acquisition-payback', params: {} });
    numbers.change({ margin: 0.3 });
    numbers.changeCosts({ from: '2024-01-01', to: '2024-02-01', acquisitionMinor: 0, retentionMinor: null });
    const asked = pricedQuestions(numbers, VIEW)!;
    expect(asked.payback.params).toEqual({ costMinor: 0, margin: 0.3 });
    expect(asked.retention.params).toEqual({});
    expect(pricedQuestions(numbers, { ...VIEW, to: VIEW.to + 1 })!.acquisition.params).toEqual({});
  });

  it('is told to be wrong when it cannot be meant: below 0, or a margin above the whole', async () => {
    const numbers = new ShopNumbers(engine);
    await numbers.open({ id: 1, currency: currencyOf('GBP') });
    const sound = (part: object) => isSound({ ...numbers.typed!, ...part });
    expect([sound({}), sound({ margin: 1, savedPercent: 100 }), sound({ tenure: 0 })]).toEqual([true, true, true]);
    expect([sound({ margin: 1.3 }), sound({ margin: -0.1 }), sound({ savedPercent: 101 }), sound({ frequency: -1 })]).not.toContain(true);
    expect(sound({ costs: [{ from: '', to: '', acquisitionMinor: -1, retentionMinor: null }] })).toBe(false);
  });

  it('is named by the parameters that the metrics have', async () => {
    const numbers = new ShopNumbers(engine);
    await numbers.open({ id: 1, currency: currencyOf('GBP') });
    numbers.change({ margin: 0.3, discountPerYear: 0.1, tenure: 5, orderValueMinor: 20_000, frequency: 4, savedPercent: 2 });
    numbers.changeCosts({ from: '2024-01-01', to: '2024-02-01', acquisitionMinor: 1, retentionMinor: 1 });
    for (const { id, params } of Object.values(pricedQuestions(numbers, VIEW)!))
      for (const name of Object.keys(params)) expect(Object.keys(metricById(id)!.defaults), `${id} ${name}`).toContain(name);
  });
});

describe('what the page Value says', () => {
  const tables = shopTablesOf({
    orders: Array.from({ length: 12 }, (_, i) => ({ customer: `c${i}`, day: '2024-01-05', net: 100 * (i + 1) })),
  });

  it('every band of the table has a name in words', () => {
    const metric = metricById('value-concentration')!;
    const bands = bandsOf(metric.compute(tables, VIEW, metric.defaults));
    expect(bands.map((band) => band.name)).toEqual(expect.arrayContaining(['top-10', 'all', 'tenth-10', 'a']));
    for (const { name } of bands) expect(bandName(name)).not.toBe(name);
  });

  it('a cost that cannot be given says why in the place of what it rests on', async () => {
    const numbers = new ShopNumbers(engine);
    await numbers.open({ id: 1, currency: currencyOf('GBP') });
    numbers.changeCosts({ from: '2024-01-01', to: '2024-02-01', acquisitionMinor: 1200, retentionMinor: null });
    const params = pricedQuestions(numbers, VIEW)!;
    const answers = Object.fromEntries(
      Object.entries(params).map(([key, { id, params: typed }]) => {
        const metric = metricById(id)!;
        return [key, metric.compute(tables, VIEW, { ...metric.defaults, ...typed })];
      }),
    );
    const rows = costRows({ ...answers, params, typed: numbers.typed!, view: VIEW } as unknown as PricedAnswers, currencyOf('GBP'));
    expect(rows.map(({ key, value, rests }) => [key, value, rests])).toEqual([
      ['cac', '£1.00', '12 new customers'],
      ['payback', null, 'a margin has to be typed first'],
      ['keep', null, 'a cost has to be typed first'],
      ['ratio', null, 'a cost has to be typed first'],
      ['point', null, 'a margin has to be typed first'],
      ['break-even', null, 'a margin has to be typed first'],
    ]);
  });
});
