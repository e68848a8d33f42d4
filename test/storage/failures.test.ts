// First: Dexie looks for indexedDB when it is loaded.
import { errorCode, StoreHarness } from './store-harness';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store';
import { SCHEMA_GEN, type LiukeDatabase } from '../../src/storage/schema';
import { card, inventedBatch, inventedLeftOut } from './invented-import';

const at = new StoreHarness('failures');

describe('damage and versions', () => {
  it('a flipped bit, a missing chunk and a swapped column are each reported with the name of the file', async () => {
    const hurts: ((db: LiukeDatabase, id: number) => PromiseLike<unknown>)[] = [
      (db, id) => db.chunks.get([id, 'lines', 1]).then((chunk) => ((chunk!.columns.day![7]! ^= 1), db.chunks.put(chunk!))),
      (db, id) => db.chunks.delete([id, 'lines', 2]),
      (db, id) =>
        db.chunks.get([id, 'lines', 0]).then((chunk) => {
          const { line, order, ...rest } = chunk!.columns;
          return db.chunks.put({ ...chunk!, columns: { ...rest, line: order!, order: line! } });
        }),
      (db, id) => db.chunks.get([id, 'customers.units', 0]).then((chunk) => db.chunks.put({ ...chunk!, columns: {} })),
    ];
    for (const hurt of hurts) {
      const id = await at.put(card({ name: 'hurt.csv' }), inventedBatch(150_000), inventedLeftOut(3));
      const whole = await at.put(card(), inventedBatch(3), inventedLeftOut(3));
      await at.past((db) => hurt(db, id));
      await expect(at.store.readBatch(id)).rejects.toMatchObject({ code: 'storage/damaged', facts: { file: 'hurt.csv' } });
      expect((await at.store.readLeftOut(id)).rows).toBe(3);
      expect((await at.store.readBatch(whole)).lines.rows).toBe(3);
    }
  });

  it('data of a newer generation are refused, by its record or by its stores', async () => {
    await at.past((db) => db.meta.put({ key: 'schemaGen', value: SCHEMA_GEN + 1 }));
    expect(await errorCode(openStore(at.name))).toBe('storage/newer-data');
    const newer = new Dexie('newer');
    newer.version(2).stores({ meta: 'key', shops: '++id', other: '++id' });
    await newer.open();
    newer.close();
    expect(await errorCode(openStore('newer'))).toBe('storage/newer-data');
  });

  it('an import is refused when a newer version of the app took over meanwhile', async () => {
    await at.past((db) => db.meta.put({ key: 'schemaGen', value: SCHEMA_GEN + 1 }));
    expect(await errorCode(at.put(card(), inventedBatch(3), inventedLeftOut(0)))).toBe('storage/newer-data');
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
  });

  it('an open store lets a newer version upgrade, and then says that it is the older one', async () => {
    const newer = new Dexie(at.name);
    newer.version(2).stores({ extra: '++id' });
    await newer.open();
    expect(await errorCode(at.store.shops())).toBe('storage/newer-data');
    newer.close();
  });

  it('a tab that does not let go is reported', async () => {
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('stubborn', 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await errorCode(openStore('stubborn'))).toBe('storage/blocked');
    old.close();
  }, 10_000);

  it('a connection that the browser closed is opened again, for reading and in the middle of an import', async () => {
    await at.reopen();
    const shop = { name: 'A', sample: false, currency: { code: 'GBP', digits: 2 } };
    await at.putFirst(shop, card(), inventedBatch(3), inventedLeftOut(0));
    connections.at(-1)!.close();
    expect(await at.store.shops()).toHaveLength(1);
    const id = await at.put(card(), inventedBatch(200_000), inventedLeftOut(0), () => connections.at(-1)!.close());
    expect((await at.store.readBatch(id)).lines.rows).toBe(200_000);
    expect((await at.dump()).imports).toHaveLength(2);
  });
});

/** Every connection that was opened, newest last. */
const connections: IDBDatabase[] = [];
const nativeOpen = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...args) {
  const request = nativeOpen.apply(this, args);
  request.addEventListener('success', () => connections.push(request.result));
  return request;
};

describe('a full disk', () => {
  const native = { put: IDBObjectStore.prototype.put, add: IDBObjectStore.prototype.add };
  const emptyDisk = (): unknown => Object.assign(IDBObjectStore.prototype, native);
  afterEach(emptyDisk);

  /** Lets `allowed` writes pass and then fails as a browser does: on the request, or when the transaction commits. */
  function fillDisk(allowed: number, when: 'request' | 'commit'): void {
    let left = allowed;
    const newest = new Map<IDBTransaction, IDBRequest>();
    for (const method of ['put', 'add'] as const) {
      IDBObjectStore.prototype[method] = function (...args) {
        if (left-- > 0) return native[method].apply(this, args);
        if (when === 'request') throw new DOMException('full', 'QuotaExceededError');
        const request = native[method].apply(this, args);
        const transaction = this.transaction as IDBTransaction & { _abort(name: string): void };
        newest.set(transaction, request);
        request.addEventListener('success', () => newest.get(transaction) === request && transaction._abort('QuotaExceededError'));
        return request;
      };
    }
  }

  it.each(['request', 'commit'] as const)('shown on the %s is said, the pending import is gone and the old one whole', async (when) => {
    const kept = await at.put(card(), inventedBatch(50), inventedLeftOut(2));
    const before = await at.dump();
    const writes = 1 + before.chunks.length + 3 + 1; // the pending row, its chunks (lines are in four instead of one), the row again
    for (const allowed of [0, 1, 4, writes - 2, writes - 1]) {
      fillDisk(allowed, when);
      expect(await errorCode(at.put(card({ sha256: 'b' }), inventedBatch(200_000), inventedLeftOut(2)))).toBe('storage/quota');
      emptyDisk();
      expect(await at.dump()).toEqual(before);
    }
    fillDisk(writes, when);
    expect(await at.put(card({ sha256: 'c' }), inventedBatch(200_000), inventedLeftOut(2))).toBeGreaterThan(kept);
    expect((await at.store.readBatch(kept)).lines.rows).toBe(50);
  });
});
