import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store';
import { LiukeDatabase } from '../../src/storage/schema';
import type { Store } from '../../src/storage/store';
import { AppError } from '../../src/terms/app-error';
import { anyImport, card, inventedBatch, inventedLeftOut } from './invented-import';

let name = '';
let serial = 0;
let store: Store;

beforeEach(async () => {
  name = `shop-${serial++}`;
  store = await openStore(name);
});
afterEach(() => store.close());

/** What stands in the database, past the store. */
async function dump(): Promise<{ imports: unknown[]; chunks: unknown[] }> {
  const db = new LiukeDatabase(name);
  const all = { imports: await db.imports.toArray(), chunks: await db.chunks.toArray() };
  db.close();
  return all;
}

async function reopen(locks?: Pick<LockManager, 'request'>): Promise<void> {
  store.close();
  store = await openStore(name, locks);
}

async function errorCode(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : `not an AppError: ${String(error)}`),
  );
}

describe('an import', () => {
  it('any import is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyImport, async ({ batch, leftOut }) => {
        const id = await store.putImport(card(), batch, leftOut);
        expect(await store.readBatch(id)).toEqual({ ...batch, importId: id });
        expect(await store.readLeftOut(id)).toEqual(leftOut);
        await store.deleteImport(id);
      }),
      { numRuns: 60 },
    );
    expect((await dump()).chunks).toEqual([]);
  });

  it('an import of several chunks is read back as it was written, after the store was closed too', async () => {
    const batch = inventedBatch(150_000);
    const told: number[] = [];
    const id = await store.putImport(card(), batch, inventedLeftOut(70_000), (rows) => told.push(rows));
    await reopen();
    // Vitest compares typed arrays element by element, which takes seconds at this size.
    expect(isDeepStrictEqual(await store.readBatch(id), { ...batch, importId: id })).toBe(true);
    expect(isDeepStrictEqual(await store.readLeftOut(id), inventedLeftOut(70_000))).toBe(true);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(150_000);
  });

  it('the card is listed with its shop, and the same file is found until it is withdrawn', async () => {
    const id = await store.putImport(card({ shop: 7, sha256: 'ff' }), inventedBatch(3), inventedLeftOut(1));
    expect(await store.imports(7)).toEqual([{ ...card({ shop: 7, sha256: 'ff' }), id }]);
    expect(await store.imports(8)).toEqual([]);
    expect((await store.sameFile(7, 'ff'))?.id).toBe(id);
    expect(await store.sameFile(8, 'ff')).toBeUndefined();
    await store.withdraw(id);
    expect(await store.sameFile(7, 'ff')).toBeUndefined();
  });

  it('stored bytes are those of the shop and go with its imports', async () => {
    const small = await store.putImport(card(), inventedBatch(10), inventedLeftOut(0));
    const bytes = await store.storedBytes(1);
    await store.putImport(card(), inventedBatch(10_000), inventedLeftOut(0));
    expect(await store.storedBytes(1)).toBeGreaterThan(bytes + 100_000);
    await store.deleteImport(small);
    expect(await store.storedBytes(2)).toBe(0);
  });
});

describe('a crash', () => {
  /** Closes the connection after some of the rows were written, as a killed tab does. */
  async function dieHalfway(): Promise<void> {
    const dying = store.putImport(card(), inventedBatch(200_000), inventedLeftOut(0), (rows) => {
      if (rows > 0) store.close();
    });
    expect(await errorCode(dying)).toBe('storage/failed');
  }

  it('between two chunks leaves nothing once the store is opened again, and earlier imports whole', async () => {
    const kept = await store.putImport(card(), inventedBatch(100), inventedLeftOut(5));
    const before = await dump();
    await dieHalfway();
    const after = await dump();
    expect(after.imports).toHaveLength(2);
    expect(after.chunks.length).toBeGreaterThan(before.chunks.length);
    await reopen();
    expect(await dump()).toEqual(before);
    expect((await store.readBatch(kept)).lines.rows).toBe(100);
  });

  it('is not visible to readers before it is cleared up', async () => {
    await dieHalfway();
    const other = await openStore(name, heldElsewhere('liuke.import'));
    expect((await dump()).imports).toHaveLength(1);
    expect(await other.imports(1)).toEqual([]);
    expect(await other.storedBytes(1)).toBe(0);
    other.close();
  });

  it('of a worker that wrote its last chunk after the clearing leaves nothing either', async () => {
    const db = new LiukeDatabase(name);
    await db.chunks.put({ importId: 99, table: 'lines', seq: 3, rows: 1, columns: { line: new Uint32Array(1) }, crc: 0 });
    db.close();
    await reopen();
    expect((await dump()).chunks).toEqual([]);
  });

  it('a callback that throws leaves nothing at once', async () => {
    const failing = store.putImport(card(), inventedBatch(200_000), inventedLeftOut(0), () => {
      throw new Error('page is gone');
    });
    await expect(failing).rejects.toThrow();
    expect(await dump()).toEqual({ imports: [], chunks: [] });
  });
});

