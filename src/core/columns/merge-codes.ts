import { NONE, type Batch } from './batch';
import { mergeTexts, type MergedTexts } from './merge-texts';
import { packedSize, unpack } from './packed-strings';

/** Customers and orders of all imports under one numbering, row by row. */
export interface MergedCodes {
  /** Global number of the first row of each import. */
  batchStart: Uint32Array;
  /** Customer of each row. */
  customer: Uint32Array;
  customerCount: number;
  /** Order code of each row. */
  order: Uint32Array;
  orderCount: number;
  /** Text of a customer: the key, or for a guest the number of the order. */
  customerText(customer: number): string;
  isGuest(customer: number): boolean;
  /** Text of an order code; '' for an order without a number. */
  orderText(order: number): string;
}

/**
 * Gives the same number to the same customer key and to the same order number, whichever import it came in.
 * @param merged  the order numbers under one numbering, where it was made before
 */
export function mergeCodes(batches: readonly Batch[], merged?: MergedTexts): MergedCodes {
  const batchStart = new Uint32Array(batches.length);
  let rows = 0;
  batches.forEach((batch, b) => {
    batchStart[b] = rows;
    rows += batch.lines.rows;
  });
  const orders = mergeOrders(batches, rows, merged);
  const customers = mergeCustomers(batches, rows);
  const guests = numberGuests(customers.codes, orders.codes, customers.named, orders.count);
  return {
    batchStart,
    customer: guests.customer,
    customerCount: customers.named + guests.orderOfGuest.length,
    order: orders.codes,
    orderCount: orders.count,
    customerText: (c) => (c < customers.named ? customers.text(c) : orders.text(guests.orderOfGuest[c - customers.named]!)),
    isGuest: (c) => c >= customers.named,
    orderText: orders.text,
  };
}

function mergeCustomers(batches: readonly Batch[], rows: number) {
  const [only] = batches;
  if (batches.length === 1 && only) {
    return { codes: only.lines.customer, named: packedSize(only.customers), text: (code: number) => unpack(only.customers, code) };
  }
  const { texts, maps } = mergeTexts(batches.map((batch) => batch.customers));
  const codes = new Uint32Array(rows);
  let at = 0;
  batches.forEach(({ lines }, b) => {
    const map = maps[b]!;
    for (let row = 0; row < lines.rows; row++) codes[at++] = lines.customer[row] === NONE ? NONE : map[lines.customer[row]!]!;
  });
  return { codes, named: texts.size, text: (code: number) => texts.get(code) };
}

function mergeOrders(batches: readonly Batch[], rows: number, merged?: MergedTexts) {
  const [only] = batches;
  if (batches.length === 1 && only) {
    const size = packedSize(only.orders);
    return {
      codes: only.lines.order,
      count: Math.max(size, highest(only.lines.order) + 1),
      text: (code: number) => (code < size ? unpack(only.orders, code) : ''),
    };
  }
  const { texts, maps } = merged ?? mergeTexts(batches.map((batch) => batch.orders));
  const codes = new Uint32Array(rows);
  let at = 0;
  // Orders without a number follow after all texts, each import's in a range of its own.
  let next = texts.size;
  batches.forEach(({ lines }, b) => {
    const map = maps[b]!;
    for (let row = 0; row < lines.rows; row++) {
      const code = lines.order[row]!;
      codes[at++] = code < map.length ? map[code]! : next + code - map.length;
    }
    next += Math.max(0, highest(lines.order) + 1 - map.length);
  });
  return { codes, count: next, text: (code: number) => (code < texts.size ? texts.get(code) : '') };
}

/** Each order of a row without a customer becomes a customer of its own, after the named ones. */
function numberGuests(customer: Uint32Array, order: Uint32Array, named: number, orderCount: number) {
  let anyGuest = false;
  for (let row = 0; row < customer.length && !anyGuest; row++) anyGuest = customer[row] === NONE;
  if (!anyGuest) return { customer, orderOfGuest: [] as number[] };
  const numbered = customer.slice();
  const guestOf = new Uint32Array(orderCount).fill(NONE);
  const orderOfGuest: number[] = [];
  for (let row = 0; row < customer.length; row++) {
    if (customer[row] !== NONE) continue;
    const code = order[row]!;
    if (guestOf[code] === NONE) guestOf[code] = orderOfGuest.push(code) - 1;
    numbered[row] = named + guestOf[code]!;
  }
  return { customer: numbered, orderOfGuest };
}

function highest(codes: Uint32Array): number {
  let max = -1;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > max) max = codes[row]!;
  return max;
}
