import * as Comlink from 'comlink';
import { AppError } from '../terms/app-error';
import type { Tell } from '../terms/progress';
import type { EngineApi, Reply, Wire } from './protocol';

/** The engine inside the worker: methods may be asynchronous there. */
export type EngineInside = {
  [M in keyof EngineApi]: (...args: Parameters<EngineApi[M]>) => ReturnType<EngineApi[M]> | Promise<ReturnType<EngineApi[M]>>;
};

/** Methods whose last argument is `tell`. */
const TELLING: ReadonlySet<keyof EngineApi> = new Set(['stage', 'readAs', 'replan', 'keep', 'sqlExport'] as const);

/** The wire's far end: runs a method and packs what comes of it into a `Reply`, so that codes and facts survive the crossing. */
export function serve(engine: Promise<EngineInside>): Wire {
  return {
    async call(method, args, tell) {
      try {
        const inside = await engine;
        const run = inside[method] as (...args: unknown[]) => unknown;
        const value = await run(...args, ...(TELLING.has(method) ? [told(tell as Tell | undefined)] : []));
        return packed({ ok: true, value });
      } catch (error) {
        return { ok: false, error: envelope(error) };
      } finally {
        (tell as { [Comlink.releaseProxy]?: () => void } | undefined)?.[Comlink.releaseProxy]?.();
      }
    },
  };
}

/** Progress is sent and not waited for; what the page does with it cannot stop an import. */
function told(tell: Tell | undefined): Tell {
  return (progress) => void Promise.resolve(tell?.(progress)).catch(() => undefined);
}

function packed(reply: Reply<unknown>): Reply<unknown> {
  // A file made for the page is moved, not copied; answers are small or memoised and are copied.
  return reply.ok && reply.value instanceof Uint8Array ? Comlink.transfer(reply, [reply.value.buffer]) : reply;
}

function envelope(error: unknown): Extract<Reply<unknown>, { ok: false }>['error'] {
  if (error instanceof AppError) return { code: error.code, facts: error.facts, detail: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'engine/failed', facts: { reason }, detail: error instanceof Error ? (error.stack ?? reason) : reason };
}
