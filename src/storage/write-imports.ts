import { AppError } from '../terms/app-error';
import type { ShopCard } from '../terms/shop';
import { chunkBytes, chunksOf, emptyManifest, type StoredTable } from './chunks';
import type { Connection } from './connection';
import { removeImport } from './remove-imports';
import { SCHEMA_GEN, type Chunk, type ImportRow, type Manifest } from './schema';

/** Small tables share a transaction up to this size. */
const TRANSACTION_BYTES = 2_000_000;
/** Tables whose rows are those of the file. */
const ROW_TABLES: ReadonlySet<string> = new Set(['lines', 'records']);

/** Numbers of imports that count, and of their shop. */
export interface Written {
  importIds: number[];
  shop: number;
}

/** One import to be written. */
export interface NewImport {
  row: Omit<ImportRow, 'id' | 'state' | 'manifest'>;
  tables: readonly StoredTable[];
}

/**
 * Writes imports of one shop in two phases and gives their numbers: pending rows, the chunks in transactions of their own, then one
 * strict transaction that makes all of them count. Until that one is done no reader sees any of them, and whatever fails before
 * leaves nothing.
 * @param newShop  the shop that is made in that last step, when the imports are its first
 * @param tell     rows written so far
 */
export async function writeImports(
  connection: Connection,
  newShop: Omit<ShopCard, 'id'> | null,
  imports: readonly NewImport[],
  tell: (rows: number) => void,
): Promise<Written> {
  const pending = imports.map(({ row }): ImportRow => ({ ...row, state: 'pending', manifest: null }));
  const ids = await connection.run((db) => db.imports.bulkAdd(pending, { allKeys: true }));
  try {
    const whole: ImportRow[] = [];
    let before = 0;
    for (const [i, { tables }] of imports.entries()) {
      const manifest = await writeChunks(connection, ids[i]!, tables, (rows) => tell(before + rows));
      before += tables.reduce((sum, { name, rows }) => sum + (ROW_TABLES.has(name) ? rows : 0), 0);
      whole.push({ ...pending[i]!, id: ids[i]!, state: 'committed', manifest });
    }
    return { importIds: ids, shop: await connection.run((db) => commit(db.backendDB(), whole, newShop)) };
  } catch (cause) {
    // When even this fails, the next opening removes the pending imports.
    for (const id of ids) await connection.run((db) => removeImport(db, id)).catch(() => undefined);
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
    if (ROW_TABLES.has(chunk.table)) rows += chunk.rows;
  }
  await flush();
  return manifest;
}

/**
 * The transaction that makes imports count, and those that they replace no more. It goes past Dexie because durability is set per
 * transaction here: strict waits for the disk, and the browser's log keeps its order, so the chunks before it are on the disk too.
 */
function commit(database: IDBDatabase, rows: readonly ImportRow[], newShop: Omit<ShopCard, 'id'> | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(['meta', 'imports', 'shops'], 'readwrite', { durability: 'strict' });
    const [imports, meta] = [transaction.objectStore('imports'), transaction.objectStore('meta')];
    let refusal: unknown = null;
    let { shop } = rows[0]!;
    const generation = meta.get('schemaGen');
    const first = imports.get(rows[0]!.id!) as IDBRequest<ImportRow | undefined>;
    const beside = imports.index('shop').getAll(shop) as IDBRequest<ImportRow[]>;
    beside.onsuccess = () => {
      try {
        const stored = (generation.result as { value: number }).value;
        if (stored > SCHEMA_GEN) throw new AppError('storage/newer-data');
        // A connection that went away only after this was done has it done again: then the shop is there.
        if (first.result?.state === 'committed') shop = first.result.shop;
        else {
          requireAll(rows, beside.result);
          if (stored < SCHEMA_GEN) meta.put({ key: 'schemaGen', value: SCHEMA_GEN });
          if (newShop) makeShop(newShop);
          else for (const row of rows) imports.put(withReplaced(row, beside.result));
        }
      } catch (cause) {
        refusal = cause;
        transaction.abort();
      }
    };
    const makeShop = (card: Omit<ShopCard, 'id'>): void => {
      const made = transaction.objectStore('shops').add(card) as IDBRequest<number>;
      made.onsuccess = () => {
        shop = made.result;
        for (const row of rows) imports.put({ ...row, shop, replaces: [] });
      };
    };
    transaction.oncomplete = () => resolve(shop);
    transaction.onabort = () => reject(refusal ?? transaction.error ?? new AppError('storage/failed'));
  });
}

function requireAll(rows: readonly ImportRow[], stored: readonly ImportRow[]): void {
  const there = new Set(stored.map(({ id }) => id));
  if (!rows.every(({ id }) => there.has(id))) throw new AppError('storage/failed', { detail: 'erased by another tab' });
}

/**
 * An import that replaces takes the place of every older one of its kind, also of those that are taken back: what counts then depends
 * on which imports are kept, and not on the order of the clicks that led there. Files that are kept together do not replace each other.
 */
function withReplaced(row: ImportRow, beside: readonly ImportRow[]): ImportRow {
  const older = beside.filter(({ state, kind }) => row.mode === 'replace' && state === 'committed' && kind === row.kind);
  return { ...row, replaces: older.map(({ id }) => id!) };
}
