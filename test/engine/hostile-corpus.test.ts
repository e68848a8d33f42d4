import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { en } from '../../src/i18n/en';
import { openStore } from '../../src/storage/open-store';
import { AppError } from '../../src/terms/app-error';
import { dayFromIso } from '../../src/terms/day';
import { HOSTILE_FILES, type HostileFile } from './hostile-corpus';

const TODAY = dayFromIso('2026-01-01')!;
/** What the issue allows from the drop to the sentence. */
const PATIENCE_MS = 2000;

/** How the engine ends with a file: the code of its refusal, or `read`. */
async function endOf({ name, content }: HostileFile, stores: string): Promise<{ end: string; ms: number; shops: number }> {
  const store = await openStore(stores);
  const engine = createEngine(store);
  const file = new File([content], name);
  const start = performance.now();
  let end = 'read';
  try {
    await engine.stage([{ file }], TODAY, () => undefined);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end = error.code;
  }
  const ms = performance.now() - start;
  const shops = (await engine.shops()).length;
  store.close();
  return { end, ms, shops };
}

describe('a hostile file', () => {
  it('there are at least sixty of them, each of another name', () => {
    expect(new Set(HOSTILE_FILES.map((file) => file.name)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE_FILES.map((file, i) => [file.name.slice(0, 40), file, i] as const))(
    '%s ends in a sentence in time, and nothing is written',
    async (_, file, i) => {
      const { end, ms, shops } = await endOf(file, `hostile-${i}`);
      if (file.ends === 'refused') expect(end).not.toBe('read');
      else if (file.ends !== 'either') expect(end).toBe(file.ends);
      if (end !== 'read') expect(Object.keys(en)).toContain(`error.${end}`);
      expect(shops).toBe(0);
      expect(ms).toBeLessThan(PATIENCE_MS);
    },
  );
});
