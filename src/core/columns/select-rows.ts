import { ATTRIBUTES, LINE_TIMES, NONE, type Attribute, type Batch, type LineColumns, type LineTimes } from './batch';
import { Dictionary } from './dictionary';
import { unpack } from './packed-strings';

/**
 * An import with some of its rows only, in their order. Texts of orders, products and attributes stay; customers who have no row left
 * go, because a customer is counted by being named. The import itself is not changed.
 */
export function selectRows(batch: Batch, rows: Uint32Array): Batch {
  const { lines } = batch;
  const picked = <T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(column: T): T => pick(column, rows);
  const attributes: Partial<Record<Attribute, Uint32Array>> = {};
  for (const attribute of ATTRIBUTES) if (lines.attributes[attribute]) attributes[attribute] = picked(lines.attributes[attribute]);
  const selected: LineColumns = {
    rows: rows.length,
    line: picked(lines.line),
    order: picked(lines.order),
    customer: picked(lines.customer),
    day: picked(lines.day),
    second: picked(lines.second),
    kind: picked(lines.kind),
    amountMinor: picked(lines.amountMinor),
    refundMinor: picked(lines.refundMinor),
    quantity: picked(lines.quantity),
    product: picked(lines.product),
    attributes,
    ...(lines.discountMinor ? { discountMinor: picked(lines.discountMinor) } : {}),
  };
  for (const name of LINE_TIMES) if (lines[name]) selected[name] = pickTimes(lines[name], rows);
  return { ...batch, lines: selected, customers: namedAgain(batch, selected.customer) };
}

function pickTimes({ values, seconds }: LineTimes, rows: Uint32Array): LineTimes {
  return { values: pick(values, rows), ...(seconds ? { seconds: pick(seconds, rows) } : {}) };
}

function pick<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(column: T, rows: Uint32Array): T {
  const picked = new (column.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}

/** The customers that codes name, numbered anew; the codes are changed in place. */
function namedAgain({ customers }: Batch, codes: Uint32Array): Batch['customers'] {
  const named = new Dictionary();
  const fresh = new Int32Array(customers.ends.length).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code === NONE) continue;
    if (fresh[code]! < 0) fresh[code] = named.add(unpack(customers, code));
    codes[i] = fresh[code]!;
  }
  return named.pack();
}
