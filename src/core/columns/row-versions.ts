import { LINE_TIMES, NONE, type Batch } from './batch';
import { clusterBy } from './cluster';
import type { SharedUnits } from './shared-units';
import { mergeTexts } from './merge-texts';

/**
 * Rows of units that several imports have, clustered by unit, then in the order kept, then as in the file. Each is told by what it says:
 * columns of one length, with codes that mean the same in every import.
 */
export interface RowVersions {
  units: number;
  /** Units below this one are orders, the others days of rows without an order number. */
  orders: number;
  /** Rows of unit u: `start[u]` up to, not with, `start[u + 1]`. */
  start: Uint32Array;
  /** Position of the import, and row in it. */
  batch: Uint32Array;
  row: Uint32Array;
  kind: Uint8Array;
  /** Code of the product, by its code or else by its name; NONE when the row names none. */
  product: Uint32Array;
  customer: Uint32Array;
  day: Int32Array;
  /** Minute of the day, -1 without a time: a spreadsheet that saves a file again drops the seconds. */
  minute: Int32Array;
  amount: Float64Array;
  refund: Float64Array;
  /** -Infinity where the file has none, which unlike NaN can be compared. */
  quantity: Float64Array;
  /** Days on which the lines were promised and delivered; of these the ones that every import with rows here tells. */
  times: Int32Array[];
}

/** Puts the rows of shared units side by side. Cost: linear in all rows and texts. */
export function rowVersions(batches: readonly Batch[], shared: SharedUnits): RowVersions {
  const { batch, row, start } = placesOf(batches, shared);
  const rows = row.length;
  const customers = mergeTexts(batches.map((b) => b.customers)).maps;
  const products = mergeTexts(batches.flatMap((b) => [b.products, b.attributes['product-name']])).maps;
  const versions: RowVersions = {
    units: shared.units,
    orders: shared.orders,
    start,
    batch,
    row,
    kind: new Uint8Array(rows),
    product: new Uint32Array(rows),
    customer: new Uint32Array(rows),
    day: new Int32Array(rows),
    minute: new Int32Array(rows),
    amount: new Float64Array(rows),
    refund: new Float64Array(rows),
    quantity: new Float64Array(rows),
    times: timesOf(batches, batch, row),
  };
  for (let i = 0; i < rows; i++) {
    const b = batch[i]!;
    const { lines } = batches[b]!;
    const at = row[i]!;
    const [code, name] = [lines.product[at]!, lines.attributes['product-name']?.[at] ?? NONE];
    versions.kind[i] = lines.kind[at]!;
    versions.product[i] = code !== NONE ? products[2 * b]![code]! : name !== NONE ? products[2 * b + 1]![name]! : NONE;
    versions.customer[i] = lines.customer[at] === NONE ? NONE : customers[b]![lines.customer[at]!]!;
    versions.day[i] = lines.day[at]!;
    versions.minute[i] = Math.floor(lines.second[at]! / 60);
    versions.amount[i] = lines.amountMinor[at]!;
    versions.refund[i] = lines.refundMinor[at]!;
    versions.quantity[i] = Number.isNaN(lines.quantity[at]!) ? -Infinity : lines.quantity[at]!;
  }
  return versions;
}

/** A file that does not tell when an order came says nothing against one that does. */
function timesOf(batches: readonly Batch[], batch: Uint32Array, row: Uint32Array): Int32Array[] {
  const here = [...new Set(batch)];
  return LINE_TIMES.filter((name) => here.every((b) => batches[b]!.lines[name])).map((name) =>
    Int32Array.from(row, (r, i) => batches[batch[i]!]!.lines[name]!.values[r]!),
  );
}

/** Import and row of each row of a shared unit. */
function placesOf(batches: readonly Batch[], { unitOf, units }: SharedUnits): Pick<RowVersions, 'batch' | 'row' | 'start'> {
  let count = 0;
  batches.forEach(({ lines }, b) => {
    for (let row = 0; row < lines.rows; row++) if (unitOf(b, row) >= 0) count++;
  });
  const unit = new Uint32Array(count);
  const batch = new Uint32Array(count);
  const row = new Uint32Array(count);
  let at = 0;
  batches.forEach(({ lines }, b) => {
    for (let i = 0; i < lines.rows; i++) {
      if (unitOf(b, i) < 0) continue;
      unit[at] = unitOf(b, i);
      batch[at] = b;
      row[at++] = i;
    }
  });
  const { start, rows } = clusterBy(unit, units, count);
  return { start, batch: rows.map((i) => batch[i]!), row: rows.map((i) => row[i]!) };
}
