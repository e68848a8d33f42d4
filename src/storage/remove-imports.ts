import type { ChunkKey, ImportRow, LiukeDatabase } from './schema';

/** Removes an import with its chunks, all or nothing. */
export async function removeImport(db: LiukeDatabase, id: number): Promise<void> {
  await db.transaction('rw', db.imports, db.chunks, async () => {
    await db.imports.delete(id);
    await db.chunks
      .where(':id')
      .between(...chunkRange(id), true, true)
      .delete();
  });
}

/** Removes the imports that `which` picks. */
export async function removeImports(db: LiukeDatabase, which: (row: ImportRow) => boolean): Promise<void> {
  for (const row of await db.imports.filter(which).toArray()) await removeImport(db, row.id!);
}

/**
 * Removes what a crash or a cancelled import left: pending imports, and chunks of no import at all (a worker that is thrown away
 * may still finish the transaction it was in). To be called only while no import goes on anywhere.
 */
export async function removeRemains(db: LiukeDatabase): Promise<void> {
  await removeImports(db, (row) => row.state === 'pending');
  const ids = new Set(await db.imports.toCollection().primaryKeys());
  for (let id = await nextOwner(db, 0); id !== null; id = await nextOwner(db, id + 1)) if (!ids.has(id)) await removeImport(db, id);
}

/** Smallest import number from `from` on that has chunks: one look-up per import instead of a walk over all chunks. */
async function nextOwner(db: LiukeDatabase, from: number): Promise<number | null> {
  const [key] = await db.chunks.where(':id').aboveOrEqual([from, '', 0]).limit(1).primaryKeys();
  return key ? key[0] : null;
}

/** All chunks of an import, by key. */
function chunkRange(importId: number): [lower: ChunkKey, upper: ChunkKey] {
  return [
    [importId, '', 0],
    [importId, '\uffff', 0],
  ];
}
