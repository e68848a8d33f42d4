// First: Dexie looks for indexedDB when it is loaded.
import { errorCode, StoreHarness } from './store-harness';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store';
import { anyImport, card, inventedBatch, inventedLeftOut } from './invented-import';

const at = new StoreHarness('store');

describe('an import', () => {
  it('any import is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyImport, async ({ batch, leftOut }) => {
        const id = await at.put(card(), batch, leftOut);
        expect(await at.store.readBatch(id)).toEqual({ ...batch, importId: id });
        expect(await at.store.readLeftOut(id)).toEqual(leftOut);
        await at.store.deleteImport(id);
      }),
      { numRuns: 60 },
    );
    expect((await at.dump()).chunks).toEqual([]);
  });

  it('an import of several chunks is read back as it was written, after the store was closed too', async () => {
    const batch = inventedBatch(150_000);
    const told: number[] = [];
    const id = await at.put(card(), batch, inventedLeftOut(70_000), (rows) => told.push(rows));
    await at.reopen();
    // Vitest compares typed arrays element by element, which takes seconds at this size.
    expect(isDeepStrictEqual(await at.store.readBatch(id), { ...batch, importId: id })).toBe(true);
    expect(isDeepStrictEqual(await at.store.readLeftOut(id), inventedLeftOut(70_000))).toBe(true);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(150_000);
  });

  it('the card is listed with its shop, and the same file is found until it is withdrawn', async () => {
    const id = await at.put(card({ shop: 7, sha256: 'ff' }), inventedBatch(3), inventedLeftOut(1));
    expect(await at.store.imports(7)).toEqual([{ ...card({ shop: 7, sha256: 'ff' }), id }]);
    expect(await at.store.imports(8)).toEqual([]);
    expect((await at.store.sameFile(7, 'ff'))?.id).toBe(id);
    expect(await at.store.sameFile(8, 'ff')).toBeUndefined();
    await at.store.withdraw(id);
    expect(await at.store.sameFile(7, 'ff')).toBeUndefined();
  });

  it('stored bytes are those of the shop and go with its imports', async () => {
    const small = await at.put(card(), inventedBatch(10), inventedLeftOut(0));
    const bytes = await at.store.storedBytes(1);
    await at.put(card(), inventedBatch(10_000), inventedLeftOut(0));
    expect(await at.store.storedBytes(1)).toBeGreaterThan(bytes + 100_000);
    await at.store.deleteImport(small);
    expect(await at.store.storedBytes(2)).toBe(0);
  });
});

