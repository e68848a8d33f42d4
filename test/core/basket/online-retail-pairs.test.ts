import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildLedger } from '../../../src/core/columns/ledger';
import { basketAffinity } from '../../../src/core/metrics/goods/basket-affinity';
import { nextCategory } from '../../../src/core/metrics/goods/next-category';
import { nextCategoryTest } from '../../../src/core/metrics/goods/next-category-test';
import { findPeople } from '../../../src/core/people/find-people';
import { ShopBook, type ShopTables } from '../../../src/core/tables/shop-tables';
import { stageFile } from '../../../src/intake/stage-file';
import { orderLines } from '../../../src/intake/staged-import';
import type { Scalar, Table } from '../../../src/terms/answer';
import { dayFromYmd, ISO_CALENDAR } from '../../../src/terms/day';
import { DEFAULT_PEOPLE_RULES } from '../../../src/terms/people';
import type { View } from '../../../src/terms/view';
import { openDuck } from '../metrics/duck';

const FILE = join(process.env.LIUKE_DATA ?? '../shared/data', 'online-retail/online_retail.csv');
const here = existsSync(FILE);
if (!here) console.warn(`${FILE} not found: pairs of Online Retail are not checked`);

/** Orders and their goods, of rows with a customer, not "C", quantity and price above 0. */
const LINES = `CREATE TABLE goods AS SELECT DISTINCT CustomerID AS customer, InvoiceNo AS invoice, CAST(InvoiceDate AS DATE) AS day, StockCode AS item
  FROM read_csv('${FILE.replaceAll("'", "''")}', header = true, all_varchar = true)
  WHERE CustomerID <> '' AND InvoiceNo NOT LIKE 'C%' AND CAST(Quantity AS DOUBLE) > 0 AND CAST(UnitPrice AS DOUBLE) > 0`;
/** Of each pair the counts, those with most above chance first. */
const STRONGEST = `SELECT a.item AS first, b.item AS second, any_value(na.n) AS firsts, any_value(nb.n) AS seconds, count(*) AS together
  FROM left_goods a JOIN right_goods b ON a.basket = b.basket AND a.item <> b.item
  JOIN (SELECT item, count(*) AS n FROM left_goods GROUP BY 1) na ON na.item = a.item
  JOIN (SELECT item, count(*) AS n FROM right_goods GROUP BY 1) nb ON nb.item = b.item
  GROUP BY 1, 2`;

