import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppUpdate } from '../../src/state/app-update.svelte';

const events = { addEventListener: () => undefined };

/** A browser with this in the place of its service workers. */
function browserWith(serviceWorker: unknown): void {
  vi.stubGlobal('navigator', { serviceWorker });
}

function registering(register: () => Promise<unknown>): { register: () => Promise<unknown>; controller: null } & typeof events {
  return { ...events, controller: null, register };
}

let unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
/** Starts the app and lets everything it began come to its end. */
async function started(): Promise<AppUpdate> {
  const update = new AppUpdate();
  update.start();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return update;
}

beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', note);
  vi.stubEnv('PROD', true);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { baseURI: 'http://192.168.0.7/' });
});
afterEach(() => {
  process.off('unhandledRejection', note);
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('the app without a service worker', () => {
  it('starts where the browser has none', async () => {
    browserWith(undefined);
    expect((await started()).waiting).toBe(false);
    expect(unhandled).toEqual([]);
  });

  it('starts where registering comes to nothing, and where it is refused', async () => {
    const asked = vi.fn(() => Promise.resolve(undefined));
    browserWith(registering(asked));
    expect((await started()).waiting).toBe(false);
    browserWith(registering(() => Promise.reject(new DOMException('no', 'SecurityError'))));
    expect((await started()).waiting).toBe(false);
    expect(asked).toHaveBeenCalledOnce();
    expect(unhandled).toEqual([]);
  });

  it('says so when a version that was fetched earlier waits', async () => {
    browserWith(registering(() => Promise.resolve({ ...events, waiting: {} })));
    expect((await started()).waiting).toBe(true);
  });
});
