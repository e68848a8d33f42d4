import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from 'vitest';
import { openStore } from '../../src/storage/open-store';
import { LiukeDatabase } from '../../src/storage/schema';
import type { Store } from '../../src/storage/store';
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
