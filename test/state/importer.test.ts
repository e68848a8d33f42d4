import { describe, expect, test } from 'vitest';
import type { Overlap } from '../../src/terms/shop';
import type { ImportReport, KeepTarget, StageSource } from '../../src/engine/protocol';
import { Importer } from '../../src/state/importer.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';

/** A workspace whose engine reads nothing, keeps what it is told and writes down what it was asked. */
function workspaceOf() {
  const asked: string[] = [];
  const engine = {
    stage: (sources: StageSource[]) => Promise.resolve(void asked.push(`stage ${sources.length}`)).then(() => []),
    keep: (target: KeepTarget) =>
      Promise.resolve(void asked.push(`keep ${target.mode ?? ''}`)).then(
        () => ({ imports: [1], shop: { id: 1 } }) as unknown as ImportReport,
      ),
    walkAway: () => Promise.resolve(void asked.push('walkAway')),
    abort: () => Promise.resolve(void asked.push('abort')),
  };
  return { asked, workspace: { engine, showShop: () => Promise.resolve() } as unknown as Workspace };
}

const large = { file: { name: 'years.csv', size: 300_000_001 } as File };
const overlap: Overlap = { file: 1, fresh: 4, unchanged: 5, changed: 6, cancelled: 0, orders: 7, replaced: [1] };

describe('more than 300 MB', () => {
  test('are read only when somebody says so', async () => {
    const { asked, workspace } = workspaceOf();
    const importer = new Importer(workspace);
    await importer.take([large]);
    expect([importer.step, asked]).toEqual(['heavy', []]);
    await importer.readHeavy();
    expect([importer.step, asked]).toEqual(['preview', ['stage 1']]);
  });

  test('are forgotten when they are left', async () => {
    const { asked, workspace } = workspaceOf();
    const importer = new Importer(workspace);
    await importer.take([large]);
    await importer.leave();
    expect([importer.step, importer.waiting.length, asked]).toEqual(['idle', 0, ['walkAway']]);
  });

  test('are also those of several files together', async () => {
    const importer = new Importer(workspaceOf().workspace);
    const half = { file: { name: 'half.csv', size: 160_000_000 } as File };
    await importer.take([half, half]);
    expect(importer.step).toBe('heavy');
  });
});

describe('what an import brought', () => {
  async function broughtWith(target: KeepTarget, there: Importer['overlap']): Promise<Importer['brought']> {
    const importer = new Importer(workspaceOf().workspace);
    await importer.take([{ name: 'orders.csv', text: 'a' }]);
    importer.overlap = there;
    await importer.keep(target);
    return importer.brought;
  }

  test('is told beside what the shop had', async () => {
    expect(await broughtWith({ shop: 1, mode: 'update' }, { shop: 1, files: [overlap, overlap] })).toEqual({
      fresh: 8,
      changed: 12,
      unchanged: 10,
    });
  });

  test('is not told of another shop, of a new one, of one that had nothing, or where everything was replaced', async () => {
    expect(await broughtWith({ shop: 2 }, { shop: 1, files: [overlap] })).toBeNull();
    expect(await broughtWith({ newShop: 'Tea' }, { shop: 1, files: [overlap] })).toBeNull();
    expect(await broughtWith({ shop: 1 }, { shop: 1, files: [{ ...overlap, unchanged: 0, changed: 0 }] })).toBeNull();
    expect(await broughtWith({ shop: 1, mode: 'replace' }, { shop: 1, files: [overlap] })).toBeNull();
  });
});
