import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { CustomerSort, Staged } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { METRICS } from '../../src/core/metrics/registry';
import { openStore } from '../../src/storage/open-store';
import type { Store } from '../../src/storage/store';
import type { ImportPlan } from '../../src/terms/plan';
import { isAbsent, isTable, type Answer } from '../../src/terms/answer';
import { dayFromIso, isoFromDay, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';

const TODAY = dayFromIso('2026-01-01')!;
const tell = () => undefined;
const byNet: CustomerSort = { column: 'net', descending: true };
const FILE = `Order ID,Customer ID,Order Date,Amount,Country
1,ann,2024-01-03,10.00,France
2,bob,2024-01-05,20.00,Spain
3,ann,2024-02-01,30.00,France
4,cy,2024-02-10,5.00,<b>Spain</b>
5,,2024-02-11,7.00,Spain
C6,bob,2024-02-12,-20.00,Spain
7,ann,2024-03-20,40.00,France
`;
const MORE = `Order ID,Customer ID,Order Date,Amount,Country
8,bob,2024-03-25,60.00,Spain
9,=dan,2024-03-31,60.00,Spain
`;

let store: Store;
let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  store = await openStore(`engine-${++stores}`);
  engine = createEngine(store);
});

async function keep(text = FILE, name = 'orders.csv', target: Parameters<EngineInside['keep']>[0] = { newShop: 'Shop' }) {
  const preview = (await engine.stage([{ name, text }], TODAY, tell))[0]!.preview!;
  return { preview, report: await engine.keep(target, '2026-01-01T10:00:00.000Z', tell) };
}

async function viewOf(refunds: View['refunds'] = 'behaviour', asOf = '2024-03-20'): Promise<View> {
  const to = dayFromIso(asOf)! + 1;
  return { from: dayFromIso('2024-01-03')!, to, asOf: to - 1, grain: 'month', refunds, lapseDays: 30, calendar: ISO_CALENDAR };
}

async function valueOf(id: string, view: View, params?: Record<string, string>): Promise<number | null> {
  const [answer] = (await engine.answer([params ? { id, params } : { id }], view)) as Answer[];
  return answer && 'value' in answer ? answer.value : null;
}

