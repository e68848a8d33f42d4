import { AppError } from '../terms/app-error';

/**
 * An answer on its way. The newest question wins; the old answer stays, marked stale, until the new one is there;
 * an error stands beside the last good answer and does not replace it.
 */
export class Resource<T> {
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<AppError | undefined>(undefined);
  asking = $state.raw(false);
  #turn = 0;

  /** Whether what is shown belongs to an earlier question. */
  get stale(): boolean {
    return this.asking && this.value !== undefined;
  }

  async ask(question: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.asking = true;
    try {
      const value = await question();
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error instanceof AppError ? error : new AppError('engine/failed', {}, error);
    }
    this.asking = false;
  }
}

/** Asks again whenever what the question reads has changed. Call it while a component is set up. */
export function asking<T>(question: () => Promise<T> | null): Resource<T> {
  const resource = new Resource<T>();
  $effect(() => {
    const pending = question();
    if (pending) void resource.ask(() => pending);
  });
  return resource;
}
