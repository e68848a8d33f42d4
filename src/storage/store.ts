import { AppError } from '../terms/app-error';
import type { ImportPlan } from '../terms/plan';
import type { PeopleRules } from '../terms/people';
import { replacedImports, type ImportCard, type ShopCard } from '../terms/shop';
import type { RecordKind } from '../terms/fields';
import type { Batch, LeftOut } from '../core/columns/batch';
import type { RecordBatch } from '../core/columns/records';
import { batchFrom, batchTables, isLeftOutTable, isUsedTable, leftOutFrom, leftOutTables } from './batch-tables';
import type { Connection } from './connection';
import { readTables, type ReadTable } from './read-tables';
import { recordsFrom, recordTables } from './record-tables';
import { removeImport, removeImports, removeRemains } from './remove-imports';
import type { ImportRow, LiukeDatabase } from './schema';
import type { TabLocks } from './tab-locks';
import { writeImports, type NewImport, type Written } from './write-imports';

/** Of an import whose shop is made when it is whole. */
const NO_SHOP = 0;
const quiet = (_rows: number): void => undefined;

/** The shop that imports go into: one that is there, or one that is made with them. */
export type Into = { shop: number } | { newShop: Omit<ShopCard, 'id'> };

/** What a file brings: order lines, or records of another kind. */
export type Content = { batch: Omit<Batch, 'importId'> } | { records: Omit<RecordBatch, 'importId'> };

/** One file to be kept. `card.replaces` is found out when it is written. */
export interface NewFile {
  card: Omit<ImportCard, 'id' | 'shop'>;
  content: Content;
  leftOut: LeftOut;
}

/** The shops, their files and the small documents of one device. Every method throws AppErrors only. */
export class Store {
  readonly #connection: Connection;
  readonly #locks: TabLocks;

  constructor(connection: Connection, locks: TabLocks) {
    this.#connection = connection;
    this.#locks = locks;
  }

  /**
   * Removes what a crash left of imports, unless another tab is writing one, and imports that were taken back, unless a page that
   * may put them back is still open.
   */
  async recover(): Promise<void> {
    const takenBack = (row: ImportRow): boolean => row.state === 'committed' && row.status === 'withdrawn';
    await this.#locks.unlessOpen(() => this.#connection.run((db) => removeImports(db, takenBack)));
    await this.#locks.unlessImporting(() => this.#connection.run(removeRemains));
  }

  /** All shops in the order in which they were made. */
  shops(): Promise<ShopCard[]> {
    return this.#connection.run((db) => db.shops.toArray() as PromiseLike<ShopCard[]>);
  }

  /** Throws 'engine/unknown-shop'. */
  async renameShop(id: number, name: string): Promise<void> {
    const changed = await this.#connection.run((db) => db.shops.update(id, { name }));
    if (changed === 0 && !(await this.shops()).some((shop) => shop.id === id)) throw new AppError('engine/unknown-shop', { shop: id });
  }

  /** Keeps how a shop's customers are taken together; with the shop it goes. */
  async changePeople(id: number, people: PeopleRules): Promise<void> {
    await this.#connection.run((db) => db.shops.update(id, { people }));
  }

