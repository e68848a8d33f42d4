import { AppError } from '../terms/app-error';

const NAME = 'liuke.import';
/** Recovery in another tab takes milliseconds; whoever holds the lock for longer is importing. */
const PATIENCE_MS = 3000;

/** One import at a time over all tabs. Where the browser has no Web Locks there is nothing to hold and everything is allowed. */
export class ImportLock {
  readonly #locks: Pick<LockManager, 'request'> | undefined;

  constructor(locks: Pick<LockManager, 'request'> | undefined) {
    this.#locks = locks;
  }

  /** Runs a job that no other tab may run at the same time. Throws 'engine/busy' when another goes on. */
  async hold<T>(job: () => Promise<T>): Promise<T> {
    if (!this.#locks) return job();
    let begun = false;
    try {
      return await this.#locks.request(NAME, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        begun = true;
        return job();
      });
    } catch (cause) {
      throw begun ? cause : new AppError('engine/busy', {}, cause);
    }
  }

  /** Runs a job unless an import goes on somewhere; says whether it ran. */
  async unlessHeld(job: () => Promise<void>): Promise<boolean> {
    if (!this.#locks) return job().then(() => true);
    return this.#locks.request(NAME, { ifAvailable: true }, async (lock) => {
      if (lock) await job();
      return lock !== null;
    });
  }
}