describe('a file on its way through the engine', () => {
  it('is looked at without a trace, kept as a whole, and answers', async () => {
    const { preview, report } = await keep();
    expect(preview.parts.map((p) => [p.code, p.rows])).toEqual(
      expect.arrayContaining([
        ['sale', 5],
        ['refund', 1],
        ['no-customer', 1],
      ]),
    );
    expect(report).toMatchObject({ rows: 7, used: 6, leftOut: 1, shop: { name: 'Shop', customers: 3, orders: 5 } });
    expect(isoFromDay(report.shop.lastDay)).toBe('2024-03-20');
    expect(await valueOf('customers', await viewOf('ignore'))).toBe(3);
    expect(await valueOf('customers', await viewOf())).toBe(2);
    expect(await valueOf('net-revenue', await viewOf())).toBe(8500);
  });

  it('walked away from leaves nothing, and cannot be kept afterwards', async () => {
    await engine.stage([{ name: 'a.csv', text: FILE }], TODAY, tell);
    await engine.walkAway();
    await expect(engine.keep({ newShop: 'x' }, '', tell)).rejects.toMatchObject({ code: 'intake/nothing-staged' });
    expect(await engine.shops()).toEqual([]);
  });

  it('is refused when it was kept before, and when its currency is another one; the shop stays as it was', async () => {
    const { report } = await keep();
    await engine.stage([{ name: 'again.csv', text: FILE }], TODAY, tell);
    await expect(engine.keep({ shop: report.shop.id }, '', tell)).rejects.toMatchObject({
      code: 'engine/already-kept',
      facts: { name: 'orders.csv' },
    });
    const [{ file, preview }] = (await engine.stage([{ name: 'yen.csv', text: MORE }], TODAY, tell)) as [Staged];
    await engine.replan(file, { ...preview!.plan, currency: { code: 'JPY', digits: 0 } }, tell);
    await expect(engine.keep({ shop: report.shop.id }, '', tell)).rejects.toMatchObject({ code: 'engine/currency-differs' });
    expect((await engine.open(report.shop.id)).imports).toHaveLength(1);
  });

  it('says how many of its orders a shop has already, in whichever shop is open', async () => {
    const { report } = await keep();
    const shop = report.shop.id;
    await engine.stage(
      [{ name: 'next.csv', text: `${MORE}3,ann,2024-02-01,30.00,France\n7,ann,2024-03-20,40.00,France\n7,ann,2024-03-20,1.00,France\n` }],
      TODAY,
      tell,
    );
    expect((await engine.overlap(shop))[0]!.orders).toBe(2);
    const other = (await keep(MORE, 'more.csv')).report.shop.id;
    await engine.stage([{ name: 'again.csv', text: FILE }], TODAY, tell);
    expect((await engine.overlap(other))[0]!.orders).toBe(0);
    // The shop that is open is the other one by now; order 5 has no customer and C6 is a refund.
    expect((await engine.overlap(shop))[0]!.orders).toBe(5);
    await engine.open(shop);
    await engine.takeBack(report.imports[0]!);
    expect((await engine.overlap(shop))[0]!.orders).toBe(0);
  });

  it('a header seen before is read as last time', async () => {
    const [staged] = (await engine.stage([{ name: 'a.csv', text: FILE }], TODAY, tell)) as [Staged];
    const first = staged.preview!;
    expect(first.remembered).toBe(false);
    const roles = first.plan.roles.map((role) => (role === 'country' ? 'channel' : role));
    await engine.replan(staged.file, { ...first.plan, roles }, tell);
    await engine.keep({ newShop: 'Shop' }, '', tell);
    const second = (await engine.stage([{ name: 'b.csv', text: MORE }], TODAY, tell))[0]!.preview!;
    expect(second.remembered).toBe(true);
    expect(second.plan.roles).toEqual(roles);
  });

  it('a file whose names, kind or columns had to be corrected is read as corrected the next time', async () => {
    const above = 'Report,2024,,,\nNumber,Who,Day,Sum\n';
    const twoRows = `Order,Customer,Order,Paid\nnumber,number,day,amount\n${FILE.slice(FILE.indexOf('\n') + 1).replaceAll(/,[A-Z<][^,\n]*\n/g, '\n')}`;
    const corrections: [string, string, (plan: ImportPlan) => ImportPlan][] = [
      ['lines above', `${above}1,ann,2024-01-03,10.00\n`, (plan) => ({ ...plan, dialect: { ...plan.dialect, skip: 2, header: false } })],
      ['rows of names', twoRows, (plan) => ({ ...plan, dialect: { ...plan.dialect, headerRows: 3 - (plan.dialect.headerRows ?? 1) } })],
      ['no names', FILE, (plan) => ({ ...plan, dialect: { ...plan.dialect, header: false } })],
      ['encoding', FILE.replace('Country', 'Größe'), (plan) => ({ ...plan, encoding: 'windows-1252' })],
      ['kind', FILE, (plan) => ({ ...plan, kind: 'customers' })],
    ];
    for (const [what, text, correct] of corrections) {
      engine = createEngine(await openStore(`corrected-${++stores}`));
      const [first] = (await engine.stage([{ name: 'a.csv', text }], TODAY, tell)) as [Staged];
      const [corrected] = await engine.replan(first.file, correct(first.preview!.plan), tell);
      const { plan } = corrected!.preview!;
      const roles =
        plan.kind === 'orders' ? plan.roles.map((role, i) => (['order', 'customer', 'date', 'amount'] as const)[i] ?? role) : plan.roles;
      const [named] = await engine.replan(first.file, { ...plan, roles, dateOrder: 'ymd' }, tell);
      expect([what, named!.preview!.questions]).toEqual([what, []]);
      await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', tell);
      const [again] = await engine.stage([{ name: 'b.csv', text }], TODAY, tell);
      const seen = again!.preview!;
      expect([what, seen.remembered, seen.questions]).toEqual([what, true, []]);
      expect([what, seen.plan]).toEqual([what, named!.preview!.plan]);
      expect([what, seen.parts]).toEqual([what, named!.preview!.parts]);
    }
  });

  it('taken back is out of every figure, put back is in again, and a fresh start forgets what was taken back', async () => {
    const { report } = await keep();
    const shop = report.shop.id;
    const more = (await keep(MORE, 'more.csv', { shop })).report;
    const view = await viewOf('ignore', '2024-03-31');
    expect(await valueOf('orders', view)).toBe(7);
    expect((await engine.takeBack(more.imports[0]!)).imports.map((c) => c.status)).toEqual(['kept', 'withdrawn']);
    expect(await valueOf('orders', view)).toBe(5);
    await engine.putBack(more.imports[0]!);
    expect(await valueOf('orders', view)).toBe(7);
    await engine.takeBack(report.imports[0]!);
    expect(await valueOf('orders', view)).toBe(2);
    store.close();
    engine = createEngine(await openStore(`engine-${stores}`));
    expect((await engine.open(shop)).imports.map((c) => c.name)).toEqual(['more.csv']);
    expect(await valueOf('orders', view)).toBe(2);
  });

  it('gives the rows that were left out with line, reason and cells', async () => {
    const { report } = await keep();
    const text = new TextDecoder().decode(await engine.leftOutCsv(report.imports[0]!));
    expect(text).toBe('line,reason,Order ID,Customer ID,Order Date,Amount,Country\r\n6,no-customer,5,,2024-02-11,7.00,Spain\r\n');
  });

  it('rows that were left out open as text in a spreadsheet, and signed numbers stay numbers', async () => {
    const { report } = await keep(
      'Order ID,Customer ID,Order Date,Amount\n1,ann,2024-01-03,1.00\n=1+1,ann,2024-13-32,-20.00\n3,,2024-01-03,"@SUM(A1)"\n',
    );
    const text = new TextDecoder().decode(await engine.leftOutCsv(report.imports[0]!));
    expect(text).toContain("3,bad-date,'=1+1,ann,2024-13-32,-20.00\r\n");
    expect(text).toContain("'@SUM(A1)");
  });

  it('erased is gone from the store', async () => {
    const { report } = await keep();
    expect(await engine.eraseShop(report.shop.id)).toEqual([]);
    await expect(engine.open(report.shop.id)).rejects.toMatchObject({ code: 'engine/unknown-shop' });
  });
});

