import Dexie, { type Table } from 'dexie';
import type { Currency } from '../terms/money';
import type { ImportPlan } from '../terms/plan';
import type { ImportCard, ShopCard } from '../terms/shop';
import type { ArrayType, Columns } from './column';

/** Version of the stores as IndexedDB counts it. */
export const SCHEMA_VERSION = 1;
/**
 * Version of what stands in them. Code that knows a smaller one must not touch the data: Dexie alone would open them. 2: records beside
 * order lines, and imports that take the place of others.
 */
export const SCHEMA_GEN = 2;

/** What has to be there for an import to be whole. */
export interface Manifest {
  tables: Record<string, TableManifest>;
  bytes: number;
}

export interface TableManifest {
  rows: number;
  /** In-memory type of each column; pieces may lie narrower on disk. */
  columns: Record<string, ArrayType>;
  chunks: { rows: number; bytes: number; crc: number }[];
}

/** Facts of a card that imports of the first generation lack. */
type LaterFacts = Pick<ImportCard, 'mode' | 'replaces' | 'counts' | 'joined'>;

/** An import as stored: the card, and whether all of it was written. */
export interface ImportRow extends Omit<ImportCard, 'id' | keyof LaterFacts>, Partial<LaterFacts> {
  id?: number;
  state: 'pending' | 'committed';
  currency: Currency;
  manifest: Manifest | null;
}

/** A run of rows of one table of one import. */
export interface Chunk {
  importId: number;
  table: string;
  seq: number;
  rows: number;
  columns: Columns;
  crc: number;
}

export type ChunkKey = [importId: number, table: string, seq: number];

/** The stores. Chunks have no index but their key: an index on bulk data costs more than the data. */
export class LiukeDatabase extends Dexie {
  declare meta: Table<{ key: string; value: number }, string>;
  declare shops: Table<Omit<ShopCard, 'id'> & { id?: number }, number>;
  declare imports: Table<ImportRow, number>;
  declare chunks: Table<Chunk, ChunkKey>;
  declare plans: Table<{ signature: string; plan: ImportPlan }, string>;
  declare documents: Table<{ key: string; value: unknown }, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
    this.version(SCHEMA_VERSION).stores({
      meta: 'key',
      shops: '++id',
      imports: '++id, shop',
      chunks: '[importId+table+seq]',
      plans: 'signature',
      documents: 'key',
    });
    this.on('populate', (transaction) => {
      void transaction.table('meta').add({ key: 'schemaGen', value: SCHEMA_GEN });
    });
  }
}