/** Web Locks of a browser in which another tab holds these. */
function heldElsewhere(...names: string[]): Pick<LockManager, 'request'> {
  const request = (name: string, options: { ifAvailable?: boolean }, job: (lock: Lock | null) => unknown): Promise<unknown> => {
    if (!names.includes(name)) return Promise.resolve(job({ name, mode: 'exclusive' }));
    return options.ifAvailable ? Promise.resolve(job(null)) : Promise.reject(new DOMException('timed out', 'TimeoutError'));
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}

describe('two tabs', () => {
  it('a pending import stays while another tab writes it, and goes when nobody does', async () => {
    const db = new LiukeDatabase(name);
    await db.imports.add({ ...card(), state: 'pending', currency: { code: '', digits: 2 }, manifest: null });
    db.close();
    await reopen(heldElsewhere('liuke.import'));
    expect((await dump()).imports).toHaveLength(1);
    await reopen();
    expect((await dump()).imports).toHaveLength(0);
  });

  it('an import while another tab imports is refused', async () => {
    await reopen(heldElsewhere('liuke.import'));
    expect(await errorCode(store.putImport(card(), inventedBatch(1), inventedLeftOut(0)))).toBe('engine/busy');
    expect(await errorCode(store.eraseEverything())).toBe('engine/busy');
  });

  it('an import taken back can be put back while a page lives, though its worker is new or another tab opens; not later', async () => {
    const id = await store.putImport(card(), inventedBatch(3), inventedLeftOut(0));
    await store.withdraw(id);
    await reopen(heldElsewhere('liuke.open'));
    await store.restore(id);
    expect((await store.imports(1)).map((one) => one.status)).toEqual(['kept']);
    await store.withdraw(id);
    await reopen(heldElsewhere());
    expect(await dump()).toEqual({ imports: [], chunks: [] });
  });

  it('an import whose pending row another tab erased does not come back', async () => {
    let erasing: Promise<void> | undefined;
    const writing = store.putImport(card(), inventedBatch(200_000), inventedLeftOut(0), () => {
      erasing ??= eraseImports();
    });
    expect(await errorCode(writing)).toBe('storage/failed');
    expect(await dump()).toEqual({ imports: [], chunks: [] });
  });

  async function eraseImports(): Promise<void> {
    const db = new LiukeDatabase(name);
    await db.imports.clear();
    db.close();
  }
});

describe('taking back', () => {
  it('withdrawing, restoring and deleting in any order leaves what the kept imports alone would leave', async () => {
    const step = fc.tuple(fc.constantFrom('put', 'withdraw', 'restore', 'delete'), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const live = new Map<number, 'kept' | 'withdrawn'>();
        for (const [what, which] of steps) {
          const id = [...live.keys()][which];
          if (what === 'put')
            live.set(
              await store.putImport(card({ sha256: `${Math.max(0, ...live.keys())}` }), inventedBatch(20), inventedLeftOut(2)),
              'kept',
            );
          else if (id === undefined) continue;
          else if (what === 'withdraw') await store.withdraw(id).then(() => live.set(id, 'withdrawn'));
          else if (what === 'restore') await store.restore(id).then(() => live.set(id, 'kept'));
          else await store.deleteImport(id).then(() => live.delete(id));
        }
        expect((await store.imports(1)).map((one) => [one.id, one.status])).toEqual([...live]);
        await reopen();
        const kept = [...live].filter(([, status]) => status === 'kept').map(([id]) => id);
        expect((await store.imports(1)).map((one) => one.id)).toEqual(kept);
        for (const id of kept) expect(await store.readBatch(id)).toEqual({ ...inventedBatch(20), importId: id });
        const owners = new Set((await dump()).chunks.map((chunk) => (chunk as { importId: number }).importId));
        expect([...owners]).toEqual(kept);
        for (const id of kept) await store.deleteImport(id);
      }),
      { numRuns: 25 },
    );
  });

  it('an import that was imported again is not put back beside itself', async () => {
    const first = await store.putImport(card(), inventedBatch(2), inventedLeftOut(0));
    await store.withdraw(first);
    await store.putImport(card(), inventedBatch(2), inventedLeftOut(0));
    expect(await errorCode(store.restore(first))).toBe('engine/already-kept');
  });

  it('a shop goes with its imports and their chunks and takes no other with it', async () => {
    const shop = await store.createShop({ name: 'A', sample: false, currency: { code: 'GBP', digits: 2 } });
    const other = await store.createShop({ name: 'B', sample: true, currency: { code: '', digits: 2 } });
    await store.putImport(card({ shop }), inventedBatch(5), inventedLeftOut(1));
    const kept = await store.putImport(card({ shop: other }), inventedBatch(5), inventedLeftOut(1));
    await store.renameShop(other, 'C');
    await store.deleteShop(shop);
    expect(await store.shops()).toEqual([{ id: other, name: 'C', sample: true, currency: { code: '', digits: 2 } }]);
    expect((await dump()).imports).toHaveLength(1);
    expect((await store.readBatch(kept)).lines.rows).toBe(5);
    expect(await errorCode(store.renameShop(shop, 'D'))).toBe('engine/unknown-shop');
  });
});

