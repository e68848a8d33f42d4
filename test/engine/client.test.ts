import * as Comlink from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { engineOver, type Engine } from '../../src/engine/client';
import { serve, type EngineInside } from '../../src/engine/serve';
import { AppError } from '../../src/terms/app-error';

/** A worker that is a port in this thread: `terminate` closes it, `crash` raises its error event. */
function fakeWorker(inside: Partial<Record<keyof EngineInside, (...args: never[]) => unknown>>) {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(serve(Promise.resolve(inside as unknown as EngineInside)), port2);
  const worker = Object.assign(port1 as unknown as Worker, {
    terminate: () => {
      port1.close();
      port2.close();
    },
  });
  return { worker, crash: () => worker.onerror?.({ message: 'out of memory' } as ErrorEvent) };
}

const workers: { worker: Worker; crash: () => void }[] = [];
function engineWith(inside: Parameters<typeof fakeWorker>[0]): Engine {
  return engineOver(() => {
    const made = fakeWorker(inside);
    workers.push(made);
    return made.worker;
  });
}
afterEach(() => workers.splice(0).forEach(({ worker }) => worker.terminate()));

const never = () => new Promise<never>(() => undefined);

describe('the page side of the engine', () => {
  it('an error keeps its code and facts on the way out of the worker', async () => {
    const engine = engineWith({
      shops: () => {
        throw new AppError('storage/quota', { needed: 7 });
      },
    });
    const error = await engine.shops().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'storage/quota', facts: { needed: 7 } });
  });

  it('an unknown error becomes engine/failed with its message', async () => {
    const engine = engineWith({
      shops: () => {
        throw new RangeError('too long');
      },
    });
    await expect(engine.shops()).rejects.toMatchObject({ code: 'engine/failed', facts: { reason: 'too long' } });
  });

  it('progress reaches the page, and its port is closed after the result', async () => {
    const engine = engineWith({
      stage: (_source: never, _today: never, tell: never) => {
        (tell as (p: unknown) => void)({ rows: 1 });
        return new Promise((done) => setTimeout(() => done({ rows: 1 }), 30));
      },
    });
    const seen: unknown[] = [];
    await engine.stage([{ name: 'a', text: '' }], 0, (progress) => seen.push(progress));
    expect(seen).toEqual([{ rows: 1 }]);
  });

  it('abort settles a running import at once and asks the questions of pages again, with the shop open', async () => {
    const opened: number[] = [];
    let answers = 0;
    const engine = engineWith({
      open: (shop: never) => {
        opened.push(shop);
        return { id: shop };
      },
      stage: never,
      answer: () => (answers++ === 0 ? never() : [{ value: 1 }]),
    });
    await engine.open(3);
    const staged = engine.stage([{ name: 'a', text: '' }], 0, () => undefined).catch((e: unknown) => e);
    const answered = engine.answer([], {} as never);
    await new Promise((r) => setTimeout(r, 20));
    const begin = performance.now();
    await engine.abort();
    expect(await staged).toMatchObject({ facts: { reason: 'aborted' } });
    expect(performance.now() - begin).toBeLessThan(300);
    expect(await answered).toEqual([{ value: 1 }]);
    expect(opened).toEqual([3, 3]);
  });

  it('a question survives one crash and is settled by a second, so that a question that kills the worker cannot do so for ever', async () => {
    const engine = engineWith({ open: (shop: never) => ({ id: shop }), answer: never });
    await engine.open(1);
    let settled: unknown;
    const answered = engine.answer([], {} as never).catch((e: unknown) => (settled = e));
    const pause = () => new Promise((r) => setTimeout(r, 20));
    await pause();
    workers.at(-1)!.crash();
    await pause();
    expect(workers).toHaveLength(2);
    expect(settled).toBeUndefined();
    workers.at(-1)!.crash();
    await answered;
    expect(settled).toMatchObject({ code: 'engine/crashed', facts: { reason: 'out of memory' } });
    await expect(engine.open(1)).resolves.toEqual({ id: 1 });
  });

  it('an argument that cannot be cloned is refused and not left pending', async () => {
    const engine = engineWith({ writeDocument: () => undefined });
    await expect(engine.writeDocument('a', { f: () => undefined })).rejects.toMatchObject({ code: 'engine/failed' });
  });
});