describe('Online Retail, refunds ignored', () => {
  let duck: DuckDBConnection;
  let tables: ShopTables;
  let view: View;

  beforeAll(async () => {
    if (!here) return;
    const quiet = (): void => undefined;
    const staged = await stageFile(new Blob([await readFile(FILE)]), FILE, dayFromYmd(2026, 1, 1), () => Promise.resolve(undefined), quiet);
    const ledger = buildLedger([{ ...orderLines(staged.build(staged.plan, quiet)), importId: 1 }]);
    const { firstDay: from, lastDay: asOf } = ledger;
    view = { from, to: asOf + 1, asOf, grain: 'month', refunds: 'ignore', lapseDays: null, calendar: ISO_CALENDAR };
    tables = new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: [] }).tables(view);
    duck = await openDuck();
    await duck.run(LINES);
  }, 60_000);

  async function rows(sql: string): Promise<Record<string, string | number>[]> {
    const found = (await duck.runAndReadAll(sql)).getRowObjects();
    return found.map((row) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : (v as string)])),
    );
  }

  it.runIf(here)(
    'the forty strongest pairs are those of the query, with the same counts',
    async () => {
      const table: Table = basketAffinity.compute(tables, view, basketAffinity.defaults);
      await duck.run(`CREATE VIEW left_goods AS SELECT DISTINCT customer || '/' || invoice AS basket, item FROM goods`);
      await duck.run('CREATE VIEW right_goods AS SELECT * FROM left_goods');
      const [n] = await rows('SELECT count(DISTINCT basket) AS n FROM left_goods');
      const found = await rows(`SELECT * FROM (${STRONGEST}) WHERE firsts < seconds OR (firsts = seconds AND first < second)
      ORDER BY together * ${n!.n} - firsts * seconds DESC LIMIT 40`);
      expect(n!.n).toBe(18_532);
      const told = table.rows.map((row) => [...(JSON.parse(String(row[0])) as string[]), row[3], row[4], row[5]]);
      expect(told).toEqual(found.map((row) => [row.first, row.second, row.firsts, row.seconds, row.together]));
      expect(table.rows.every((row) => row.at(-1) === 1)).toBe(true);
    },
    120_000,
  );

  it.runIf(here)('of the orders with the pink regency teacup most hold the green one', () => {
    const { rows: all } = basketAffinity.compute(tables, view, basketAffinity.defaults) as Table;
    const teacups = all.find(([, first, second]) => /PINK REGENCY/.test(String(first)) && /GREEN REGENCY/.test(String(second)))!;
    expect(teacups[7]).toBeGreaterThan(0.75);
    expect(teacups[8]).toBeLessThan(Number(teacups[7]));
    expect(teacups[10]).toBeLessThan(0.06);
  });

  it.runIf(here)(
    'what comes next is what the query says; of its forty strongest one is no more than customers who repeat themselves',
    async () => {
      const table: Table = nextCategory.compute(tables, view, nextCategory.defaults);
      await duck.run(`CREATE TABLE steps AS SELECT *, lead(day) OVER (PARTITION BY customer ORDER BY day) AS next
      FROM (SELECT customer, day FROM (SELECT customer, min(day) AS day FROM goods GROUP BY customer, invoice) GROUP BY 1, 2)`);
      await duck.run(`CREATE TABLE held AS SELECT DISTINCT g.customer, o.day, item FROM goods g
      JOIN (SELECT customer, invoice, min(day) AS day FROM goods GROUP BY 1, 2) o USING (customer, invoice)`);
      await duck.run(
        'CREATE OR REPLACE VIEW left_goods AS SELECT customer || day AS basket, item FROM held JOIN steps USING (customer, day) WHERE next IS NOT NULL',
      );
      await duck.run(
        `CREATE OR REPLACE VIEW right_goods AS SELECT s.customer || s.day AS basket, item FROM held h JOIN steps s ON h.customer = s.customer AND h.day = s.next`,
      );
      const [n] = await rows('SELECT count(*) AS n FROM steps WHERE next IS NOT NULL');
      const often = `(SELECT item FROM held GROUP BY 1 ORDER BY count(*) DESC, item LIMIT ${nextCategory.defaults.mostItems})`;
      const found = await rows(`SELECT * FROM (${STRONGEST}) WHERE first IN ${often} AND second IN ${often}
      ORDER BY together * ${n!.n} - firsts * seconds DESC LIMIT 41`);
      const told = table.rows.map((row) => [...(JSON.parse(String(row[0])) as string[]), row[3], row[4], row[5]].join());
      const asked = found.map((row) => [row.first, row.second, row.firsts, row.seconds, row.together].join());
      expect(told.filter((pair) => asked.includes(pair))).toHaveLength(40);
      expect(asked.filter((pair) => !told.includes(pair))).toEqual(['85099B,20725,1299,1058,278']);
      expect(table.rows.every((row) => row.at(-1) === 1)).toBe(true);
    },
    120_000,
  );

  it.runIf(here)('says of the last quarter whether the last order foretells the next', () => {
    const test = nextCategoryTest.compute(tables, view, nextCategoryTest.defaults) as Scalar;
    expect(test.n).toBeGreaterThan(1000);
    expect(test.value).toBeGreaterThan(test.variants!['plain-top-three']!.value!);
    expect(test.note).toBe('next-better');
  });
});
