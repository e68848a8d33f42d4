import type { Day } from '../../terms/day';
import type { Batch } from './batch';
import { clusterBy } from './cluster';
import { groupOrders, type OrderColumns } from './group-orders';
import { matchRefunds, type Allocations, type RefundLines } from './match-refunds';
import { mergeCodes, type MergedCodes } from './merge-codes';
import type { MergedTexts } from './merge-texts';

/**
 * All imports of a shop as one book: orders clustered by customer, then day, each with the rows it came from, and refunds with
 * the orders they belong to. Facts only; what counts as a purchase is decided per view by `orderTableFor`.
 *
 * A row of the book has a global number: `batchStart[b] + row`.
 */
export interface Ledger extends OrderColumns {
  batches: readonly Batch[];
  batchStart: Uint32Array;
  codes: MergedCodes;
  /** Number of customers, guests included; guests come last, from `codes.customers.size` on. */
  customers: number;
  /** Refund rows, clustered by customer, then by time. */
  refunds: RefundLines;
  /** Which refund lowers which order by how much. */
  allocations: Allocations;
  /** First and last day with an order or a refund; 0 and -1 for an empty book. */
  firstDay: Day;
  lastDay: Day;
}

/**
 * Makes the book of a shop from its imports. Cost: a few passes over all rows.
 * @param orders  the order numbers of the imports under one numbering, where it was made before
 */
export function buildLedger(batches: readonly Batch[], orders?: MergedTexts): Ledger {
  const codes = mergeCodes(batches, orders);
  const rows = codes.customer.length;
  const clustered = clusterBy(codes.customer, codes.customerCount, rows);
  const grouped = groupOrders(batches, codes, clustered);
  const { refunds, allocations } = matchRefunds(batches, codes, clustered, grouped);
  const span = spanOf(batches);
  return { batches, batchStart: codes.batchStart, codes, customers: codes.customerCount, ...grouped, refunds, allocations, ...span };
}

function spanOf(batches: readonly Batch[]): { firstDay: Day; lastDay: Day } {
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (const { lines } of batches) {
    for (let row = 0; row < lines.rows; row++) {
      const day = lines.day[row]!;
      if (day < firstDay) firstDay = day;
      if (day > lastDay) lastDay = day;
    }
  }
  return lastDay === -Infinity ? { firstDay: 0, lastDay: -1 } : { firstDay, lastDay };
}

/** Import and row of a global row number. */
export function placeOf(ledger: Pick<Ledger, 'batches' | 'batchStart'>, row: number): { batch: Batch; row: number } {
  let b = ledger.batches.length - 1;
  while (ledger.batchStart[b]! > row) b--;
  return { batch: ledger.batches[b]!, row: row - ledger.batchStart[b]! };
}
