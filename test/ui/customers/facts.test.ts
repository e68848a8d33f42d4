import { describe, expect, it } from 'vitest';
import type { CustomerPage, Explanation, LedgerEntry } from '../../../src/engine/protocol';
import { formatHow, parseHow, type Router } from '../../../src/state/route.svelte';
import type { Workspace } from '../../../src/state/workspace.svelte';
import type { View } from '../../../src/terms/view';
import { CUSTOMER_PARTS, customerFact, gapsOf } from '../../../src/ui/customers/customer-fact';
import { LIST_PARTS, listFact } from '../../../src/ui/customers/list-fact';
import { askFact, howFact } from '../../../src/ui/reading/facts';

const GBP = { code: 'GBP', digits: 2 };
const view = { refunds: 'behaviour', from: 0, to: 401, asOf: 400 } as View;
const files = {} as Explanation;

const order = (day: number, gap: number | null, amountMinor = 1000, purchase = true) =>
  ({ kind: 'order', label: '1', day, gap, amountMinor, purchase, items: [] }) as unknown as LedgerEntry;

function someone(): CustomerPage {
  const entries = [order(243, 19), order(224, 21), order(203, 12), order(191, null), order(190, null, 500, false)];
  const row = {
    key: 'K',
    name: 'Ann',
    orders: 4,
    orderDays: 4,
    grossMinor: 4500,
    refundMinor: 500,
    netMinor: 4000,
    usualGap: 19,
    longestGap: 21,
    silent: 157,
    lastDay: 243,
  };
  return { row, rank: 13, of: 4327, asOf: 400, entries } as unknown as CustomerPage;
}

describe('how a number of one customer is computed', () => {
  const fact = (part: (typeof CUSTOMER_PARTS)[number]) => customerFact(part, { page: someone(), files, view, currency: GBP });

  it('shows a sum whose parts give the value', () => {
    expect(fact('net')).toMatchObject({ numbers: '£45.00 − £5.00', value: '£40.00' });
    expect(fact('rank')).toMatchObject({ numbers: '1 + 12', value: '13 of 4,327' });
    expect(fact('silent')).toMatchObject({ numbers: '5 Feb 1971 − 1 Sep 1970', value: '157 days' });
  });

  it('shows the gaps in order, with the usual one in the middle', () => {
    expect(gapsOf(someone())).toEqual([12, 19, 21]);
    expect(fact('usualGap')).toMatchObject({ numbers: '12 · 19 · 21', value: '19 days' });
  });

  it('keeps the middle of a long list of gaps', () => {
    const entries = Array.from({ length: 40 }, (_, i) => order(i, i + 1));
    const { numbers } = customerFact('usualGap', { page: { ...someone(), entries }, files, view, currency: GBP });
    const shown = numbers.split(' · ');
    expect([shown[0], shown.at(-1)]).toEqual(['…', '…']);
    const gaps = shown.slice(1, -1).map(Number);
    expect((gaps[0]! + gaps.at(-1)!) / 2).toBe(20.5);
  });

  it('counts an order that was refunded in full among the sales and as left out', () => {
    expect(fact('gross').wentIn.map((row) => row.value)).toEqual(['4', '£9.00']);
    expect(fact('gross').leftOut.map((row) => row.value)).toEqual(['1']);
  });

  it('has a title, words and a value for every part', () => {
    for (const part of CUSTOMER_PARTS)
      for (const text of [fact(part).title, fact(part).words, fact(part).value]) expect(text, part).not.toBe('');
  });
});

describe('how a number of a list is computed', () => {
  const totals = {
    customers: 598,
    withoutPurchase: 0,
    grossMinor: 67644696,
    refundMinor: 8153896,
    netMinor: 59490800,
    lastYearMinor: 1234500,
    lapseDays: 90,
    shopGap: 30,
    medianSilent: 161,
    top: null,
  };
  const fact = (part: (typeof LIST_PARTS)[number], filter = {}) =>
    listFact(part, { list: { filter }, totals, everybody: 4327, files, view, currency: GBP });

  it('says the conditions in words, and that there are none', () => {
    expect(fact('customers', { minOrders: 2 }).wentIn[0]!.value).toBe('ordered at least twice');
    expect(fact('customers').title).toContain('everybody');
  });

  it('gives the value that the page gives', () => {
    expect(LIST_PARTS.map((part) => fact(part).value)).toEqual([
      '598',
      '£676,446.96',
      '£81,538.96',
      '£594,908.00',
      '£12,345.00',
      '161 days',
    ]);
    expect(fact('net').numbers).toBe('£676,446.96 − £81,538.96');
  });
});

describe('the address of such a number', () => {
  const route = { page: 'customer', item: 'K', query: {} } as Router['route'];
  const engine = {
    customer: (key: string) => Promise.resolve({ ...someone(), rank: key === 'K' ? 13 : 99 }),
    explain: () => Promise.resolve(files),
  };
  const workspace = { engine, shop: { firstDay: 0, currency: GBP } } as unknown as Workspace;

  it('leads back to it, and to nothing when it says nothing', async () => {
    const there = parseHow(formatHow(howFact('customer', 'rank')))!;
    expect((await askFact(there, workspace, route, view))!().value).toBe('13 of 4,327');
    expect(askFact({ id: 'customer', params: { part: 'shoe-size' } }, workspace, route, view)).toBeNull();
    expect(askFact({ id: 'constructor' }, workspace, route, view)).toBeNull();
    expect(askFact({ id: 'customers' }, workspace, route, view)).toBeNull();
  });
});
