import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShopInfo } from '../../src/engine/protocol';
import { ISO_CALENDAR } from '../../src/terms/day';
import { ShopOfFiles } from './shop-of-files';

const HEADER = 'Order ID,Customer ID,Order Date,SKU,Amount,Status';
const line = (order: string, customer: string, day: string, sku: string, amount: string, status = 'paid'): string =>
  [order, customer, `2024-${day}`, sku, amount, status].join(',');
const fileOf = (...lines: string[]): string => [HEADER, ...lines, ''].join('\n');

const FIRST = fileOf(
  line('1', 'ann', '01-03', 'cup', '10.00'),
  line('1', 'ann', '01-03', 'pot', '5.00'),
  line('2', 'bob', '01-05', 'cup', '20.00'),
);
const SECOND = fileOf(
  line('1', 'ann', '01-03', 'cup', '8.00'),
  line('2', 'bob', '01-05', 'cup', '20.00'),
  line('3', 'cy', '02-01', 'cup', '7.00'),
);

/** What counts of each import. */
const countedOf = ({ standing }: ShopInfo): number[] => Object.values(standing).map(({ counted }) => counted);

describe('what a file brings, told before it is kept', () => {
  const row = fc
    .record({
      order: fc.nat(4),
      sku: fc.constantFrom('cup', 'pot'),
      day: fc.integer({ min: 1, max: 3 }),
      amount: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ order, sku, day, amount }) => [String(order), `c${order % 3}`, `01-0${day}`, sku, `${amount}.00`] as const);
  /** A file with an order of its own, so that something is left when one of the others was cancelled. */
  const anyFile = fc
    .tuple(fc.array(row, { maxLength: 8 }), fc.nat(8), fc.integer({ min: 50, max: 90 }))
    .map(([rows, off, own]) =>
      fileOf(
        line(String(own), 'cx', '01-09', 'lid', '1.00'),
        ...rows.map((cells) => line(...cells, cells[0] === String(off) ? 'cancelled' : 'paid')),
      ),
    );

  it.each(['append', 'update', 'replace'] as const)('is what comes of it in numbers, by %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, anyFile, async (first, second, third) => {
        fc.pre(first !== second && second !== third && first !== third);
        const shop = await ShopOfFiles.make();
        const older = [await shop.keep(first), await shop.keep(second)];
        const before = await shop.engine.open(shop.shop);
        const { preview } = await shop.stage(third);
        const [told] = await shop.engine.overlap(shop.shop);
        const { fresh, unchanged, changed, cancelled } = told!;
        const id = await shop.keepStaged(mode);
        const after = await shop.engine.open(shop.shop);
        const used = preview!.parts.reduce((sum, { code, rows }) => sum + (code === 'sale' || code === 'refund' ? rows : 0), 0);
        expect(fresh + unchanged + changed).toBe(used);
        expect(told!.replaced).toEqual(older);
        const replaces = mode === 'replace';
        expect(after.lines).toBe(replaces ? used : before.lines + fresh - (mode === 'update' ? cancelled : 0));
        const superseded = older.reduce((sum, one) => sum + after.standing[one]!.superseded, 0);
        expect(superseded).toBe(mode === 'update' ? changed + cancelled : 0);
        expect(after.standing[id]).toEqual({
          counted: replaces ? used : fresh + (mode === 'update' ? changed : 0),
          repeated: replaces ? 0 : unchanged,
          heldBack: mode === 'append' ? changed : 0,
          superseded: 0,
          waiting: 0,
          replaced: 0,
          replacedBy: null,
        });
        shop.store.close();
      }),
      { numRuns: 20 },
    );
  });

  it('counts new, changed and unchanged rows and the orders that both have', async () => {
    const shop = await ShopOfFiles.make();
    const first = await shop.keep(FIRST);
    const { file } = await shop.stage(SECOND);
    expect(await shop.engine.overlap(shop.shop)).toEqual([
      { file, fresh: 1, unchanged: 1, changed: 1, cancelled: 0, orders: 2, replaced: [first] },
    ]);
  });

  it('of a file that cannot be kept yet says nothing', async () => {
    const shop = await ShopOfFiles.make();
    await shop.keep(FIRST);
    const { file, preview } = await shop.stage(SECOND);
    await shop.engine.replan(
      file,
      { ...preview!.plan, roles: preview!.plan.roles.map((role) => (role === 'date' ? 'ignore' : role)) },
      () => undefined,
    );
    expect(await shop.engine.overlap(shop.shop)).toEqual([]);
  });
});

