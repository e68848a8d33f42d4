import type { Currency } from './money';
import type { PeopleRules } from './people';
import type { Part } from './part';
import type { ImportPlan } from './plan';
import type { KindCount } from './preview';
import type { FileKind } from './role';

/**
 * What becomes of rows that the shop has already; whatever is new is added, and nothing counts twice. `append`: a row that an older file
 * has stands as it is there, also where this file has another version of it. `update`: the newer version takes the place of the older
 * one. `replace`: the older files of this kind do not count while this one is kept.
 */
export type KeepMode = 'append' | 'update' | 'replace';

/** One shop: its files share a currency and a calendar, and are looked at together. */
export interface ShopCard {
  id: number;
  name: string;
  sample: boolean;
  currency: Currency;
  /** How its customers are taken together; absent while nobody has changed that. */
  people?: PeopleRules;
}

/** One file that was kept, as it is listed. */
export interface ImportCard {
  id: number;
  shop: number;
  name: string;
  bytes: number;
  sha256: string;
  kind: FileKind;
  /** ISO date and time when it was kept. */
  keptAt: string;
  rows: number;
  used: number;
  leftOut: number;
  parts: Part[];
  plan: ImportPlan;
  /** A withdrawn import is out of every figure and can be put back until the app is opened again. */
  status: 'kept' | 'withdrawn';
  appVersion: string;
  mode: KeepMode;
  /** Imports that do not count while this one is kept. */
  replaces: number[];
  /** What a file of another kind than orders holds. */
  counts: KindCount[];
  /** Names of files that columns were taken from. */
  joined: string[];
  /** Its sums have fractions of a unit, which were carried from row to row: in another file a row may be a unit more or less. */
  carried?: true;
}

/** Kept imports that do not count, each with the newest kept import that takes their place. */
export function replacedImports(imports: readonly Pick<ImportCard, 'id' | 'status' | 'replaces'>[]): Map<number, number> {
  const replaced = new Map<number, number>();
  for (const { id, status, replaces } of imports) if (status === 'kept') for (const older of replaces) replaced.set(older, id);
  return replaced;
}

/** What has become of the used rows of a kept import. All numbers together are its used rows. */
export interface Standing {
  counted: number;
  /** Rows that an older import has in the same form: they count there. */
  repeated: number;
  /** Rows that an older import has in another form, which stands, because this one adds and does not update. */
  heldBack: number;
  /** Rows of which a newer import brought another version, or whose order it says was cancelled. */
  superseded: number;
  /** Refunds without a customer that name an order which no import has; they count as soon as one has it. */
  waiting: number;
  /** All rows of an import that another one replaces. */
  replaced: number;
  /** That other one. */
  replacedBy: number | null;
}

/** What the rows of a new file are to a shop, before it is kept. All of them together are its usable rows. */
export interface Overlap {
  /** The staged file. */
  file: number;
  /** Rows that no kept file has. */
  fresh: number;
  /** Rows that a kept file has in the same form. */
  unchanged: number;
  /**
   * Rows of an order line that a kept file has with another sum, day, customer or status; of records, of a customer, a message or a
   * complaint of which a kept file says something else.
   */
  changed: number;
  /** Rows of kept files whose order this file says was cancelled: an update takes them out. */
  cancelled: number;
  /** Orders that both have. */
  orders: number;
  /** Kept imports that `replace` would take out of the count. */
  replaced: number[];
}
