import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/core/columns/ledger';
import { contactResponse } from '../../src/core/metrics/service/contact-response';
import { findPeople } from '../../src/core/people/find-people';
import { ShopBook } from '../../src/core/tables/shop-tables';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import type { Scalar, Table } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { ShopOfFiles } from './shop-of-files';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const has = (path: string): boolean => existsSync(join(DATA, path));
const JOURNEY = ['complete-journey/campaigns.csv', 'complete-journey/coupon_redemptions.csv'];
const LOYALTY = ['loyalty/points_ledger_a.csv', 'loyalty/tiers_misspelt.csv'];
const OLIST = ['orders', 'order_payments', 'customers'].map((name) => `olist-sample/olist_${name}_dataset.csv`);
for (const path of [...JOURNEY, ...LOYALTY, ...OLIST]) if (!has(path)) console.warn(`${path} not found under ${DATA}: its test is skipped`);

/** A shop of files, each read as the product reads it. */
async function shopOf(paths: readonly string[]): Promise<ShopOfFiles> {
  const shop = await ShopOfFiles.make();
  for (const path of paths) await shop.keep(readFileSync(join(DATA, path)), 'append', path.split('/')[1]!);
  return shop;
}

function year(of: number): View {
  const [from, to] = [dayFromIso(`${of}-01-01`)!, dayFromIso(`${of + 1}-01-01`)!];
  return { from, to, asOf: to - 1, grain: 'month', refunds: 'behaviour', lapseDays: null, calendar: ISO_CALENDAR };
}

describe('public loyalty data, read by the product', () => {
  it.runIf(JOURNEY.every(has))('Complete Journey: 792 of 6,589 households of a campaign redeemed a coupon of it: 12.0200 %', async () => {
    // Figures: counted in the two files with DuckDB; none of the 2,102 redemptions is outside a campaign of its household.
    const { engine } = await shopOf(JOURNEY);
    const [answer] = await engine.answer([{ id: 'contact-response' }], year(2017));
    const { columns, rows, foot } = answer as Table;
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    const [all] = foot!;
    expect([all![at('sent')], all![at('converted')]]).toEqual([6589, 792]);
    expect(Number(all![at('converted-rate')])).toBeCloseTo(0.1202, 4);
    expect(rows).toHaveLength(27);
    expect(rows.every((row) => row[at('by-orders')] === 0 && row[at('opened')] === null)).toBe(true);
  });

  it.runIf(JOURNEY.every(has))('Complete Journey: those who redeemed are 410 households', async () => {
    const { store, engine, shop } = await shopOf(JOURNEY);
    const { imports } = await engine.open(shop);
    const records = await Promise.all(imports.map(({ id }) => store.readRecords(id)));
    const book = new ShopBook({ ledger: buildLedger([]), people: findPeople([], DEFAULT_PEOPLE_RULES), records });
    const tables = book.tables(year(2017));
    const metric = contactResponse;
    const { rows } = metric.compute(tables, year(2017), metric.defaults);
    const who = rows.flatMap(([campaign]) => {
      const figure = metric.cell(tables, year(2017), metric.defaults, { row: String(campaign), column: 'converted' });
      return figure.value === null ? [] : [...figure.inputs[0]!.who!];
    });
    expect(who).toHaveLength(792);
    expect(new Set(who).size).toBe(410);
  });

  it.runIf(LOYALTY.every(has))('a ledger in which nothing was ever redeemed: all earned, nobody burned, a rate of 0', async () => {
    const { engine } = await shopOf([LOYALTY[0]!]);
    const questions = [
      { id: 'redemption-rate', params: { by: 'lifetime' } },
      { id: 'earn-no-burn-share', params: { minAgeDays: 0 } },
    ];
    const [redeemed, never] = (await engine.answer(questions, year(2024))) as Scalar[];
    expect([redeemed!.value, redeemed!.inputs[1]!.value]).toEqual([0, 0]);
    expect([never!.value, never!.n]).toEqual([1, redeemed!.n]);
  });

  it.runIf(LOYALTY.every(has))(
    'tiers under many spellings: the 7,990 people who have one are members, the 1,799 without are none',
    async () => {
      const { engine } = await shopOf([LOYALTY[1]!]);
      const [answer] = (await engine.answer([{ id: 'active-engagement-rate' }], year(2024))) as Scalar[];
      expect([answer!.value, answer!.n]).toEqual([0, 7990]);
    },
  );

  it.runIf(OLIST.every(has))(
    'Olist: 3,619 of 3,960 orders came by the day they were promised for, 279 late, 62 not at all: 91.3889 %',
    async () => {
      // Figures: counted in olist_orders_dataset.csv with Python, by date, without the 40 cancelled and unavailable orders.
      const { engine } = await ShopOfFiles.make();
      const files = OLIST.map((path) => ({ file: new File([readFileSync(join(DATA, path)) as BlobPart], path.split('/')[1]!) }));
      await engine.stage(files, dayFromIso('2026-01-01')!, () => undefined);
      const { shop } = await engine.keep({ newShop: 'Olist' }, '2026-01-01T10:00:00.000Z', () => undefined);
      const asOf = shop.lastDay + 60;
      const view: View = { ...year(2017), from: shop.firstDay, to: asOf + 1, asOf };
      const [answer] = (await engine.answer([{ id: 'promise-kept-rate' }], view)) as Scalar[];
      expect(answer!.inputs.map(({ value }) => value)).toEqual([3960, 3619, 279, 62, 0]);
      expect(answer!.value).toBeCloseTo(0.913889, 6);
    },
  );
});