describe('a crash', () => {
  /** Closes the connection after some of the rows were written, as a killed tab does. */
  async function dieHalfway(): Promise<void> {
    const dying = at.put(card(), inventedBatch(200_000), inventedLeftOut(0), (rows) => {
      if (rows > 0) at.store.close();
    });
    expect(await errorCode(dying)).toBe('storage/failed');
  }

  it('between two chunks leaves nothing once the store is opened again, and earlier imports whole', async () => {
    const kept = await at.put(card(), inventedBatch(100), inventedLeftOut(5));
    const before = await at.dump();
    await dieHalfway();
    const after = await at.dump();
    expect(after.imports).toHaveLength(2);
    expect(after.chunks.length).toBeGreaterThan(before.chunks.length);
    await at.reopen();
    expect(await at.dump()).toEqual(before);
    expect((await at.store.readBatch(kept)).lines.rows).toBe(100);
  });

  it('between two chunks of a first import leaves no shop either, not even before the store is opened again', async () => {
    const shop = { name: 'A', sample: false, currency: { code: 'GBP', digits: 2 } };
    const dying = at.putFirst(shop, card(), inventedBatch(200_000), inventedLeftOut(0), (rows) => {
      if (rows > 0) at.store.close();
    });
    expect(await errorCode(dying)).toBe('storage/failed');
    expect(await at.past((db) => db.shops.count())).toBe(0);
    await at.reopen();
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
  });

  it('is not visible to readers before it is cleared up', async () => {
    await dieHalfway();
    const other = await openStore(at.name, heldElsewhere('liuke.import'));
    expect((await at.dump()).imports).toHaveLength(1);
    expect(await other.imports(1)).toEqual([]);
    expect(await other.storedBytes(1)).toBe(0);
    other.close();
  });

  it('of a worker that wrote its last chunk after the clearing leaves nothing either', async () => {
    await at.past((db) => db.chunks.put({ importId: 99, table: 'lines', seq: 3, rows: 1, columns: { line: new Uint32Array(1) }, crc: 0 }));
    await at.reopen();
    expect((await at.dump()).chunks).toEqual([]);
  });

  it('a callback that throws leaves nothing at once', async () => {
    const failing = at.put(card(), inventedBatch(200_000), inventedLeftOut(0), () => {
      throw new Error('page is gone');
    });
    await expect(failing).rejects.toThrow();
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
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
    await at.past((db) => db.imports.add({ ...card(), state: 'pending', currency: { code: '', digits: 2 }, manifest: null }));
    await at.reopen(heldElsewhere('liuke.import'));
    expect((await at.dump()).imports).toHaveLength(1);
    await at.reopen();
    expect((await at.dump()).imports).toHaveLength(0);
  });

  it('an import while another tab imports is refused', async () => {
    await at.reopen(heldElsewhere('liuke.import'));
    expect(await errorCode(at.put(card(), inventedBatch(1), inventedLeftOut(0)))).toBe('engine/busy');
    expect(await errorCode(at.store.eraseEverything())).toBe('engine/busy');
  });

  it('an import taken back can be put back while a page lives, though its worker is new or another tab opens; not later', async () => {
    const id = await at.put(card(), inventedBatch(3), inventedLeftOut(0));
    await at.store.withdraw(id);
    await at.reopen(heldElsewhere('liuke.open'));
    await at.store.restore(id);
    expect((await at.store.imports(1)).map((one) => one.status)).toEqual(['kept']);
    await at.store.withdraw(id);
    await at.reopen(heldElsewhere());
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
  });

  it('an import whose pending row another tab erased does not come back', async () => {
    let erasing: Promise<void> | undefined;
    const writing = at.put(card(), inventedBatch(200_000), inventedLeftOut(0), () => {
      erasing ??= eraseImports();
    });
    expect(await errorCode(writing)).toBe('storage/failed');
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
  });

  async function eraseImports(): Promise<void> {
    await at.past((db) => db.imports.clear());
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
            live.set(await at.put(card({ sha256: `${Math.max(0, ...live.keys())}` }), inventedBatch(20), inventedLeftOut(2)), 'kept');
          else if (id === undefined) continue;
          else if (what === 'withdraw') await at.store.withdraw(id).then(() => live.set(id, 'withdrawn'));
          else if (what === 'restore') await at.store.restore(id).then(() => live.set(id, 'kept'));
          else await at.store.deleteImport(id).then(() => live.delete(id));
        }
        expect((await at.store.imports(1)).map((one) => [one.id, one.status])).toEqual([...live]);
        await at.reopen();
        const kept = [...live].filter(([, status]) => status === 'kept').map(([id]) => id);
        expect((await at.store.imports(1)).map((one) => one.id)).toEqual(kept);
        for (const id of kept) expect(await at.store.readBatch(id)).toEqual({ ...inventedBatch(20), importId: id });
        const owners = new Set((await at.dump()).chunks.map((chunk) => (chunk as { importId: number }).importId));
        expect([...owners]).toEqual(kept);
        for (const id of kept) await at.store.deleteImport(id);
      }),
      { numRuns: 25 },
    );
  });

  it('an import that was imported again is not put back beside itself', async () => {
    const first = await at.put(card(), inventedBatch(2), inventedLeftOut(0));
    await at.store.withdraw(first);
    await at.put(card(), inventedBatch(2), inventedLeftOut(0));
    expect(await errorCode(at.store.restore(first))).toBe('engine/already-kept');
  });

  it('without a checksum a file is like no other: it can be put back beside another without one', async () => {
    const first = await at.put(card({ sha256: '' }), inventedBatch(3), inventedLeftOut(0));
    await at.put(card({ sha256: '' }), inventedBatch(4), inventedLeftOut(0));
    await at.store.withdraw(first);
    await at.store.restore(first);
    expect((await at.store.imports(card().shop)).map(({ status }) => status)).toEqual(['kept', 'kept']);
  });

  it('a shop goes with its imports and their chunks and takes no other with it', async () => {
    const first = { name: 'A', sample: false, currency: { code: 'GBP', digits: 2 } };
    const second = { name: 'B', sample: true, currency: { code: '', digits: 2 } };
    const { shop } = await at.putFirst(first, card(), inventedBatch(5), inventedLeftOut(1));
    const { shop: other, importId: kept } = await at.putFirst(second, card(), inventedBatch(5), inventedLeftOut(1));
    expect((await at.store.imports(other)).map(({ id }) => id)).toEqual([kept]);
    await at.store.renameShop(other, 'C');
    await at.store.deleteShop(shop);
    expect(await at.store.shops()).toEqual([{ id: other, name: 'C', sample: true, currency: { code: '', digits: 2 } }]);
    expect((await at.dump()).imports).toHaveLength(1);
    expect((await at.store.readBatch(kept)).lines.rows).toBe(5);
    expect(await errorCode(at.store.renameShop(shop, 'D'))).toBe('engine/unknown-shop');
  });
});

describe('small things', () => {
  it('a plan and a document are remembered, and erased with everything', async () => {
    await at.store.rememberPlan('a|b', card().plan);
    await at.store.writeDocument('settings', { theme: 'dark' });
    await at.put(card(), inventedBatch(5), inventedLeftOut(1));
    await at.reopen();
    expect(await at.store.recallPlan('a|b')).toEqual(card().plan);
    expect(await at.store.readDocument('settings')).toEqual({ theme: 'dark' });
    await at.store.eraseEverything();
    expect(await at.store.recallPlan('a|b')).toBeUndefined();
    expect(await at.store.readDocument('settings')).toBeNull();
    expect(await at.dump()).toEqual({ imports: [], chunks: [] });
  });
});
