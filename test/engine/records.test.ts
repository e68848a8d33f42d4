import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import type { Store } from '../../src/storage/store';
import { dayFromIso } from '../../src/terms/day';
import type { FileKind } from '../../src/terms/role';
import { ShopOfFiles } from './shop-of-files';

const TODAY = dayFromIso('2026-01-01')!;
const KEPT_AT = '2026-01-01T10:00:00.000Z';
const tell = (): void => undefined;

/** A small file of each kind, with a row that cannot be used. */
const FILES: Record<Exclude<FileKind, 'orders'>, string> = {
  customers: 'customer_id,email,birthday,newsletter\nann,a@x.org,1990-04-13,yes\n,,1990-04-13,no\n',
  answers: 'customer_id,submitted at,nps,why\nann,2025-03-01,9,fine\nbob,2025-03-02,,\n',
  points: 'member_id,date,type,points,points balance\nann,2025-03-01,earn,10,10\nbob,2025-03-01,earn,ten,\n',
  feedback: 'ticket_id,customer_email,opened_at,closed_at,topic\n1,a@x.org,2025-03-01,2025-03-02,late\n2,b@x.org,2199-03-01,,late\n',
  contacts: 'campaign,email,sent_at,opened,clicked\nSpring,a@x.org,2025-03-01,yes,no\nSpring,,2025-03-01,yes,no\n',
};
const KINDS = Object.keys(FILES) as (keyof typeof FILES)[];
const ORDERS = 'Order ID,Customer ID,Order Date,Amount\n1,ann,2025-02-01,10.00\n2,bob,2025-02-02,20.00\n';

let store: Store;
let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  store = await openStore(`engine-records-${++stores}`);
  engine = createEngine(store);
});

async function keep(name: string, text: string, target: Parameters<EngineInside['keep']>[0]) {
  await engine.stage([{ name, text }], TODAY, tell);
  return engine.keep(target, KEPT_AT, tell);
}

describe('records on their way through the engine', () => {
  it.each(KINDS)('%s are staged, kept with their counts, taken back and put back', async (kind) => {
    const { shop } = await keep('orders.csv', ORDERS, { newShop: 'Shop' });
    const [staged] = await engine.stage([{ name: `${kind}.csv`, text: FILES[kind] }], TODAY, tell);
    expect([staged?.preview?.plan.kind, staged?.preview?.questions]).toEqual([kind, []]);
    const report = await engine.keep({ shop: shop.id }, KEPT_AT, tell);
    expect([report.rows, report.used, report.leftOut]).toEqual([2, 1, 1]);
    const [id] = report.imports;
    const kept = report.shop.imports.find((card) => card.id === id)!;
    expect([kept.kind, kept.used, kept.leftOut]).toEqual([kind, 1, 1]);
    expect(kept.counts).toEqual(staged!.preview!.counts);
    expect((await store.readRecords(id!)).kind).toBe(kind);
    expect([report.shop.orders, report.shop.customers]).toEqual([shop.orders, shop.customers]);
    expect((await engine.takeBack(id!)).imports.find((card) => card.id === id)?.status).toBe('withdrawn');
    expect((await engine.putBack(id!)).imports.find((card) => card.id === id)?.status).toBe('kept');
    const again = createEngine(store);
    expect((await again.open(shop.id)).imports).toHaveLength(2);
  });

  it.each(KINDS)('%s: the rows left out come as a CSV with line, reason and cells', async (kind) => {
    const report = await keep(`${kind}.csv`, FILES[kind], { newShop: 'Shop' });
    const csv = new TextDecoder().decode(await engine.leftOutCsv(report.imports[0]!));
    const last = FILES[kind].trim().split('\n').at(-1)!;
    expect(csv.trim().split(/\r?\n/)).toHaveLength(2);
    expect(csv).toContain(last);
    expect(csv).toMatch(/no-person|no-answer|bad-number|future-date/);
  });

  it('a shop may begin with records alone', async () => {
    const report = await keep('nps.csv', FILES.answers, { newShop: 'Shop' });
    expect([report.shop.orders, report.shop.imports.length]).toEqual([0, 1]);
    expect((await createEngine(store).open(report.shop.id)).imports[0]!.kind).toBe('answers');
  });

  it('another kind chosen by hand gives the columns the meanings that they have in it, and back again', async () => {
    const [staged] = await engine.stage(
      [{ name: 'a.csv', text: 'member_id,date,points,score\n1,2025-01-01,5,9\n2,2025-01-02,7,3\n' }],
      TODAY,
      tell,
    );
    const { file, preview } = staged!;
    expect([preview!.plan.kind, preview!.plan.roles]).toEqual(['points', ['customer', 'date', 'points', 'ignore']]);
    const [answers] = await engine.replan(file, { ...preview!.plan, kind: 'answers' }, tell);
    expect(answers!.preview!.plan).toMatchObject({ kind: 'answers', roles: ['customer', 'date', 'ignore', 'score'] });
    expect(answers!.preview!.questions).toEqual([]);
    const [points] = await engine.replan(file, { ...answers!.preview!.plan, kind: 'points' }, tell);
    expect(points!.preview!.plan).toMatchObject({ kind: 'points', roles: ['customer', 'date', 'points', 'ignore'] });
    const [orders] = await engine.replan(file, { ...points!.preview!.plan, kind: 'orders' }, tell);
    expect(orders!.preview!.plan.kind).toBe('orders');
    expect(orders!.preview!.questions).toContain('role-amount');
  });

  it('a plan with chosen scales is remembered for the next file with the same header', async () => {
    const text = (score: number): string => `email,nps,submitted at\na@x.org,${score},2025-03-01\n`;
    const [staged] = await engine.stage([{ name: 'a.csv', text: text(9) }], TODAY, tell);
    await engine.replan(staged!.file, { ...staged!.preview!.plan, scales: { nps: '1-10' } }, tell);
    const { shop } = await engine.keep({ newShop: 'Shop' }, KEPT_AT, tell);
    const [next] = await engine.stage([{ name: 'b.csv', text: text(4) }], TODAY, tell);
    expect(next!.preview!.remembered).toBe(true);
    expect(next!.preview!.scales[0]).toMatchObject({ scale: '1-10', ask: false });
    expect((await engine.keep({ shop: shop.id }, KEPT_AT, tell)).used).toBe(1);
  });
});

