import 'fake-indexeddb/auto';
import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/core/columns/batch';
import { buildLedger } from '../../src/core/columns/ledger';
import { ledgerFacts } from '../../src/core/tables/ledger-facts';
import { createEngine } from '../../src/engine/engine';
import type { Staged, StageSource } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { headerSignature } from '../../src/intake/meaning/header-signature';
import { openStore } from '../../src/storage/open-store';
import type { Store } from '../../src/storage/store';
import { dayFromIso } from '../../src/terms/day';
import type { Progress } from '../../src/terms/progress';
import { hasData } from '../intake/helpers';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const TODAY = dayFromIso('2026-10-01')!;
const AT = '2026-10-01T10:00:00.000Z';
const quiet = (): void => undefined;
/** What the lines of that marketplace take from its orders. */
const ORDER_COLUMNS = [
  'customer_id',
  'order_status',
  'order_purchase_timestamp',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
];

let store: Store;
let engine: EngineInside;
let stores = 0;
beforeEach(async () => {
  store = await openStore(`several-${++stores}`);
  engine = createEngine(store);
});

async function folder(name: string, only?: RegExp): Promise<StageSource[]> {
  const names = readdirSync(join(DATA, name)).filter((file) => file.endsWith('.csv') && (!only || only.test(file)));
  return Promise.all(names.map(async (file) => ({ file: new File([await openAsBlob(join(DATA, name, file))], file) })));
}

const stage = (sources: StageSource[]): Promise<Staged[]> => Promise.resolve(engine.stage(sources, TODAY, quiet));
const called = (staged: readonly Staged[], name: string): Staged => staged.find((one) => one.name.includes(name))!;
const pasted = (name: string, text: string): StageSource => ({ name, text });

/** One row of figures that DuckDB finds in files. */
async function duck(sql: string): Promise<number[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = await (await connection.runAndReadAll(sql)).getRows();
  connection.closeSync();
  return rows[0]!.map(Number);
}

