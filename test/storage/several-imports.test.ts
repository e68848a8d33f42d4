// First: Dexie looks for indexedDB when it is loaded.
import { errorCode, StoreHarness } from './store-harness';
import { afterEach, describe, expect, it } from 'vitest';
import { pack } from '../../src/core/columns/packed-strings';
import type { RecordBatch } from '../../src/core/columns/records';
import { SCHEMA_GEN } from '../../src/storage/schema';
import type { NewFile } from '../../src/storage/store';
import type { ImportCard } from '../../src/terms/shop';
import { card, inventedBatch, inventedLeftOut } from './invented-import';

const at = new StoreHarness('several');
const GBP = { code: 'GBP', digits: 2 };
const newShop = { name: 'A', sample: false, currency: GBP };

function orders(rows: number, given: Partial<ImportCard> = {}): NewFile {
  const { shop: _, ...own } = card(given);
  return { card: own, content: { batch: inventedBatch(rows) }, leftOut: inventedLeftOut(1) };
}

/** Records of every type of field, with what is absent in each. */
const RECORDS: Omit<RecordBatch, 'importId'> = {
  kind: 'customers',
  rows: 3,
  line: Uint32Array.of(2, 3, 5),
  fields: {
    customer: { type: 'text', codes: Uint32Array.of(0, 1, 0xffffffff), texts: pack(['ann', '客']) },
    signup: { type: 'day', values: Int32Array.of(19_000, -0x80000000, 19_001) },
    balance: { type: 'number', values: Float64Array.of(1.5, NaN, -3) },
    consent: { type: 'flag', values: Uint8Array.of(0, 1, 2), days: Int32Array.of(-0x80000000, 19_000, -0x80000000) },
    tags: { type: 'text', codes: Uint32Array.of(0, 0, 0), texts: pack(['']) },
  },
};

function records(given: Partial<ImportCard> = {}): NewFile {
  const { shop: _, ...own } = card({ kind: 'customers', sha256: 'r', ...given });
  return { card: own, content: { records: RECORDS }, leftOut: inventedLeftOut(2) };
}

describe('several files kept in one step', () => {
  it('are all there with their shop, each as it was given, after a restart too', async () => {
    const told: number[] = [];
    const { shop, importIds } = await at.store.putImports({ newShop }, [orders(70_000), records(), orders(5, { sha256: 'b' })], (rows) =>
      told.push(rows),
    );
    await at.reopen();
    expect((await at.store.imports(shop)).map(({ id, kind }) => [id, kind])).toEqual(
      importIds.map((id, i) => [id, ['orders', 'customers', 'orders'][i]]),
    );
    expect((await at.store.readBatch(importIds[0]!)).lines.rows).toBe(70_000);
    expect(await at.store.readRecords(importIds[1]!)).toEqual({ ...RECORDS, importId: importIds[1] });
    expect(await at.store.readLeftOut(importIds[1]!)).toEqual(inventedLeftOut(2));
    expect(await at.store.readBatch(importIds[2]!)).toEqual({ ...inventedBatch(5), importId: importIds[2] });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(70_008);
  });

  it('are all gone, and their shop too, when the tab dies between two of them', async () => {
    let writing = 0;
    const dying = at.store.putImports({ newShop }, [orders(200), orders(200_000)], (rows) => {
      if ((writing = rows) > 100_000) at.store.close();
    });
    expect(await errorCode(dying)).toBe('storage/failed');
    expect(writing).toBeGreaterThan(200);
    await at.reopen();
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
    expect(await at.store.shops()).toEqual([]);
  });

  it('are all gone when another tab erases one of them meanwhile', async () => {
    const kept = await at.put(card(), inventedBatch(3), inventedLeftOut(0));
    const before = await at.dump();
    let erasing: Promise<unknown> | undefined;
    const writing = at.store.putImports({ shop: 1 }, [orders(200_000), orders(10)], () => {
      erasing ??= at.past((db) => db.imports.delete(kept + 2));
    });
    expect(await errorCode(writing)).toBe('storage/failed');
    await erasing;
    expect(await at.dump()).toEqual(before);
  });

  const native = IDBObjectStore.prototype.put;
  afterEach(() => void (IDBObjectStore.prototype.put = native));

  it('are all gone when the disk is full as the last of them is made to count', async () => {
    const before = await at.dump();
    let rows = 0;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'imports' && ++rows === 2) throw new DOMException('full', 'QuotaExceededError');
      return native.apply(this, args);
    };
    expect(await errorCode(at.store.putImports({ shop: 1 }, [orders(10), orders(10)]))).toBe('storage/quota');
    expect(rows).toBe(2);
    expect(await at.dump()).toEqual(before);
  });
});