/** The first rows, the last ones, and between them as many in equal steps: all of them where there are no more than `most`. */
function spreadOver<T>(rows: readonly T[], most: number): T[] {
  const ends = most / 4;
  const step = Math.ceil((rows.length - 2 * ends) / (most - 2 * ends));
  return rows.filter((_, i) => rows.length <= most || i < ends || i >= rows.length - ends || (i - ends) % step === 0);
}

describe('answers', () => {
  it('the list behind every number has as many customers as the number says, but for those whose every order was given back, who are counted apart', async () => {
    // Of a curve with a row for each of hundreds of days eighty rows are asked, its ends among them: each cell costs a list.
    await engine.sampleShop(7);
    const shop = await engine.open((await engine.shops())[0]!.id);
    const view: View = {
      from: shop.firstDay,
      to: shop.lastDay + 1,
      asOf: shop.lastDay,
      grain: 'quarter',
      refunds: 'behaviour',
      lapseDays: null,
      calendar: ISO_CALENDAR,
    };
    let checked = 0;
    const { customersUndone } = await engine.refundEffect(view);
    for (const metric of METRICS) {
      const [answer] = (await engine.answer([{ id: metric.id }], view)) as Answer[];
      const places =
        answer && isTable(answer)
          ? spreadOver(answer.rows, 80).flatMap((row) =>
              answer.columns.slice(1).map((column) => ({ row: String(row[0]), column: column.key })),
            )
          : [undefined];
      for (const at of places) {
        const figure = await engine.figure({ id: metric.id, ...(at ? { at } : {}) }, view);
        if (isAbsent(figure)) continue;
        for (const input of figure.inputs.filter((i) => i.unit === 'customers')) {
          const who = { id: metric.id, input: input.key, ...(at ? { at } : {}) };
          const [totals] = await engine.lists([{ who, filter: {} }], view);
          const { customers, withoutPurchase } = totals!;
          expect([metric.id, at, input.key, customers + withoutPurchase]).toEqual([metric.id, at, input.key, input.value]);
          expect(withoutPurchase).toBeLessThanOrEqual(customersUndone);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(50);
  }, 60_000);

  it('no answer carries the customers themselves to the page', async () => {
    await keep();
    const answers = await engine.answer(
      METRICS.map((m) => ({ id: m.id })),
      await viewOf(),
    );
    expect(JSON.stringify(answers)).not.toContain('"who"');
  });

  it('the drawer says what went in, what was left out and from which file', async () => {
    await keep();
    const explanation = await engine.explain({ id: 'customer-retention-rate', params: { period: '2024-02-01' } }, await viewOf('ignore'));
    expect(explanation.figure).toMatchObject({ value: 0.5, n: 2 });
    expect(explanation.leftOut).toEqual([{ reason: 'no-customer', rows: 1, worthMinor: 700 }]);
    expect(explanation.sources).toEqual([{ file: 'orders.csv', rows: 4, used: 3, elsewhere: 0 }]);
    expect(explanation).toMatchObject({ ordersInPeriod: 2, revenueMinor: 3500 });
  });

  it('a figure and the effect of refunds are told alone as the drawer tells them', async () => {
    await keep();
    const view = await viewOf();
    const question = { id: 'customer-retention-rate', params: { period: '2024-02-01' } };
    const explanation = await engine.explain(question, view);
    expect(await engine.figure(question, view)).toEqual(explanation.figure);
    expect(await engine.refundEffect(view)).toEqual(explanation.effect);
    expect(explanation.effect).toMatchObject({ refunds: 1, refundedMinor: 2000, ordersUndone: 1, customersUndone: 1 });
  });

  it('a customer leads to orders, and an order to file and line', async () => {
    const { report } = await keep();
    const page = await engine.customer('ann', await viewOf());
    expect(page).toMatchObject({ rank: 1, of: 2, guest: false, row: { country: 'France', orders: 3, netMinor: 8000 } });
    expect(page.entries.map((e) => [e.label, e.gap, e.items[0]!.line, e.items[0]!.importId])).toEqual([
      ['7', 48, 8, report.imports[0]!],
      ['3', 29, 4, report.imports[0]!],
      ['1', null, 2, report.imports[0]!],
    ]);
    const view = await viewOf();
    await expect(async () => engine.customer('nobody', view)).rejects.toMatchObject({ code: 'engine/unknown-customer' });
  });

  it('an address that names no figure is told from a failure: asking again would not help', async () => {
    await keep();
    const view = await viewOf();
    const unknown = { code: 'engine/unknown-figure' };
    await expect(async () => engine.explain({ id: 'nonsense' }, view)).rejects.toMatchObject(unknown);
    await expect(async () => engine.explain({ id: 'loyalty-matrix' }, view)).rejects.toMatchObject(unknown);
    const list = { who: { id: 'nonsense', input: 'customers' }, filter: {} };
    await expect(async () => engine.customers(list, byNet, view, 0, 10)).rejects.toMatchObject(unknown);
  });

  it('a list as CSV is safe to open in a spreadsheet', async () => {
    const { report } = await keep();
    await keep(MORE, 'more.csv', { shop: report.shop.id });
    const text = new TextDecoder().decode(await engine.customersCsv({ filter: {} }, byNet, await viewOf('ignore', '2024-03-31')));
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith("'=dan"))).toHaveLength(1);
    expect(lines[0]).toContain('customer,name,country,stage,orders');
  });

  it('the rows of a customer as CSV name their file and line, and are safe to open in a spreadsheet', async () => {
    const { report } = await keep();
    await keep(MORE, 'more.csv', { shop: report.shop.id });
    const text = new TextDecoder().decode(await engine.customerCsv('=dan', await viewOf('ignore', '2024-03-31')));
    expect(text.trim().split('\r\n').slice(1)).toEqual(["'=dan,order,9,2024-03-31,,,,60.00,more.csv,3"]);
  });

  it('the sample shop is made once, is marked as such, and is the same every time', async () => {
    const first = await engine.sampleShop(7);
    const again = await engine.sampleShop(7);
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ sample: true });
    expect(first.customers).toBeGreaterThanOrEqual(4900);
  });
});