/** Two exports of each kind that have a row in common; the second has a row of its own. */
const SHARED: Record<Exclude<FileKind, 'orders'>, [head: string, first: string, both: string, second: string]> = {
  customers: [
    'customer_id,email,birthday,newsletter',
    'ann,a@x.org,1990-04-13,yes',
    'bob,b@x.org,1991-04-13,no',
    'cy,c@x.org,1992-04-13,no',
  ],
  answers: ['customer_id,submitted at,nps,why', 'ann,2025-03-01,9,fine', 'bob,2025-03-02,3,late', 'cy,2025-03-03,10,'],
  points: ['member_id,date,type,points,points balance', 'ann,2025-03-01,earn,10,10', 'bob,2025-03-02,earn,5,5', 'cy,2025-03-03,earn,7,7'],
  feedback: [
    'ticket_id,customer_email,opened_at,closed_at,topic',
    '1,a@x.org,2025-03-01,2025-03-02,late',
    '2,b@x.org,2025-03-02,,late',
    '3,c@x.org,2025-03-03,,torn',
  ],
  contacts: [
    'campaign,email,sent_at,opened,clicked',
    'May,a@x.org,2025-03-01,yes,no',
    'May,b@x.org,2025-03-01,yes,no',
    'June,a@x.org,2025-04-01,no,no',
  ],
};

