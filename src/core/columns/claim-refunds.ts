import type { Day } from '../../terms/day';
import { NONE, REFUND, SALE, type Batch } from './batch';
import { Dictionary } from './dictionary';
import { packedSize, unpack } from './packed-strings';
import { selectRows } from './select-rows';

/** Imports whose refunds belong to somebody, and how many refunds of each still wait for their order. */
export interface ClaimedRefunds {
  batches: Batch[];
  waiting: number[];
}

/** A sale of an order that refunds without a customer name; '' for a guest's. */
interface Sale {
  day: Day;
  customer: string;
}

/**
 * Gives refunds without a customer the customer of the order that they name, in whichever import it is: payment providers export refunds
 * with nothing but the order's number. A refund whose order no import has waits for it and counts nowhere, unless the import counts guests.
 *
 * Of several customers with that number it is the one who ordered last before the refund. Cost: one look at the rows where no refund is
 * without a customer; else one pass over rows and order numbers.
 * @param guests  for each import, whether its rows without a customer are those of guests
 */
export function claimRefunds(batches: readonly Batch[], guests: readonly boolean[]): ClaimedRefunds {
  const ownerless = batches.map(({ lines }) => {
    const rows: number[] = [];
    for (let row = 0; row < lines.rows; row++) if (lines.customer[row] === NONE && lines.kind[row] === REFUND) rows.push(row);
    return rows;
  });
  if (ownerless.every((rows) => rows.length === 0)) return { batches: [...batches], waiting: batches.map(() => 0) };
  const sales = salesOf(batches, namedOrders(batches, ownerless));
  const claimed = batches.map((batch, b) => claimedBy(batch, ownerless[b]!, guests[b]!, sales));
  return { batches: claimed.map(({ batch }) => batch), waiting: claimed.map(({ waiting }) => waiting) };
}

/** Number of the order of a row; null without one. */
function orderOf({ lines, orders }: Batch, row: number): string | null {
  const code = lines.order[row]!;
  return code < packedSize(orders) ? unpack(orders, code) : null;
}

function namedOrders(batches: readonly Batch[], ownerless: readonly number[][]): Set<string> {
  const named = new Set<string>();
  batches.forEach((batch, b) => {
    for (const row of ownerless[b]!) {
      const order = orderOf(batch, row);
      if (order !== null) named.add(order);
    }
  });
  return named;
}

/** Sales of those orders, by number. */
function salesOf(batches: readonly Batch[], named: ReadonlySet<string>): Map<string, Sale[]> {
  const sales = new Map<string, Sale[]>();
  for (const { lines, orders, customers } of batches) {
    const wanted = Array.from({ length: packedSize(orders) }, (_, code) => {
      const order = unpack(orders, code);
      return named.has(order) ? order : null;
    });
    for (let row = 0; row < lines.rows; row++) {
      const order = lines.kind[row] === SALE ? wanted[lines.order[row]!] : null;
      if (!order) continue;
      const of = sales.get(order) ?? [];
      of.push({ day: lines.day[row]!, customer: lines.customer[row] === NONE ? '' : unpack(customers, lines.customer[row]!) });
      sales.set(order, of);
    }
  }
  return sales;
}

function claimedBy(
  batch: Batch,
  ownerless: readonly number[],
  guests: boolean,
  sales: ReadonlyMap<string, Sale[]>,
): { batch: Batch; waiting: number } {
  if (ownerless.length === 0) return { batch, waiting: 0 };
  const customers = new Dictionary(packedSize(batch.customers));
  for (let code = 0; code < packedSize(batch.customers); code++) customers.add(unpack(batch.customers, code));
  const customer = batch.lines.customer.slice();
  const waits = new Uint8Array(batch.lines.rows);
  let waiting = 0;
  for (const row of ownerless) {
    const sale = saleOf(sales.get(orderOf(batch, row) ?? '') ?? [], batch.lines.day[row]!);
    if (sale && sale.customer !== '') customer[row] = customers.add(sale.customer);
    else if (!sale && !guests) waiting += waits[row] = 1;
  }
  const claimed = { ...batch, customers: customers.pack(), lines: { ...batch.lines, customer } };
  if (waiting === 0) return { batch: claimed, waiting };
  const rows = batch.lines.line.map((_, row) => row).filter((row) => waits[row] === 0);
  return { batch: selectRows(claimed, rows), waiting };
}

/** The last sale by the day of the refund, else the first after it; the same one in whichever order the imports came. */
function saleOf(sales: readonly Sale[], day: Day): Sale | undefined {
  const before = sales.filter((sale) => sale.day <= day);
  const [candidates, sign] = before.length > 0 ? [before, -1] : [sales, 1];
  return candidates.toSorted((a, b) => sign * (a.day - b.day) || (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0))[0];
}
