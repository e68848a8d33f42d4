import { describe, expect, it } from 'vitest';
import { Settings } from '../../src/state/settings.svelte';

/** Settings over a store that answers when told to. */
function slowly(kept: unknown, local: Record<string, string> = {}) {
  const written: unknown[] = [];
  let answer: (value: unknown) => void = () => undefined;
  const engine = {
    readDocument: () => new Promise<unknown>((resolve) => (answer = resolve)),
    writeDocument: (_key: string, value: unknown) => Promise.resolve(void written.push(value)),
  };
  const storage = {
    getItem: (k: string) => local[k] ?? null,
    setItem: (k: string, v: string) => void (local[k] = v),
    removeItem: (k: string) => void delete local[k],
  };
  const settings = new Settings(engine, storage);
  return { settings, written, load: () => settings.load(['en']), arrive: () => answer(kept) };
}

describe('settings', () => {
  it('a choice made while the store is being read is not undone by what the store held', async () => {
    const { settings, written, load, arrive } = slowly({ theme: 'dark', lastShop: 7 }, { 'liuke.theme': 'dark' });
    const loading = load();
    settings.theme = 'system';
    expect(written).toEqual([]);
    arrive();
    await loading;
    expect([settings.theme, settings.lastShop]).toEqual(['system', 7]);
    expect(written).toEqual([expect.objectContaining({ theme: 'system', lastShop: 7 })]);
  });

  it('begin with the theme that the first paint had', () => {
    expect(slowly(null, { 'liuke.theme': 'dark' }).settings.theme).toBe('dark');
    expect(slowly(null).settings.theme).toBe('system');
  });

  it('are kept at once when they were read', async () => {
    const { settings, written, load, arrive } = slowly(null);
    const loading = load();
    arrive();
    await loading;
    settings.refunds = 'ignore';
    expect(written).toEqual([expect.objectContaining({ refunds: 'ignore' })]);
  });
});