describe('records of overlapping files', () => {
  it.each(KINDS)('%s count once, are told in numbers before they are kept, and come back when a file is taken back', async (kind) => {
    const [head, first, both, second] = SHARED[kind];
    const { shop, imports } = await keep('first.csv', `${head}\n${first}\n${both}\n`, { newShop: 'Shop' });
    const [staged] = await engine.stage([{ name: 'second.csv', text: `${head}\n${both}\n${second}\n` }], TODAY, tell);
    expect(staged!.preview!.questions).toEqual([]);
    const told = { file: staged!.file, fresh: 1, unchanged: 1, changed: 0, cancelled: 0, orders: 0, replaced: imports };
    expect(await engine.overlap(shop.id)).toEqual([told]);
    expect(await createEngine(store).open(shop.id)).toMatchObject({ imports: [{ used: 2 }] });
    const report = await engine.keep({ shop: shop.id }, KEPT_AT, tell);
    const counted = (info: { standing: Record<number, { counted: number; repeated: number }> }) =>
      Object.values(info.standing).map((one) => [one.counted, one.repeated]);
    expect(counted(report.shop)).toEqual([[2, 0], [1, 1]]); // prettier-ignore
    expect(counted(await createEngine(store).open(shop.id))).toEqual([[2, 0], [1, 1]]); // prettier-ignore
    expect(counted(await engine.takeBack(imports[0]!))).toEqual([[2, 0]]);
    expect(counted(await engine.putBack(imports[0]!))).toEqual([[2, 0], [1, 1]]); // prettier-ignore
  });

  it('a later list of customers is another version of those whom it has again', async () => {
    const list = (...rows: string[]) => ['customer_id,email,city,newsletter', ...rows, ''].join('\n');
    const { shop, imports } = await keep('a.csv', list('ann,a@x.org,Bern,yes', 'bob,b@x.org,Bonn,no'), { newShop: 'Shop' });
    const [staged] = await engine.stage([{ name: 'b.csv', text: list('ann,a@x.org,Rome,no', 'cy,c@x.org,Oslo,no') }], TODAY, tell);
    expect(staged!.preview!.plan.kind).toBe('customers');
    expect(await engine.overlap(shop.id)).toMatchObject([{ fresh: 1, changed: 1, unchanged: 0 }]);
    const { shop: after, imports: later } = await engine.keep({ shop: shop.id, mode: 'update' }, KEPT_AT, tell);
    expect(after.standing[imports[0]!]).toMatchObject({ counted: 1, superseded: 1 });
    expect(after.standing[later[0]!]).toMatchObject({ counted: 2, heldBack: 0 });
  });

  it('files that come together are compared with each other too, each with those of its kind', async () => {
    const { shop } = await keep('orders.csv', ORDERS, { newShop: 'Shop' });
    const [head, first, both, second] = SHARED.answers;
    const texts = [`${head}\n${first}\n${both}\n`, `${head}\n${both}\n${second}\n`, FILES.points];
    await engine.stage(
      texts.map((text, i) => ({ name: `${i}.csv`, text })),
      TODAY,
      tell,
    );
    expect((await engine.overlap(shop.id)).map(({ fresh, unchanged }) => [fresh, unchanged])).toEqual([[2, 0], [1, 1], [1, 0]]); // prettier-ignore
  });
});

describe('undoing imports of records', () => {
  const [head] = SHARED.customers;
  const row = fc.record({ who: fc.constantFrom('ann', 'bob', 'cy'), year: fc.constantFrom(1990, 1991), yes: fc.boolean() });
  const file = fc.record({
    rows: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: ({ who }) => who }),
    mode: fc.constantFrom('append' as const, 'update' as const, 'replace' as const),
  });
  const textOf = ({ rows }: { rows: { who: string; year: number; yes: boolean }[] }, own: number): string =>
    // A customer of its own makes each file another one.
    [head, ...rows.map(({ who, year, yes }) => `${who},${who}@x.org,${year}-04-13,${yes ? 'yes' : 'no'}`), `own${own},,,no`, ''].join('\n');

  it('in any order and through restarts leaves the shop in which the others were kept and nothing else was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), fc.array(fc.nat(3), { maxLength: 5 }), async (files, clicks) => {
        const standingOf = async (kept: number[]): Promise<number[][]> => {
          const shop = await ShopOfFiles.make();
          for (const f of kept) await shop.keep(textOf(files[f]!, f), files[f]!.mode);
          const all = Object.values((await shop.restart()).standing);
          shop.store.close();
          return all.map(({ counted, repeated, heldBack, superseded, replaced }) => [counted, repeated, heldBack, superseded, replaced]);
        };
        const shop = await ShopOfFiles.make();
        const ids: number[] = [];
        for (const [f, one] of files.entries()) ids.push(await shop.keep(textOf(one, f), one.mode));
        const gone = new Set<number>();
        for (const click of clicks.map((n) => n % files.length)) {
          if (gone.delete(click)) {
            await shop.engine.putBack(ids[click]!);
          } else {
            await shop.engine.takeBack(ids[click]!);
            gone.add(click);
          }
        }
        const left = files.map((_, f) => f).filter((f) => !gone.has(f));
        const { standing, imports } = await shop.engine.open(shop.shop);
        for (const { id, used } of imports.filter(({ status }) => status === 'kept')) {
          const { replacedBy: _, ...rows } = standing[id]!;
          expect(Object.values(rows).reduce((sum, n) => sum + n, 0)).toBe(used);
        }
        const now = Object.values(standing).map((one) => [one.counted, one.repeated, one.heldBack, one.superseded, one.replaced]);
        if (left.length > 0) expect(now).toEqual(await standingOf(left));
        shop.store.close();
      }),
      { numRuns: 25 },
    );
  });
});
