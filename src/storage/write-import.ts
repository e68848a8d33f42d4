import { AppError } from '../terms/app-error';
import type { ShopCard } from '../terms/shop';
import { chunkBytes, chunksOf, emptyManifest, type StoredTable } from './chunks';
import type { Connection } from './connection';
import { removeImport } from './remove-imports';
import { SCHEMA_GEN, type Chunk, type ImportRow, type Manifest } from './schema';

/** Small tables share a transaction up to this size. */
const TRANSACTION_BYTES = 2_000_000;

/** Numbers of an import that counts, and of its shop. */
export interface Written {
  importId: number;
  shop: number;
}

/**
 * Writes an import in two phases and gives its number: a pending row, the chunks in transactions of their own, then one strict
 * transaction that makes it count. Until that one is done no reader sees any of it, and whatever fails before leaves nothing.
 * @param newShop  the shop that is made in that last step, when the import is its first
 * @param tell     rows of lines written so far
 */
export async function writeImport(
  connection: Connection,
  row: Omit<ImportRow, 'id' | 'state' | 'manifest'>,
  newShop: Omit<ShopCard, 'id'> | null,
  tables: readonly StoredTable[],
  tell: (rows: number) => void,
): Promise<Written> {
  const pending: ImportRow = { ...row, state: 'pending', manifest: null };
  const id = await connection.run((db) => db.imports.add(pending));
  try {
    const manifest = await writeChunks(connection, id, tables, tell);
    const shop = await connection.run((db) => commit(db.backendDB(), { ...pending, id, state: 'committed', manifest }, newShop));
    return { importId: id, shop };
  } catch (cause) {
    // When even this fails, the next opening removes the pending import.
    await connection.run((db) => removeImport(db, id)).catch(() => undefined);
    throw cause;
  }
}

async function writeChunks(
  connection: Connection,
  id: number,
  tables: readonly StoredTable[],
  tell: (rows: number) => void,
): Promise<Manifest> {
  const manifest = emptyManifest(tables);
  let waiting: Chunk[] = [];
  let bytes = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    const group = waiting;
    if (group.length > 0) await connection.run((db) => db.chunks.bulkPut(group));
    waiting = [];
    bytes = 0;
    tell(rows);
  };
  for (const chunk of chunksOf(id, tables)) {
    const size = chunkBytes(chunk);
    if (bytes > 0 && bytes + size > TRANSACTION_BYTES) await flush();
    waiting.push(chunk);
    bytes += size;
    manifest.bytes += size;
    manifest.tables[chunk.table]!.chunks.push({ rows: chunk.rows, bytes: size, crc: chunk.crc });
    if (chunk.table === 'lines') rows += chunk.rows;
  }
  await flush();
  return manifest;
}

/**
 * The transaction that makes an import count. It goes past Dexie because durability is set per transaction here: strict waits for
 * the disk, and the browser's log keeps its order, so the chunks before it are on the disk too.
 */
function commit(database: IDBDatabase, row: ImportRow, newShop: Omit<ShopCard, 'id'> | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(['meta', 'imports', 'shops'], 'readwrite', { durability: 'strict' });
    const imports = transaction.objectStore('imports');
    let refusal: unknown = null;
    let { shop } = row;
    const generation = transaction.objectStore('meta').get('schemaGen');
    const stored = imports.get(row.id!) as IDBRequest<ImportRow | undefined>;
    stored.onsuccess = () => {
      try {
        if ((generation.result as { value: number }).value > SCHEMA_GEN) throw new AppError('storage/newer-data');
        if (!stored.result) throw new AppError('storage/failed', { detail: 'erased by another tab' });
        // A connection that went away only after this was done has it done again: then the shop is there.
        if (stored.result.state === 'committed') shop = stored.result.shop;
        else if (newShop) makeShop(newShop);
        else imports.put(row);
      } catch (cause) {
        refusal = cause;
        transaction.abort();
      }
    };
    const makeShop = (card: Omit<ShopCard, 'id'>): void => {
      const made = transaction.objectStore('shops').add(card) as IDBRequest<number>;
      made.onsuccess = () => imports.put({ ...row, shop: (shop = made.result) });
    };
    transaction.oncomplete = () => resolve(shop);
    transaction.onabort = () => reject(refusal ?? transaction.error ?? new AppError('storage/failed'));
  });
}