describe('an import that replaces', () => {
  it('names the older ones of its kind, also those taken back, and none that is kept with it or is of another kind', async () => {
    const { shop, importIds } = await at.store.putImports({ newShop }, [orders(3), records(), orders(4, { sha256: 'b' })]);
    const [first, people, second] = importIds as [number, number, number];
    await at.store.withdraw(second);
    const replacing = [orders(5, { sha256: 'c', mode: 'replace' }), orders(6, { sha256: 'd', mode: 'replace', replaces: [people] })];
    const { importIds: newer } = await at.store.putImports({ shop }, replacing);
    const cards = await at.store.imports(shop);
    for (const id of newer) expect(cards.find((one) => one.id === id)!.replaces).toEqual([first, second]);
    const [others] = (await at.store.putImports({ shop }, [records({ sha256: 'e', mode: 'replace' })])).importIds;
    expect((await at.store.imports(shop)).find((one) => one.id === others)!.replaces).toEqual([people]);
  });

  it('leaves what it replaces on the disk, so that it is there when the replacing one is gone', async () => {
    const { shop, importIds } = await at.store.putImports({ newShop }, [orders(3)]);
    const [newer] = (await at.store.putImports({ shop }, [orders(5, { sha256: 'b', mode: 'replace' })])).importIds;
    await at.reopen();
    expect((await at.store.imports(shop)).map(({ id }) => id)).toEqual([importIds[0], newer]);
    await at.store.withdraw(newer!);
    await at.reopen();
    expect((await at.store.imports(shop)).map(({ id }) => id)).toEqual(importIds);
    expect((await at.store.readBatch(importIds[0]!)).lines.rows).toBe(3);
  });

  it('makes room for the same bytes once more, which count now', async () => {
    const { shop } = await at.store.putImports({ newShop }, [orders(3, { sha256: 'a' })]);
    await at.store.putImports({ shop }, [orders(5, { sha256: 'b', mode: 'replace' })]);
    expect(await at.store.sameFile(shop, 'a')).toBeUndefined();
    expect((await at.store.sameFile(shop, 'b'))?.mode).toBe('replace');
  });
});

describe('data of the first generation', () => {
  it('have one mode, replace nothing and hold orders; what is kept beside them raises the generation', async () => {
    const id = await at.put(card(), inventedBatch(3), inventedLeftOut(0));
    await at.past(async (db) => {
      const { mode: _mode, replaces: _replaces, counts: _counts, joined: _joined, ...old } = (await db.imports.get(id))!;
      await db.imports.put(old);
      await db.meta.put({ key: 'schemaGen', value: 1 });
    });
    await at.reopen();
    expect(await at.store.imports(1)).toEqual([{ ...card(), id, mode: 'append', replaces: [], counts: [], joined: [] }]);
    expect(await at.past((db) => db.meta.get('schemaGen'))).toMatchObject({ value: 1 });
    await at.store.putImports({ shop: 1 }, [records()]);
    expect(await at.past((db) => db.meta.get('schemaGen'))).toMatchObject({ value: SCHEMA_GEN });
  });
});
