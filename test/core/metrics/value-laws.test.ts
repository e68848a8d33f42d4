import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Absent, Answer, Cell, Scalar, Table } from '../../../src/terms/answer';
import { dayFromYmd } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { orderTableOf } from '../../../src/core/columns/order-literals';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { addCluster, clusteredShare, noClusters } from '../../../src/core/stats/clustered-share';
import { wilson } from '../../../src/core/stats/wilson';
import { en } from '../../../src/i18n/en';
import { zhHans } from '../../../src/i18n/zh-Hans';
import { zhHant } from '../../../src/i18n/zh-Hant';
import { shopLiterals, shopOrders, shopView } from './random-shop';
import { vectorView } from './vector-view';

const RUNS = { seed: 29, numRuns: 200 };

function ask(id: MetricId, shop: ShopLiterals, view: View, params: object = {}): Answer {
  const metric = metricById(id)!;
  return metric.compute(shopTablesOf(shop, view.asOf), view, { ...metric.defaults, ...params }) as Answer;
}
const input = (figure: Scalar, key: string): number => figure.inputs.find((one) => one.key === key)!.value;
const whole = (orders: readonly OrderLiteral[]): View => vectorView(orderTableOf(orders));

describe('value concentration', () => {
  const rowsOf = (orders: OrderLiteral[], view: View) => ask('value-concentration', { orders }, view) as Table;
  const sum = (rows: Cell[][], column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);

  it('the tenths, and the bands a, b and c, are all customers and all net sales, each customer in one', () => {
    fc.assert(
      fc.property(shopOrders, shopView(), (orders, view) => {
        const { rows } = rowsOf(orders, view);
        const all = rows.find((row) => row[0] === 'all');
        if (!all) return void expect(rows).toEqual([]);
        for (const kind of [/^[abc]$/, /^tenth-/]) {
          const parts = rows.filter((row) => kind.test(String(row[0])));
          if (parts.length === 0) continue;
          expect([sum(parts, 1), sum(parts, 2)]).toEqual([all[1], all[2]]);
          const who = parts.flatMap((row) => membersOf(orders, view, String(row[0])));
          expect(who.sort((a, b) => a - b)).toEqual(membersOf(orders, view, 'all'));
        }
      }),
      RUNS,
    );
  });

  it('is what sorting customer by customer gives, with customers of equal spend, too', () => {
    const coarse = fc.array(
      fc.record({
        customer: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        day: fc.constant('2024-01-05'),
        net: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(coarse, (orders) => {
        const { rows } = rowsOf(orders, whole(orders));
        const gini = ask('revenue-gini', { orders }, whole(orders)) as Scalar;
        const spend = [...new Set(orders.map((o) => o.customer))].map((c) =>
          sumOf(orders.filter((o) => o.customer === c).map((o) => o.net)),
        );
        const falling = [...spend].sort((a, b) => b - a);
        const total = sumOf(falling);
        for (const [name, size, revenue, share, , least] of rows) {
          const percent = /^top-(\d+)$/.exec(String(name));
          if (!percent) continue;
          const top = falling.slice(0, Math.ceil((falling.length * Number(percent[1])) / 100));
          expect([size, revenue, share, least]).toEqual([top.length, sumOf(top), sumOf(top) / total, top.at(-1)]);
        }
        // Gini as the mean difference of all pairs over twice the mean.
        const pairs = sumOf(spend.flatMap((a) => spend.map((b) => Math.abs(a - b))));
        expect(gini.value).toBeCloseTo(pairs / (2 * spend.length * total), 12);
        for (const [name] of rows) {
          const members = membersOf(orders, whole(orders), String(name));
          expect(sumOf(members.map((c) => spend[c]!))).toBe(rows.find((row) => row[0] === name)![2]);
        }
      }),
      RUNS,
    );
  });

  function membersOf(orders: OrderLiteral[], view: View, row: string): number[] {
    const metric = metricById('value-concentration')!;
    if (metric.shape !== 'table') throw new Error('not a table');
    const figure = metric.cell(shopTablesOf({ orders }), view, metric.defaults, { row, column: 'customers' }) as Scalar;
    return [...figure.inputs[0]!.who!];
  }
});

describe('the simple lifetime value', () => {
  const typed = { tenure: 5, orderValueMinor: 20_000, frequency: 4 };
  const clv = (params: object) => ask('clv-simple', { orders: [] }, whole([]), params) as Scalar;

  it('is 4,000.00 of revenue for 5 years × 200 × 4, and 909.79 of profit at 30 % and 10 % a year (features, golden numbers)', () => {
    expect(clv(typed).value / 100).toBe(4000);
    expect((clv({ ...typed, margin: 0.3, discountPerYear: 0.1 }).value / 100).toFixed(2)).toBe('909.79');
    expect((clv({ ...typed, margin: 0.3, discountPerYear: 0.1 }).variants!.profit!.value! / 100).toFixed(2)).toBe('1200.00');
  });

  it('is the same in months as in years where nothing is discounted, and refuses months times a frequency per year', () => {
    const months = { tenure: 60, tenureUnit: 'month', frequency: 4 / 12, frequencyUnit: 'month' };
    expect(clv({ ...typed, ...months }).value).toBeCloseTo(400_000, 6);
    // Half a year at 21 % a year: its money is worth less by a root of 1.21.
    expect(clv({ tenure: 0.5, orderValueMinor: 12_100, frequency: 2, discountPerYear: 0.21 }).value).toBeCloseTo(11_000, 6);
    expect(ask('clv-simple', { orders: [] }, whole([]), { ...typed, tenureUnit: 'month' })).toEqual({ value: null, why: 'units-differ' });
  });

  it('with own numbers only is what customers have brought so far, on average, in every unit of time', () => {
    fc.assert(
      fc.property(shopOrders, shopView(), fc.constantFrom('year', 'month', 'week'), (orders, view, unit) => {
        const figure = ask('clv-simple', { orders }, view, { tenureUnit: unit, frequencyUnit: unit }) as Scalar | Absent;
        const end = Math.min(view.to, view.asOf + 1);
        const before = orders.filter((o) => dayOf(o.day) < end);
        const firsts = new Map<string, number>();
        for (const { customer, day } of before) firsts.set(customer, Math.min(firsts.get(customer) ?? Infinity, dayOf(day)));
        const customers = firsts.size;
        const known = sumOf([...firsts.values()].map((day) => end - day)) / customers;
        expect(figure.value === null ? figure.why : '').toBe(customers === 0 ? 'no-customers' : known < 30 ? 'file-too-short' : '');
        if (figure.value === null) return;
        expect(figure.value).toBeCloseTo(sumOf(before.map((o) => o.net)) / customers, 5);
      }),
      RUNS,
    );
  });

  it('says whether it is revenue or profit, and that an own tenure is too short', () => {
    const orders = ['2024-01-01', '2024-01-31'].map((day) => ({ customer: 'a', day, net: 1 }));
    expect([clv(typed).note, clv({ ...typed, margin: 0.3 }).note]).toEqual(['clv-revenue', 'clv-profit']);
    expect((ask('clv-simple', { orders }, whole(orders)) as Scalar).note).toBe('clv-revenue-so-far');
  });
});

describe('costs', () => {
  const orders = [
    { customer: 'a', day: '2023-01-01', net: 20_000 },
    { customer: 'b', day: '2023-07-01', net: 20_000 },
    { customer: 'b', day: '2023-12-31', net: 20_000 },
  ];

  it('one point of 1,000 customers × 200 × 30 % is 600 (features, M28)', () => {
    const worth = ask('point-of-retention-worth', { orders: [] }, whole([]), { customers: 1000, yearlyNetMinor: 20_000, margin: 0.3 });
    expect((worth as Scalar).value).toBe(60_000);
  });

  it('what is blank is not 0: each cost says that it has to be typed', () => {
    const why = (id: MetricId, params: object = {}) => (ask(id, { orders }, whole(orders), params) as Absent).why;
    for (const id of ['customer-acquisition-cost', 'retention-cost', 'acquisition-to-retention-cost', 'acquisition-payback'] as const)
      expect(why(id)).toBe('needs-cost');
    for (const id of ['point-of-retention-worth', 'break-even-discount'] as const) expect(why(id)).toBe('needs-margin');
    expect(why('acquisition-payback', { costMinor: 0 })).toBe('needs-margin');
    expect((ask('customer-acquisition-cost', { orders }, whole(orders), { costMinor: 0 }) as Scalar).value).toBe(0);
  });

  it('new customers and first orders are the same people whatever the view', () => {
    fc.assert(
      fc.property(shopOrders, shopView(), (all, view) => {
        const cost = ask('customer-acquisition-cost', { orders: all }, view, { costMinor: 100 }) as Scalar | Absent;
        const to = Math.min(view.to, view.asOf + 1);
        const firsts = [...new Set(all.map((o) => o.customer))].map((c) =>
          Math.min(...all.filter((o) => o.customer === c).map((o) => dayOf(o.day))),
        );
        const fresh = firsts.filter((day) => day >= view.from && day < to).length;
        expect(cost.value === null ? 0 : input(cost, 'new-customers')).toBe(fresh);
      }),
      RUNS,
    );
  });

  it('no message prints a multiple that is said to hold for every shop', () => {
    const universal = /(?<![\d.])5\s*(?:(?:[–-]|to|到|至)\s*25)?\s*(?:×(?!\s*\d)|x\b|times\b|倍)|\bfive times\b|五倍/i;
    for (const text of ['5×', '5–25 times', '5x', '5到25倍', 'five times']) expect(text).toMatch(universal);
    for (const messages of [en, zhHans, zhHant])
      for (const [key, message] of Object.entries(messages)) expect(JSON.stringify(message), key).not.toMatch(universal);
    const folder = new URL('../../../src/', import.meta.url);
    const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /\.(ts|svelte)$/.test(name));
    expect(files.length).toBeGreaterThan(300);
    const guilty = files.filter((name) => universal.test(textsIn(readFileSync(new URL(name, folder), 'utf8'), name)));
    expect(guilty).toEqual([]);
  });
});

describe('discounts and returns', () => {
  it('a customer with four of five orders on discount counts as one who buys so mostly', () => {
    const own = [100, 1, 0, 300, 500].map((discount, i) => ({ customer: 'a', day: `2024-01-0${i + 1}`, net: 1000, discount }));
    const figure = ask('discount-dependence', { orders: own }, whole(own)) as Scalar;
    expect(figure.value).toBe(0.8);
    expect(['never', 'some', 'most', 'always'].map((habit) => input(figure, `discount-${habit}`))).toEqual([0, 0, 1, 0]);
    expect(input(figure, 'discount-taken')).toBe(901);
  });

  it('the four habits are the customers with two orders or more', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const figure = ask('discount-dependence', shop, view) as Scalar | Absent;
        if (figure.value === null) return;
        const habits = ['never', 'some', 'most', 'always'].map((habit) => figure.inputs.find((i) => i.key === `discount-${habit}`)!.who!);
        const { orders } = shopTablesOf(shop, view.asOf);
        const to = Math.min(view.to, view.asOf + 1);
        const times = (c: number) =>
          orders.day.subarray(orders.first[c], orders.first[c + 1]).filter((d) => d >= view.from && d < to).length;
        const twice = Array.from({ length: orders.customers }, (_, c) => c).filter((c) => times(c) >= 2);
        expect(habits.flatMap((who) => [...who]).sort((a, b) => a - b)).toEqual(twice);
      }),
      { ...RUNS, numRuns: 80 },
    );
  });

  it('an order given back in full stays in the return rate, whatever the refund view', () => {
    const own = [
      { customer: 'a', day: '2024-01-01', net: 1000, refunded: 1000 },
      { customer: 'b', day: '2024-01-02', net: 3000 },
    ];
    for (const refunds of ['behaviour', 'accounting', 'ignore'] as const) {
      const figure = ask('return-rate', { orders: own }, { ...whole(own), refunds }) as Scalar;
      expect([figure.value, figure.variants!['refunded-money']!.value, figure.variants!['refunded-full']!.value]).toEqual([0.5, 0.25, 0.5]);
    }
  });

  it('orders of customers who are all alike are as uncertain as the customers are, independent ones as uncertain as orders', () => {
    const alike = noClusters();
    for (let c = 0; c < 10; c++) addCluster(alike, 20, c < 3 ? 20 : 0);
    const { low, high } = clusteredShare(alike, 200);
    // Ten customers with a factor 10 / 9 for the mean that is estimated too: Wilson of 9.
    expect([low, high]).toEqual([wilson(2.7, 9).low, wilson(2.7, 9).high].map((end) => expect.closeTo(end, 9)));
    const single = noClusters();
    for (let c = 0; c < 200; c++) addCluster(single, 1, c < 60 ? 1 : 0);
    expect(clusteredShare(single, 200).low).toBeCloseTo(wilson(60, 200).low, 3);
  });
});

/** What of a source a visitor could read: texts in quotes, and what stands between tags. */
function textsIn(source: string, name: string): string {
  const texts = name.endsWith('.svelte') ? />[^<{]+</g : /'[^'\n]*'/g;
  return [...source.matchAll(texts)].map(([text]) => text).join('\n');
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dayOf(iso: string): number {
  return dayFromYmd(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
}
