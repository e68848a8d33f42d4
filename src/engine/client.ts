import * as Comlink from 'comlink';
import { AppError } from '../terms/app-error';
import type { EngineApi, Wire } from './protocol';
import workerUrl from './worker.ts?worker&url';

/** The engine as the page sees it: every method of the worker as a promise, and `abort`. */
export type Engine = { [M in keyof EngineApi]: (...args: Parameters<EngineApi[M]>) => Promise<ReturnType<EngineApi[M]>> } & {
  /** Throws the worker away with all that runs in it, and starts another one that has the same shop open. Imports not kept are gone. */
  abort(): Promise<void>;
};

interface Pending {
  method: keyof EngineApi;
  args: unknown[];
  /** Crashes that it has seen. */
  crashes: number;
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/** Questions that change nothing and can be asked again of a fresh worker. */
const REPEATABLE: ReadonlySet<keyof EngineApi> = new Set([
  'catalogue',
  'example',
  'lab',
  'shops',
  'open',
  'readDocument',
  'answer',
  'figure',
  'breakdown',
  'segments',
  'itemsKnown',
  'refundEffect',
  'explain',
  'records',
  'questions',
  'lists',
  'customers',
  'customersCsv',
  'customer',
  'nextFor',
  'customerCsv',
  'verdict',
  'predictions',
  'outlook',
  'answersJson',
  'sqlFor',
  'provenance',
  'leftOutCsv',
] as const);

/** Starts the engine in its worker. */
export function startEngine(): Engine {
  return engineOver(spawnWorker);
}

/**
 * The worker begins as a one-line module from a blob: such a worker is bound by the page's content security policy, one loaded
 * from an address is not.
 */
function spawnWorker(): Worker {
  const address = new URL(workerUrl, document.baseURI).href;
  const starter = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  return new Worker(starter, { type: 'module', name: 'liuke-engine' });
}

/** The engine over any way to make a worker; tests bring their own. */
export function engineOver(spawn: () => Worker): Engine {
  const client = new EngineClient(spawn);
  return new Proxy({} as Engine, {
    get: (_, method) => {
      if (method === 'abort') return () => client.abort();
      // A promise that resolves with the engine asks for `then`.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return (...args: unknown[]) => client.call(method as keyof EngineApi, args);
    },
  });
}

/** Calls on their way. Comlink loses an error's fields and leaves calls to a dead worker pending for ever; this settles them all. */
class EngineClient {
  #spawn: () => Worker;
  #worker: Worker | null = null;
  #wire: Comlink.Remote<Wire> | null = null;
  #pending = new Set<Pending>();
  #shop: number | null = null;
  #staysOpen = false;

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  call(method: keyof EngineApi, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { method, args, crashes: 0, resolve, reject };
      this.#pending.add(pending);
      void this.#send(pending);
    });
  }

  async abort(): Promise<void> {
    await this.#restart(new AppError('engine/failed', { reason: 'aborted' }));
  }

  async #send(pending: Pending): Promise<void> {
    const wire = this.#connect();
    const plain = pending.args.filter((arg) => typeof arg !== 'function');
    const tell = pending.args.find((arg) => typeof arg === 'function');
    try {
      const reply = await wire.call(pending.method, plain, tell ? Comlink.proxy(tell as () => void) : undefined);
      if (wire !== this.#wire || !this.#pending.delete(pending)) return;
      if (reply.ok) this.#succeed(pending, reply.value);
      else pending.reject(new AppError(reply.error.code, reply.error.facts, reply.error.detail));
    } catch (error) {
      // An argument that cannot be cloned: our own mistake, said rather than left pending.
      if (this.#pending.delete(pending)) pending.reject(new AppError('engine/failed', { reason: String(error) }, error));
    }
  }

  #succeed(pending: Pending, value: unknown): void {
    this.#stayOpen();
    if (pending.method === 'open' || pending.method === 'sampleShop') this.#shop = (value as { id: number }).id;
    if (pending.method === 'keep') this.#shop = (value as { shop: { id: number } }).shop.id;
    pending.resolve(value);
  }

  /**
   * Says by a lock that a page lives here: a worker started after this one, or in another tab, then leaves alone what was taken back
   * and may yet be put back. Taken after the first answer, because the first worker clears up when it opens the store.
   */
  #stayOpen(): void {
    if (this.#staysOpen) return;
    this.#staysOpen = true;
    const locks = (globalThis.navigator as Navigator | undefined)?.locks;
    void locks?.request('liuke.open', { mode: 'shared' }, () => new Promise(() => undefined));
  }

  #connect(): Comlink.Remote<Wire> {
    if (this.#wire) return this.#wire;
    const worker = this.#spawn();
    worker.onerror = (event) => {
      event.preventDefault?.();
      void this.#restart(new AppError('engine/crashed', { reason: event.message ?? '' }), worker);
    };
    worker.onmessageerror = () => void this.#restart(new AppError('engine/crashed', { reason: 'messageerror' }), worker);
    this.#worker = worker;
    this.#wire = Comlink.wrap<Wire>(worker);
    return this.#wire;
  }

  /** Ends the worker, settles what cannot be repeated, and asks the rest again: a question that was there at two crashes may be their cause. */
  async #restart(error: AppError, of: Worker | null = this.#worker): Promise<void> {
    if (of !== this.#worker) return;
    this.#worker?.terminate();
    this.#worker = null;
    this.#wire = null;
    const waiting = [...this.#pending];
    this.#pending.clear();
    if (error.code === 'engine/crashed') for (const pending of waiting) pending.crashes++;
    const again = waiting.filter((pending) => pending.crashes < 2 && REPEATABLE.has(pending.method));
    for (const pending of waiting) if (!again.includes(pending)) pending.reject(error);
    if (this.#shop !== null) await this.call('open', [this.#shop]).catch(() => undefined);
    for (const pending of again) {
      this.#pending.add(pending);
      void this.#send(pending);
    }
  }
}
