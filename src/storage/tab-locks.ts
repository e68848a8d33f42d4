import { AppError } from '../terms/app-error';

/** Held by the worker that imports. */
const IMPORT = 'liuke.import';
/** Held, shared, by every page that has the app open, for as long as the page lives; a worker may come and go meanwhile. */
const OPEN = 'liuke.open';
/** Recovery in another tab takes milliseconds; whoever holds the lock for longer is importing. */
const PATIENCE_MS = 3000;

/** What tabs know of each other, by Web Locks. Where the browser has none there is nothing to hold and everything is allowed. */
export class TabLocks {
  readonly #locks: Pick<LockManager, 'request'> | undefined;

  constructor(locks: Pick<LockManager, 'request'> | undefined) {
    this.#locks = locks;
  }

  /** Runs a job that no other tab may run at the same time. Throws 'engine/busy' when another goes on. */
  async whileImporting<T>(job: () => Promise<T>): Promise<T> {
    if (!this.#locks) return job();
    let begun = false;
    try {
      return await this.#locks.request(IMPORT, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        begun = true;
        return job();
      });
    } catch (cause) {
      throw begun ? cause : new AppError('engine/busy', {}, cause);
    }
  }

  /** Runs a job unless an import goes on somewhere; says whether it ran. */
  unlessImporting(job: () => Promise<void>): Promise<boolean> {
    return this.#unlessHeld(IMPORT, job);
  }

  /** Runs a job unless a page has the app open already, this one included; says whether it ran. */
  unlessOpen(job: () => Promise<void>): Promise<boolean> {
    return this.#unlessHeld(OPEN, job);
  }

  async #unlessHeld(name: string, job: () => Promise<void>): Promise<boolean> {
    if (!this.#locks) return job().then(() => true);
    return this.#locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await job();
      return lock !== null;
    });
  }
}