describe('the seven files of a marketplace', () => {
  it.runIf(hasData('olist-sample/olist_orders_dataset.csv'))(
    'become persons, not order numbers, and the figures are those of SQL',
    async () => {
      const staged = await stage(await folder('olist-sample'));
      const purposes = Object.fromEntries(
        staged.map(({ name, preview }) => [name.replace(/^olist_|_dataset|\.csv$/g, ''), preview?.purpose]),
      );
      expect(purposes).toMatchObject({
        order_items: 'keep',
        orders: 'lookup',
        products: 'lookup',
        order_payments: 'aside',
        order_reviews: 'keep',
      });
      const items = called(staged, 'order_items').preview!;
      const table = (name: string): string => `read_csv('${join(DATA, 'olist-sample', name)}', header = true, all_varchar = true)`;
      const [orders, persons, numbers, minor] = await duck(`
      SELECT count(DISTINCT o.order_id), count(DISTINCT c.customer_unique_id), count(DISTINCT o.customer_id), sum(CAST(round(CAST(i.price AS DECIMAL(18, 4)) * 100) AS BIGINT))
      FROM ${table('olist_order_items_dataset.csv')} i JOIN ${table('olist_orders_dataset.csv')} o USING (order_id)
      JOIN ${table('olist_customers_dataset.csv')} c USING (customer_id) WHERE o.order_status NOT IN ('canceled', 'unavailable')`);
      expect(items.totals).toMatchObject({ orders, customers: persons, worthMinor: minor });
      expect(persons).toBeLessThan(numbers!);
      expect(items.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(items.rows);
      expect(items.questions).toEqual([]);
      expect(items.joins.map(({ name, brings, found }) => [name, brings, found])).toEqual([
        ['olist_orders_dataset.csv', [...ORDER_COLUMNS], items.rows],
        ['olist_customers_dataset.csv', ['customer_unique_id'], items.rows],
        ['olist_products_dataset.csv', ['product_category_name'], items.rows],
      ]);

      const kept = await engine.keep({ newShop: 'Olist' }, AT, quiet);
      expect(kept.shop).toMatchObject({ orders, customers: persons });
      const card = kept.shop.imports.find(({ name }) => name.includes('order_items'))!;
      expect(card.joined).toEqual(items.joins.map(({ name }) => name));

      const facts = ledgerFacts(buildLedger([await store.readBatch(card.id)]), TODAY);
      const [promised, delivered] = [facts.promised!.day, facts.delivered!.day];
      const late = delivered.reduce((sum, day, o) => sum + (day !== NO_DAY && day > promised[o]! ? 1 : 0), 0);
      const [came, cameLate] = await duck(`
      SELECT count(*) FILTER (WHERE order_delivered_customer_date IS NOT NULL),
        count(*) FILTER (WHERE CAST(order_delivered_customer_date AS DATE) > CAST(order_estimated_delivery_date AS DATE))
      FROM ${table('olist_orders_dataset.csv')} o
      WHERE order_status NOT IN ('canceled', 'unavailable') AND order_id IN (SELECT order_id FROM ${table('olist_order_items_dataset.csv')})`);
      expect(delivered.filter((day) => day !== NO_DAY)).toHaveLength(came!);
      expect(late).toBe(cameLate);
      expect(cameLate).toBeGreaterThan(100);
    },
  );

  it.runIf(hasData('olist-sample/olist_orders_dataset.csv'))(
    'say the person again when only the orders and their lines are dropped: the number is all there is',
    async () => {
      const staged = await stage(await folder('olist-sample', /orders|order_items/));
      const items = called(staged, 'order_items').preview!;
      expect(items.plan.header[items.plan.roles.indexOf('customer')]).toBe('customer_id');
      expect(items.columns.find((column) => column.role === 'customer')?.remark).toMatchObject({ code: 'customers-per-order' });
    },
  );

  it.runIf(hasData('olist-sample/olist_orders_dataset.csv'))(
    'obey: who wants the number of the order for a customer has it, and it is not taken back',
    async () => {
      const staged = await stage(await folder('olist-sample'));
      const { file, preview } = called(staged, 'order_items');
      const { plan } = preview!;
      const [number, person] = ['customer_id', 'customer_unique_id'].map((name) => plan.header.indexOf(name));
      const roles = plan.roles.map((role, i) => (i === number ? 'customer' : i === person ? 'ignore' : role));
      const after = called(await engine.replan(file, { ...plan, roles }, quiet), 'order_items').preview!;
      expect(after.plan.roles[number!]).toBe('customer');
      expect(after.totals.customers).toBe(after.totals.orders);
      const again = called(await engine.setPurpose(called(staged, 'translation').file, 'aside'), 'order_items').preview!;
      expect(again.plan.roles).toEqual(after.plan.roles);
    },
  );
});

describe('other shops', () => {
  it.runIf(hasData('superstore/returns.csv'))('orders with a list of returns have the refunds that SQL finds', async () => {
    const staged = await stage(await folder('superstore'));
    const { totals, questions } = called(staged, 'orders').preview!;
    const table = (name: string): string => `read_csv('${join(DATA, 'superstore', name)}', header = true, all_varchar = true)`;
    const [all, back] = await duck(`
      SELECT sum(m), sum(m) FILTER (WHERE "Order ID" IN (SELECT "Order ID" FROM ${table('returns.csv')} WHERE Returned = 'Yes'))
      FROM (SELECT "Order ID", CAST(Sales AS DOUBLE) * 100 AS m FROM ${table('orders.csv')})`);
    // Fractions of a cent are carried on from row to row.
    expect(Math.abs(totals.worthMinor - all!)).toBeLessThan(2);
    expect(Math.abs(totals.refundMinor - back!)).toBeLessThan(400);
    expect(questions).toEqual([]);
  });

  it.runIf(hasData('complete-journey/transactions_sample.csv'))(
    'baskets, households, campaigns and coupons each are what they are',
    async () => {
      const staged = await stage(await folder('complete-journey'));
      const of = (name: string) => called(staged, name).preview!;
      expect(
        [of('transactions'), of('demographics'), of('campaigns.csv'), of('redemptions')].map(({ purpose, plan }) => [purpose, plan.kind]),
      ).toEqual([
        ['keep', 'orders'],
        ['keep', 'customers'],
        ['keep', 'contacts'],
        ['keep', 'contacts'],
      ]);
      const [orders, households] = await duck(
        `SELECT count(DISTINCT basket_id), count(DISTINCT household_id) FROM read_csv('${join(DATA, 'complete-journey/transactions_sample.csv')}') WHERE sales_value > 0`,
      );
      expect(of('transactions').totals).toMatchObject({ orders, customers: households });
    },
  );

  it.runIf(hasData('online-retail/online_retail_40k.xlsx'))('a workbook gives the figures of the same rows as CSV', async () => {
    const file = new File([await openAsBlob(join(DATA, 'online-retail/online_retail_40k.xlsx'))], 'retail.xlsx');
    const [sheet] = await stage([{ file }]);
    const book = sheet!.preview!;
    const first = await engine.stagedRows(sheet!.file, 'sale', 0, 100_000);
    // The same rows as they stand in the large CSV, told by all of their cells; a row that is there twice may be taken twice.
    const wanted = first.map(({ raw: [order, code, , quantity, date, price, customer] }) => [
      order,
      code,
      quantity,
      date!.length === 10 ? `${date} 00:00:00` : date,
      price,
      customer,
    ]);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run('CREATE TABLE wanted (o VARCHAR, c VARCHAR, q DOUBLE, d TIMESTAMP, p DOUBLE, u DOUBLE)');
    for (let i = 0; i < wanted.length; i += 2000) {
      const values = wanted
        .slice(i, i + 2000)
        .map((row) => `('${row[0]}', '${row[1]!.replaceAll("'", "''")}', ${row[2]}, '${row[3]}', ${row[4]}, ${row[5]})`);
      await connection.run(`INSERT INTO wanted VALUES ${values.join(',')}`);
    }
    const rows = await (
      await connection.runAndReadAll(`
        WITH retail AS (SELECT DISTINCT InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID FROM read_csv('${join(DATA, 'online-retail/online_retail.csv')}', types = {'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'CustomerID': 'DOUBLE'}))
        SELECT count(*), count(DISTINCT o), count(DISTINCT u), sum(CAST(round(q * p * 100) AS BIGINT)) FROM wanted
        JOIN retail ON InvoiceNo = o AND StockCode = c AND Quantity = q AND InvoiceDate = d AND UnitPrice = p AND CustomerID = u`)
    ).getRows();
    connection.closeSync();
    const [count, orders, customers, minor] = rows[0]!.map(Number);
    expect(book.parts.find((part) => part.code === 'sale')?.rows).toBe(count);
    expect(book.totals).toMatchObject({ orders, customers, worthMinor: minor });
    expect(book.rows).toBe(40_000);
    expect(book.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(40_000);
  });
});

const HEADER = 'Order,Customer,Date,Amount';
const orders = (from: number, count: number): string =>
  [HEADER, ...Array.from({ length: count }, (_, i) => `A${from + i},C${i % 7},2024-01-${10 + (i % 15)},10.00`)].join('\n') + '\n';

describe('files together', () => {
  it('what cannot be read is said file by file, while the others go on', async () => {
    const picture = { file: new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], 'logo.png') };
    const staged = await stage([pasted('a.csv', orders(1, 20)), picture, pasted('b.csv', orders(50, 20))]);
    expect(staged.map(({ error, preview }) => error?.code ?? preview?.rows)).toEqual([20, 'intake/not-text', 20]);
    const { shop, imports } = await engine.keep({ newShop: 'Shop' }, AT, quiet);
    expect(imports).toHaveLength(2);
    expect(shop.orders).toBe(40);
  });

  it('an archive and a workbook among them are opened, and lines are rows of the sheet', async () => {
    const sheets = [
      {
        name: 'March',
        rows: [
          ['Orders of March'],
          [],
          HEADER.split(','),
          ['A9', 'C1', new Date('2024-03-05T00:00:00Z'), 12.5],
          ['A10', '', new Date('2024-03-06T00:00:00Z'), 1],
        ],
      },
    ];
    const book = new File([(await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>], 'book.xlsx');
    const packed = new File([gzipSync(orders(100, 30))], 'more.csv.gz');
    const staged = await stage([{ file: book }, { file: packed }]);
    expect(staged.map(({ name, preview }) => [name, preview?.totals.orders])).toEqual([
      ['book.xlsx › March', 1],
      ['more.csv.gz', 30],
    ]);
    const [left] = await engine.stagedRows(staged[0]!.file, 'no-customer', 0, 1);
    expect(left).toMatchObject({ line: 5, raw: ['A10', '', '2024-03-06', '1'] });
  });

  it('a file that was dropped twice is read once', async () => {
    const staged = await stage([pasted('a.csv', orders(1, 20)), pasted('a (1).csv', orders(1, 20)), pasted('b.csv', orders(2, 20))]);
    expect(staged.map(({ error }) => error)).toEqual([null, { code: 'intake/same-file', facts: { name: 'a.csv' } }, null]);
  });

  it('twenty files are read, and the others are counted', async () => {
    const staged = await stage(Array.from({ length: 25 }, (_, i) => pasted(`${i}.csv`, orders(i * 100, 5))));
    expect(staged).toHaveLength(21);
    expect(staged[20]!.error).toEqual({ code: 'intake/too-many-files', facts: { most: 20, count: 5 } });
  });

  it('all are kept or none: a file that the shop has already stops the others too', async () => {
    const first = await stage([pasted('a.csv', orders(1, 20))]);
    expect(first).toHaveLength(1);
    const { shop } = await engine.keep({ newShop: 'Shop' }, AT, quiet);
    await stage([pasted('b.csv', orders(100, 20)), pasted('a again.csv', orders(1, 20))]);
    await expect(Promise.resolve(engine.keep({ shop: shop.id }, AT, quiet))).rejects.toMatchObject({ code: 'engine/already-kept' });
    expect(await store.imports(shop.id)).toHaveLength(1);
  });

  it('what is remembered of a file are its own columns, so that it is known again without the others', async () => {
    const items = 'order_id,product_id,price\no1,p1,10\no2,p2,5\n';
    const heads = 'order_id,customer_id,order_date\no1,c1,2024-01-05\no2,c1,2024-02-05\n';
    const staged = await stage([pasted('items.csv', items), pasted('heads.csv', heads)]);
    const { plan } = staged[0]!.preview!;
    expect(plan.header).toEqual(['order_id', 'product_id', 'price', 'customer_id', 'order_date']);
    const { imports } = await engine.keep({ newShop: 'Shop' }, AT, quiet);
    const remembered = await store.recallPlan(headerSignature(['order_id', 'product_id', 'price'], plan.dialect));
    expect(remembered).toMatchObject({ header: ['order_id', 'product_id', 'price'], roles: ['order', 'product', 'amount'] });
    expect(remembered?.brought).toBeUndefined();
    const again = await stage([
      pasted('items.csv', 'order_id,product_id,price\no3,p1,10\n'),
      pasted('heads.csv', 'order_id,customer_id,order_date\no3,c1,2024-03-05\n'),
    ]);
    expect(again[0]!.preview).toMatchObject({ remembered: true, totals: { orders: 1, customers: 1 } });
    const csv = new TextDecoder().decode(await engine.leftOutCsv(imports[0]!));
    expect(csv.replace('\ufeff', '').split(/\r?\n/)[0]).toBe('line,reason,order_id,product_id,price');
  });

  it('progress is that of all files together: it never goes back, and it ends at the end', async () => {
    const told: Progress[] = [];
    const sources = [pasted('a.csv', orders(1, 4000)), pasted('b.csv', orders(9000, 4000)), pasted('c.csv', orders(20_000, 100))];
    await engine.stage(sources, TODAY, (progress) => told.push(progress));
    const bytes = told.map((progress) => progress.bytes);
    const rows = told.map((progress) => progress.rows);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ rows: 8100, bytes: told[0]!.bytesTotal });
  });
});
