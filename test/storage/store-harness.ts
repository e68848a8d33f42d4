import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from 'vitest';
import { openStore } from '../../src/storage/open-store';
import { LiukeDatabase } from '../../src/storage/schema';
import type { Batch, LeftOut } from '../../src/core/columns/batch';
import type { Store } from '../../src/storage/store';
import type { ImportCard, ShopCard } from '../../src/terms/shop';
import { AppError } from '../../src/terms/app-error';

let serial = 0;

/** An open store on a database of its own for each test of a file. */
export class StoreHarness {
  name = '';
  store!: Store;

  constructor(prefix: string) {
    beforeEach(async () => {
      this.name = `${prefix}-${serial++}`;
      this.store = await openStore(this.name);
    });
    afterEach(() => this.store.close());
  }

  async reopen(locks?: Pick<LockManager, 'request'>): Promise<void> {
    this.store.close();
    this.store = await openStore(this.name, locks);
  }

  /** Keeps one import of orders in a shop that is there, or is taken to be; its number. */
  async put(
    { shop, ...card }: Omit<ImportCard, 'id'>,
    batch: Omit<Batch, 'importId'>,
    leftOut: LeftOut,
    tell?: (rows: number) => void,
  ): Promise<number> {
    return (await this.store.putImports({ shop }, [{ card, content: { batch }, leftOut }], tell)).importIds[0]!;
  }

  /** Keeps a first import with its shop. */
  async putFirst(
    newShop: Omit<ShopCard, 'id'>,
    { shop: _, ...card }: Omit<ImportCard, 'id'>,
    batch: Omit<Batch, 'importId'>,
    leftOut: LeftOut,
    tell?: (rows: number) => void,
  ): Promise<{ shop: number; importId: number }> {
    const { shop, importIds } = await this.store.putImports({ newShop }, [{ card, content: { batch }, leftOut }], tell);
    return { shop, importId: importIds[0]! };
  }

  /** What stands in the database, past the store. */
  async dump(): Promise<{ imports: unknown[]; chunks: unknown[] }> {
    return this.past(async (db) => ({ imports: await db.imports.toArray(), chunks: await db.chunks.toArray() }));
  }

  /** Does something to the database past the store. */
  async past<T>(job: (db: LiukeDatabase) => PromiseLike<T>): Promise<T> {
    const db = new LiukeDatabase(this.name);
    try {
      return await job(db);
    } finally {
      db.close();
    }
  }
}

/** Code of the AppError that a promise ends with. */
export async function errorCode(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : `not an AppError: ${String(error)}`),
  );
}
