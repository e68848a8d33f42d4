import { AppError } from '../terms/app-error';
import { LiukeDatabase, SCHEMA_GEN, SCHEMA_VERSION } from './schema';
import { isConnectionLost, storageError } from './storage-error';

/** An upgrade waits for old tabs to close their connection; after this it says so. */
const BLOCKED_AFTER_MS = 3000;

/** An open database that comes back once when the browser takes it away. */
export class Connection {
  readonly #name: string;
  #db: LiukeDatabase | null = null;
  #closed = false;
  #superseded = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** Opens the database. Throws 'storage/blocked' or 'storage/newer-data'. */
  async open(): Promise<void> {
    const db = new LiukeDatabase(this.#name);
    db.on('versionchange', (event) => this.#leave(db, event));
    try {
      await opened(db);
      await refuseNewerData(db);
    } catch (cause) {
      db.close({ disableAutoOpen: true });
      throw storageError(cause);
    }
    this.#db = db;
  }

  /**
   * Runs a job on the database; a lost connection is opened again and the job tried once more, so it must be safe to repeat.
   * Throws AppErrors only.
   */
  async run<T>(job: (db: LiukeDatabase) => PromiseLike<T>): Promise<T> {
    try {
      return await job(this.#open());
    } catch (cause) {
      if (this.#closed || this.#superseded || !isConnectionLost(cause)) throw this.#explained(cause);
      this.#db?.close({ disableAutoOpen: true });
      await this.open();
      return Promise.resolve(job(this.#open())).catch((again: unknown) => {
        throw this.#explained(again);
      });
    }
  }

  close(): void {
    this.#closed = true;
    this.#db?.close({ disableAutoOpen: true });
  }

  #open(): LiukeDatabase {
    if (!this.#db || this.#superseded) throw new AppError('storage/newer-data');
    return this.#db;
  }

  #explained(cause: unknown): AppError {
    return this.#superseded ? new AppError('storage/newer-data', {}, cause) : storageError(cause);
  }

  /** Another tab upgrades or deletes the database: it waits until we let go. False keeps Dexie from opening the new one by itself. */
  #leave(db: LiukeDatabase, event: IDBVersionChangeEvent): false {
    this.#superseded = event.newVersion !== null;
    db.close({ disableAutoOpen: true });
    return false;
  }
}

function opened(db: LiukeDatabase): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => {
      timer = setTimeout(() => reject(new AppError('storage/blocked')), BLOCKED_AFTER_MS);
    });
  });
  return Promise.race([db.open(), blocked]).finally(() => clearTimeout(timer));
}

async function refuseNewerData(db: LiukeDatabase): Promise<void> {
  const generation = (await db.meta.get('schemaGen'))?.value ?? SCHEMA_GEN;
  // Dexie counts ten native versions for one of its own, and takes steps in between by itself.
  const newerStores = db.backendDB().version >= (SCHEMA_VERSION + 1) * 10;
  if (generation > SCHEMA_GEN || newerStores) throw new AppError('storage/newer-data', { generation });
}