  /** Removes a shop with its imports and their chunks, all or nothing. */
  deleteShop(id: number): Promise<void> {
    return this.#connection.run((db) =>
      db.transaction('rw', db.shops, db.imports, db.chunks, async () => {
        for (const key of await db.imports.where('shop').equals(id).primaryKeys()) await removeImport(db, key);
        await db.shops.delete(id);
      }),
    );
  }

  /** Imports of a shop, kept and withdrawn, oldest first. */
  async imports(shop: number): Promise<ImportCard[]> {
    return (await this.#committed(shop)).map(cardOf);
  }

  /** The import of the same bytes that counts, if there is one. Files without a checksum ('') are like no other. */
  async sameFile(shop: number, sha256: string): Promise<ImportCard | undefined> {
    if (sha256 === '') return undefined;
    const imports = await this.imports(shop);
    const replaced = replacedImports(imports);
    return imports.find((card) => card.sha256 === sha256 && card.status === 'kept' && !replaced.has(card.id));
  }

  /**
   * Writes imports, all of them or nothing, with their shop if it is a new one, and gives their numbers. One whose mode is `replace`
   * takes the place of the older imports of its kind. Throws 'storage/quota', or 'engine/busy' while another tab imports.
   * @param tell  rows written so far, of all files
   */
  putImports(into: Into, files: readonly NewFile[], tell = quiet): Promise<Written> {
    const shop = 'shop' in into ? into.shop : NO_SHOP;
    const imports = files.map(({ card, content, leftOut }): NewImport => {
      const currency = 'batch' in content ? content.batch.currency : card.plan.currency;
      const used = 'batch' in content ? batchTables(content.batch) : recordTables(content.records);
      return { row: { ...card, shop, currency }, tables: [...used, ...leftOutTables(leftOut)] };
    });
    return this.#locks.whileImporting(async () => {
      await this.#connection.run(removeRemains);
      return writeImports(this.#connection, 'newShop' in into ? into.newShop : null, imports, tell);
    });
  }

  /** The order lines of an import. Throws 'storage/damaged' when a checksum does not match. */
  async readBatch(importId: number): Promise<Batch> {
    const { row, tables } = await this.#read(importId, isUsedTable);
    return batchFrom(importId, row.currency, tables);
  }

  /** The records of an import of another kind than orders. Throws 'storage/damaged'. */
  async readRecords(importId: number): Promise<RecordBatch> {
    const { row, tables } = await this.#read(importId, isUsedTable);
    return recordsFrom(importId, row.kind as RecordKind, tables);
  }

  /** The rows of an import that were not used. Throws 'storage/damaged'. */
  async readLeftOut(importId: number): Promise<LeftOut> {
    return leftOutFrom((await this.#read(importId, isLeftOutTable)).tables);
  }

  /** Takes an import out of every figure; it can be put back until the app is opened anew. */
  withdraw(importId: number): Promise<void> {
    return this.#setStatus(importId, 'withdrawn');
  }

  /** Puts a withdrawn import back. Throws 'engine/already-kept' when the same file was imported again since. */
  async restore(importId: number): Promise<void> {
    const row = await this.#row(importId);
    const same = await this.sameFile(row.shop, row.sha256);
    if (same && same.id !== importId) throw new AppError('engine/already-kept', { name: same.name, at: same.keptAt });
    await this.#setStatus(importId, 'kept');
  }

  /** Removes an import with its chunks; one that is not there is no error. */
  deleteImport(importId: number): Promise<void> {
    return this.#connection.run((db) => removeImport(db, importId));
  }

  /** Bytes of the columns of a shop's kept imports, before the browser's own compression. */
  async storedBytes(shop: number): Promise<number> {
    return (await this.#committed(shop)).filter((row) => row.status === 'kept').reduce((sum, row) => sum + row.manifest!.bytes, 0);
  }

  /** Remembers how a file with this header was read. */
  async rememberPlan(signature: string, plan: ImportPlan): Promise<void> {
    await this.#connection.run((db) => db.plans.put({ signature, plan }));
  }

  /** How a file with this header was read, if one was. */
  async recallPlan(signature: string): Promise<ImportPlan | undefined> {
    return (await this.#connection.run((db) => db.plans.get(signature)))?.plan;
  }

  /** A small document, or null when it was never written. */
  async readDocument(key: string): Promise<unknown> {
    return (await this.#connection.run((db) => db.documents.get(key)))?.value ?? null;
  }

  async writeDocument(key: string, value: unknown): Promise<void> {
    await this.#connection.run((db) => db.documents.put({ key, value }));
  }

  /** Removes everything this app ever kept here, all or nothing. Throws 'engine/busy' while another tab imports. */
  eraseEverything(): Promise<void> {
    const erase = (db: LiukeDatabase): PromiseLike<void> => {
      const stores = [db.shops, db.imports, db.chunks, db.plans, db.documents];
      return db.transaction('rw', stores, async () => {
        for (const store of stores) await store.clear();
      });
    };
    return this.#locks.whileImporting(() => this.#connection.run(erase));
  }

  close(): void {
    this.#connection.close();
  }

  async #read(importId: number, want: (table: string) => boolean): Promise<{ row: ImportRow; tables: Record<string, ReadTable> }> {
    const row = await this.#row(importId);
    const source = { importId, file: row.name, manifest: row.manifest! };
    return { row, tables: await this.#connection.run((db) => readTables(db, source, want)) };
  }

  async #row(importId: number): Promise<ImportRow> {
    const row = await this.#connection.run((db) => db.imports.get(importId));
    if (row?.state !== 'committed') throw new AppError('storage/failed', { detail: `no import ${importId}` });
    return row;
  }

  async #committed(shop: number): Promise<ImportRow[]> {
    const rows = await this.#connection.run((db) => db.imports.where('shop').equals(shop).sortBy('id'));
    return rows.filter((row) => row.state === 'committed');
  }

  async #setStatus(importId: number, status: ImportCard['status']): Promise<void> {
    await this.#row(importId);
    await this.#connection.run((db) => db.imports.update(importId, { status }));
  }
}

/** The card of an import, with what one of the first generation lacks: then there was one mode and one kind. */
function cardOf(row: ImportRow): ImportCard {
  const { state: _state, currency: _currency, manifest: _manifest, ...card } = row;
  return { mode: 'append', replaces: [], counts: [], joined: [], ...card } as ImportCard;
}
