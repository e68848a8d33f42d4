import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import type { Answer } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';
import { METRICS } from '../../src/core/metrics/registry';
import { createEngine } from '../../src/engine/engine';
import type { ExportKeys, ShopInfo, Staged } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import { sqlTables } from '../../src/core/sql/sql-tables';
import { shopTablesOf } from '../../src/core/tables/shop-literals';
import { pseudonym, pseudonymous } from '../../src/export/pseudonyms';
import { query } from '../core/metrics/duck';
import { expectSame } from '../core/metrics/sql-twin';
import { bigQueryFault, sparkFault } from '../core/sql/dialect-parsers';

const RETAIL = join(process.env.LIUKE_DATA ?? '../shared/data', 'online-retail/online_retail.csv');
const here = existsSync(RETAIL);
if (!here) console.warn(`${RETAIL} not found: its export is not tested`);
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

let stores = 0;
async function engineOf(): Promise<EngineInside> {
  return createEngine(await openStore(`sql-export-${++stores}`));
}

function viewOf({ firstDay, lastDay }: ShopInfo, over: Partial<View> = {}): View {
  return {
    from: firstDay,
    to: lastDay + 1,
    asOf: lastDay,
    grain: 'month',
    refunds: 'behaviour',
    lapseDays: null,
    calendar: ISO_CALENDAR,
    ...over,
  };
}