describe('a file that replaces', () => {
  it('takes the older ones out of the count, through a restart, and gives them back when it is taken back', async () => {
    const shop = await ShopOfFiles.make();
    const first = await shop.keep(FIRST);
    const alone = await shop.fingerprint();
    const second = await shop.keep(SECOND, 'replace');
    expect(countedOf(await shop.restart())).toEqual([0, 3]);
    expect((await shop.engine.open(shop.shop)).standing[first]).toMatchObject({ replaced: 3, replacedBy: second });
    await shop.engine.takeBack(second);
    expect(await shop.fingerprint()).toBe(alone);
    await shop.engine.putBack(second);
    expect(countedOf(await shop.engine.open(shop.shop))).toEqual([0, 3]);
    await shop.engine.takeBack(second);
    expect(countedOf(await shop.restart())).toEqual([3]);
    expect(await shop.fingerprint()).toBe(alone);
  });

  it('leaves a replaced file free to be kept again', async () => {
    const shop = await ShopOfFiles.make();
    await shop.keep(FIRST);
    await shop.keep(SECOND, 'replace');
    await shop.keep(FIRST, 'replace');
    expect(countedOf(await shop.engine.open(shop.shop))).toEqual([0, 0, 3]);
  });
});

describe('files that come again', () => {
  it('the same three payments of one day are three, once more and saved by a spreadsheet too', async () => {
    const shop = await ShopOfFiles.make();
    const rows = ['A,2024-01-01,-1', 'A,2024-01-01,-1', 'A,2024-01-01,-1'];
    await shop.keep(['Customer,Date,Amount', ...rows, ''].join('\n'));
    const before = await shop.fingerprint();
    expect(await shop.engine.open(shop.shop)).toMatchObject({ lines: 3 });
    await shop.keep(['\uFEFF"Customer","Date","Amount"', ...rows.map((row) => row.replaceAll(/[^,]+/g, '"$&"')), ''].join('\r\n'));
    expect(await shop.engine.open(shop.shop)).toMatchObject({ lines: 3 });
    expect(await shop.fingerprint()).toBe(before);
  });

  it('the same bytes are refused while they count', async () => {
    const shop = await ShopOfFiles.make();
    await shop.keep(FIRST);
    await expect(shop.keep(FIRST)).rejects.toMatchObject({ code: 'engine/already-kept' });
  });

  it('a list of refunds may come before the orders that it names, which bring the customers', async () => {
    const refunds = 'Order ID,Order Date,Amount\n1,2024-01-20,-10.00\n9,2024-01-21,-3.00\n';
    const [before, after] = [await ShopOfFiles.make(), await ShopOfFiles.make()];
    await before.keep(refunds);
    await before.keep(FIRST);
    await after.keep(FIRST);
    await after.keep(refunds);
    expect(await before.fingerprint()).toBe(await after.fingerprint());
    const { standing, customers } = await before.engine.open(before.shop);
    expect(Object.values(standing)[0]).toMatchObject({ counted: 1, waiting: 1 });
    expect(customers).toBe(2);
  });

  it('a refund without a customer belongs to whoever made its order, in the same file as in another', async () => {
    const sales = [line('1', 'ann', '01-03', 'cup', '10.00'), line('2', 'bob', '01-05', 'cup', '20.00')];
    const refund = line('1', '', '01-20', 'cup', '-10.00');
    const [one, two] = [await ShopOfFiles.make(), await ShopOfFiles.make()];
    await one.keep(fileOf(...sales, refund));
    await two.keep(fileOf(refund));
    await two.keep(fileOf(...sales));
    expect(await one.fingerprint()).toBe(await two.fingerprint());
    expect(Object.values((await one.engine.open(one.shop)).standing)).toMatchObject([{ counted: 3, waiting: 0 }]);
  });

  it('the sources of a figure account for every row of every file that counts', async () => {
    const shop = await ShopOfFiles.make();
    await shop.keep(FIRST);
    await shop.keep(`${SECOND}4,,2024-01-09,cup,3.00,paid\n`, 'update', 'second.csv');
    const { firstDay, lastDay } = await shop.engine.open(shop.shop);
    const view = {
      from: firstDay,
      to: lastDay + 1,
      asOf: lastDay,
      grain: 'month',
      refunds: 'ignore',
      lapseDays: 30,
      calendar: ISO_CALENDAR,
    } as const;
    expect((await shop.engine.explain({ id: 'customers' }, view)).sources).toEqual([
      { file: 'orders.csv', rows: 3, used: 2, elsewhere: 1 },
      { file: 'second.csv', rows: 4, used: 2, elsewhere: 1 },
    ]);
  });
});