describe('small things', () => {
  it('a plan and a document are remembered, and erased with everything', async () => {
    await store.rememberPlan('a|b', card().plan);
    await store.writeDocument('settings', { theme: 'dark' });
    await store.putImport(card(), inventedBatch(5), inventedLeftOut(1));
    await reopen();
    expect(await store.recallPlan('a|b')).toEqual(card().plan);
    expect(await store.readDocument('settings')).toEqual({ theme: 'dark' });
    await store.eraseEverything();
    expect(await store.recallPlan('a|b')).toBeUndefined();
    expect(await store.readDocument('settings')).toBeNull();
    expect(await dump()).toEqual({ imports: [], chunks: [] });
  });
});

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
      const id = await store.putImport(card({ name: 'hurt.csv' }), inventedBatch(150_000), inventedLeftOut(3));
      const whole = await store.putImport(card(), inventedBatch(3), inventedLeftOut(3));
      const db = new LiukeDatabase(name);
      await hurt(db, id);
      db.close();
      await expect(store.readBatch(id)).rejects.toMatchObject({ code: 'storage/damaged', facts: { file: 'hurt.csv' } });
      expect((await store.readLeftOut(id)).rows).toBe(3);
      expect((await store.readBatch(whole)).lines.rows).toBe(3);
    }
  });

  it('data of a newer generation are refused, by its record or by its stores', async () => {
    const db = new LiukeDatabase(name);
    await db.meta.put({ key: 'schemaGen', value: 2 });
    db.close();
    expect(await errorCode(openStore(name))).toBe('storage/newer-data');
    const newer = new Dexie('newer');
    newer.version(2).stores({ meta: 'key', shops: '++id', other: '++id' });
    await newer.open();
    newer.close();
    expect(await errorCode(openStore('newer'))).toBe('storage/newer-data');
  });

  it('an import is refused when a newer version of the app took over meanwhile', async () => {
    const db = new LiukeDatabase(name);
    await db.meta.put({ key: 'schemaGen', value: 2 });
    db.close();
    expect(await errorCode(store.putImport(card(), inventedBatch(3), inventedLeftOut(0)))).toBe('storage/newer-data');
    expect(await dump()).toEqual({ imports: [], chunks: [] });
  });

  it('an open store lets a newer version upgrade, and then says that it is the older one', async () => {
    const newer = new Dexie(name);
    newer.version(2).stores({ extra: '++id' });
    await newer.open();
    expect(await errorCode(store.shops())).toBe('storage/newer-data');
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
    await reopen();
    await store.createShop({ name: 'A', sample: false, currency: { code: 'GBP', digits: 2 } });
    connections.at(-1)!.close();
    expect(await store.shops()).toHaveLength(1);
    const id = await store.putImport(card(), inventedBatch(200_000), inventedLeftOut(0), () => connections.at(-1)!.close());
    expect((await store.readBatch(id)).lines.rows).toBe(200_000);
    expect((await dump()).imports).toHaveLength(1);
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
    const kept = await store.putImport(card(), inventedBatch(50), inventedLeftOut(2));
    const before = await dump();
    const writes = 1 + before.chunks.length + 3 + 1; // the pending row, its chunks (lines are in four instead of one), the row again
    for (const allowed of [0, 1, 4, writes - 2, writes - 1]) {
      fillDisk(allowed, when);
      expect(await errorCode(store.putImport(card({ sha256: 'b' }), inventedBatch(200_000), inventedLeftOut(2)))).toBe('storage/quota');
      emptyDisk();
      expect(await dump()).toEqual(before);
    }
    fillDisk(writes, when);
    expect(await store.putImport(card({ sha256: 'c' }), inventedBatch(200_000), inventedLeftOut(2))).toBeGreaterThan(kept);
    expect((await store.readBatch(kept)).lines.rows).toBe(50);
  });
});