/** Exports, unpacks, and hands back the folder and its files. */
async function unpacked(engine: EngineInside, view: View, keys: ExportKeys = 'pseudonyms') {
  const bytes = await engine.sqlExport(view, { keys, small: 'given' }, () => undefined);
  const root = mkdtempSync(join(tmpdir(), 'liuke-sql-'));
  folders.push(root);
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const folder = join(root, Object.keys(files)[0]!.split('/')[0]!);
  return { folder, bytes, names: Object.keys(files), text: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

/** Runs schema.sql and every query of the folder in DuckDB, and holds what they say against the engine's answers. */
async function expectReproduced(engine: EngineInside, view: View): Promise<void> {
  const { folder, text } = await unpacked(engine, view);
  const duck = await (await DuckDBInstance.create(':memory:', { threads: '2', file_search_path: folder })).connect();
  await duck.run(text('schema.sql'));
  const manifest = JSON.parse(text('manifest.json')) as { tables: { name: string; rows: number }[]; answers: Record<string, unknown> };
  for (const { name, rows } of manifest.tables) expect(await query(duck, `SELECT count(*) AS rows FROM ${name}`), name).toEqual([{ rows }]);
  const asked = METRICS.filter((metric) => typeof metric.sql === 'string');
  expect(Object.keys(manifest.answers)).toEqual(METRICS.map(({ id }) => id));
  for (const metric of asked) {
    const [answer] = (await engine.answer([{ id: metric.id }], view)) as Answer[];
    expectSame(await query(duck, text(`queries/duckdb/${metric.id}.sql`)), answer!, metric.id);
  }
}

describe('the folder for SQL', () => {
  it('gives the figures of the sample shop in DuckDB: every metric, by month, and by weeks from Sunday with refunds on their own day', async () => {
    const engine = await engineOf();
    const info = await engine.sampleShop(20260101);
    await expectReproduced(engine, viewOf(info));
    const half = { from: info.firstDay + 200, to: info.lastDay - 60, asOf: info.lastDay - 30, lapseDays: 45 };
    await expectReproduced(
      engine,
      viewOf(info, { ...half, grain: 'week', refunds: 'accounting', calendar: { weekStart: 0, yearStart: 2 } }),
    );
  }, 120_000);

  it.runIf(here)(
    'gives the figures of Online Retail in DuckDB, read through the app itself',
    async () => {
      const engine = await engineOf();
      const file = new File([readFileSync(RETAIL)], 'online_retail.csv');
      await engine.stage([{ file }], dayFromIso('2026-01-01')!, () => undefined);
      const { shop } = await engine.keep({ newShop: 'Online Retail' }, '2026-01-01T10:00:00.000Z', () => undefined);
      await expectReproduced(engine, viewOf(shop));
    },
    240_000,
  );

  it('has a schema and queries that Spark and BigQuery can parse, and says the contract, the data and the view in each', async () => {
    const engine = await engineOf();
    const info = await engine.sampleShop(20260101);
    const { names, text } = await unpacked(engine, viewOf(info));
    for (const statement of text('schema-spark.sql').split(/;\n/)) expect(sparkFault(statement)).toBe('');
    const { contractFingerprint, dataFingerprint } = await engine.provenance(viewOf(info));
    for (const name of names.filter((one) => /\.sql$|README/.test(one)).map((one) => one.replace(/^[^/]*\//, ''))) {
      expect(text(name), name).toContain(contractFingerprint.slice(0, 12));
      expect(text(name), name).toContain(dataFingerprint.slice(0, 12));
      if (name.startsWith('queries/spark/')) expect(sparkFault(text(name)), name).toBe('');
      if (name.startsWith('queries/bigquery/')) expect(bigQueryFault(text(name)), name).toBe('');
    }
    const twins = METRICS.filter((metric) => typeof metric.sql === 'string').length;
    expect(names.filter((name) => name.includes('/queries/'))).toHaveLength(3 * twins);
  }, 60_000);
});

describe('who is in the folder', () => {
  const ORDERS =
    'Order ID,Customer ID,Email,Order Date,Amount\n1,ann@example.org,ann@example.org,2024-01-03,10\n2,ben,ben@example.org,2024-01-05,20\n3,ann@example.org,ann@example.org,2024-02-01,30\n';

  async function shopOf(): Promise<{ engine: EngineInside; view: View }> {
    const engine = await engineOf();
    const staged = (await engine.stage([{ name: 'orders.csv', text: ORDERS }], dayFromIso('2026-01-01')!, () => undefined)) as Staged[];
    expect(staged[0]!.error).toBeNull();
    const { shop } = await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', () => undefined);
    return { engine, view: viewOf(shop) };
  }

  const everything = (bytes: Uint8Array) =>
    Object.entries(unzipSync(bytes))
      .map(([name, content]) => name + new TextDecoder('latin1').decode(content))
      .join('\n');

  it('stands under a pseudonym: no e-mail address and no key of the file is in any file of it', async () => {
    const { engine, view } = await shopOf();
    const { bytes } = await unpacked(engine, view);
    const all = everything(bytes);
    expect(all).not.toContain('example.org');
    expect(all).not.toContain('ben');
    expect(all).toContain('c000001');
    expect(all).toContain('PSEUDONYMOUS, NOT ANONYMOUS');
  });

  it('says nothing in words or by birthday, and still whether there was a text', () => {
    const feedback = [
      { person: 'ann', date: '2024-01-05', comment: 'call me, Ann', order: '#1' },
      { person: 'ben', order: '#1' },
    ];
    const shop = shopTablesOf({
      orders: [],
      records: { feedback, customers: [{ person: 'ann', birthday: '1990-05-05', referrer: 'ben' }] },
    });
    const cells = pseudonymous(sqlTables(shop, pseudonym)).flatMap(({ rows, columns }) =>
      Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column.value(row) ?? [])),
    );
    expect(JSON.stringify(cells)).not.toMatch(/call|[Aa]nn|ben|#1/);
    expect(cells.flat()).toEqual(expect.arrayContaining(['(left out)', 'c000001', 'o000001', 'r000001']));
    expect(cells.flat()).not.toContain(dayFromIso('1990-05-05'));
  });

  it('stands under the keys of the files when that is asked for, and the README says so', async () => {
    const { engine, view } = await shopOf();
    const { bytes, text } = await unpacked(engine, view, 'as-in-file');
    expect(everything(bytes)).toContain('ann@example.org');
    expect(text('README.txt')).toContain('PERSONAL DATA');
  });
});

describe('the fingerprints', () => {
  const FILE = 'Order ID,Customer ID,Order Date,Amount\n1,ann,2024-01-03,10\n2,ben,2024-01-05,20\n';
  const MORE = 'Order ID,Customer ID,Order Date,Amount\n3,ann,2024-02-03,10\n';

  it('of the data stay when a file comes twice, change with another, and come back when it is taken back', async () => {
    const engine = await engineOf();
    const keep = async (name: string, text: string, shop?: number) => {
      await engine.stage([{ name, text }], dayFromIso('2026-01-01')!, () => undefined);
      return engine.keep(shop === undefined ? { newShop: 'Shop' } : { shop, mode: 'append' }, '2026-01-01T10:00:00.000Z', () => undefined);
    };
    const { shop } = await keep('a.csv', FILE);
    const view = viewOf(shop);
    const data = async () => (await engine.provenance(view)).dataFingerprint;
    const first = await data();
    const more = await keep('b.csv', MORE, shop.id);
    const second = await data();
    expect(second).not.toBe(first);
    await engine.takeBack(more.imports[0]!);
    expect(await data()).toBe(first);
    await engine.putBack(more.imports[0]!);
    expect(await data()).toBe(second);
    await engine.changePeople({ byEmail: false, byPhone: true, apart: [] });
    expect(await data()).not.toBe(second);
  });
});
