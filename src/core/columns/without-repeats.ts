import type { KeepMode } from '../../terms/shop';
import { SALE, type Batch } from './batch';
import { CHANGED, FRESH, matchVersions, UNCHANGED, type Matched, type Matching } from './match-versions';
import { mergeTexts, type MergedTexts } from './merge-texts';
import { packedSize } from './packed-strings';
import { rowVersions, type RowVersions } from './row-versions';
import { selectRows } from './select-rows';
import { sharedUnits } from './shared-units';

/** An import that counts, and how it was kept. */
export interface KeptBatch {
  batch: Batch;
  mode: KeepMode;
  /** Whether its sums are those of whole orders, standing on any of an order's rows. */
  perOrder: boolean;
  /** Whether its rows were left out of another import and mended: further rows of orders that stand, not other versions. */
  mended: boolean;
  /** Whether fractions of a unit were carried from row to row. Absent: they were not. */
  carried?: boolean;
}

/** What the rows of an import are to those kept before it. `fresh`, `unchanged` and `changed` together are its rows. */
export interface Repeats {
  fresh: number;
  /** Rows that an earlier import has in the same form: they count there. */
  unchanged: number;
  /** Rows that an earlier import has in another form. In an import that updates they count, in others the older ones do. */
  changed: number;
  /** Rows that count. */
  counted: number;
  /** Rows whose place a later import took. */
  superseded: number;
  /** Sales that count until an import that updates says, as this one does, that their order was cancelled. */
  cancelled: number;
  /** Orders of which it has sales that an earlier import has too. */
  orders: number;
}

/** Imports without the rows that are there already, in the same order, and what was found in each. */
export interface WithoutRepeats {
  batches: Batch[];
  repeats: Repeats[];
  /** Their order numbers under one numbering, which the book needs too; absent for less than two imports. */
  orders?: MergedTexts;
}

/**
 * Takes out the rows that would count twice.
 *
 * An order number is believed: a line of it (order, product, sale or refund) is there once. An earlier version of a line stands when the
 * later import adds (`append`), because a shop owner who adds a file that overlaps wants no order counted twice, and what changed is
 * told before it is kept; it gives way when the import updates, and so does an order that the import says was cancelled. Rows without an order number are there as often as the file that has
 * them most often says. Everything follows from the imports that are kept, so one that is taken back leaves no trace. An export is taken
 * to have its orders and days in full: two files with one of two equal rows each cannot be told from one row in two files.
 *
 * Cost: numbering the orders, which the book needs anyway, and a look at them when no two imports share an order or a day; else linear, and sorting within an order.
 */
export function withoutRepeats(kept: readonly KeptBatch[]): WithoutRepeats {
  const batches = kept.map(({ batch }) => batch);
  const alone = { batches, repeats: batches.map(({ lines }) => allFresh(lines.rows)) };
  if (batches.length < 2) return alone;
  const orders = mergeTexts(batches.map((batch) => batch.orders));
  const shared = sharedUnits(batches, orders);
  if (!shared) return { ...alone, orders };
  const versions = rowVersions(batches, shared);
  const matchings = kept.map(matchingOf);
  const matched = matchVersions(versions, matchings, shared.cancelledBy);
  const repeats = tallied(batches, versions, matched, matchings);
  return { batches: counted(batches, versions, matched, matchings), repeats, orders };
}

/** Rows of an import that no other has. */
export function allFresh(rows: number): Repeats {
  return { fresh: rows, unchanged: 0, changed: 0, counted: rows, superseded: 0, cancelled: 0, orders: 0 };
}

function matchingOf({ batch, mode, perOrder, mended, carried = false }: KeptBatch): Matching {
  const named = packedSize(batch.attributes['product-name'] ?? { units: new Uint16Array(0), ends: new Uint32Array(0) }) > 0;
  return {
    update: mode === 'update',
    perOrder,
    mended,
    carried,
    names: packedSize(batch.products) > 0 ? 'code' : named ? 'name' : 'none',
    timed: batch.lines.second.some((second) => second >= 0),
  };
}

function counts({ relation, superseded }: Matched, i: number, { update }: Matching): boolean {
  return superseded[i] === 0 && (relation[i] === FRESH || (relation[i] === CHANGED && update));
}

function counted(batches: readonly Batch[], { batch, row }: RowVersions, matched: Matched, matchings: readonly Matching[]): Batch[] {
  const out = batches.map(({ lines }) => new Uint8Array(lines.rows));
  for (let i = 0; i < row.length; i++) if (!counts(matched, i, matchings[batch[i]!]!)) out[batch[i]!]![row[i]!] = 1;
  return batches.map((one, b) => {
    const rows = one.lines.line.map((_, r) => r).filter((r) => out[b]![r] === 0);
    return rows.length === one.lines.rows ? one : selectRows(one, rows);
  });
}

function tallied(batches: readonly Batch[], versions: RowVersions, matched: Matched, matchings: readonly Matching[]): Repeats[] {
  const { batch, start, kind } = versions;
  const repeats = batches.map(({ lines }, b) => ({ ...allFresh(lines.rows), cancelled: matched.cancelled[b]! }));
  for (let u = 0; u < versions.units; u++) {
    let lastOrder = -1;
    for (let i = start[u]!; i < start[u + 1]!; i++) {
      const b = batch[i]!;
      const of = repeats[b]!;
      const relation = matched.relation[i]!;
      if (!counts(matched, i, matchings[b]!)) of.counted--;
      if (matched.superseded[i]) of.superseded++;
      if (relation === FRESH) continue;
      of.fresh--;
      of[relation === UNCHANGED ? 'unchanged' : 'changed']++;
      if (u >= versions.orders || kind[i] !== SALE || lastOrder === b) continue;
      of.orders++;
      lastOrder = b;
    }
  }
  return repeats;
}
