import type { Day } from '../../terms/day';
import type { Minor } from '../../terms/money';

/**
 * The purchases of the shop under one refund view and one as-of day: what every metric reads.
 *
 * Clustered by customer, then day, then time. Customer c has the orders `first[c]` up to, not with, `first[c + 1]`; a customer
 * without a valid order has none and is counted nowhere. Customer indices are those of the ledger and do not depend on the view.
 */
export interface OrderTable {
  /** Customers of the ledger, with or without orders here. */
  customers: number;
  orders: number;
  /** customers + 1 offsets. */
  first: Uint32Array;
  day: Int32Array;
  /** What the order is worth in this view, minor units, always above 0 unless zero-value orders are kept. */
  net: Float64Array;
  /** Its index in the ledger. */
  ledgerOrder: Uint32Array;
  /** First and last day with an order of the *ledger* up to asOf; 0 and -1 when there is none. */
  firstDay: Day;
  lastDay: Day;
  /**
   * Refunds that lower revenue on their own day, sorted by customer, then day: all of them in the accounting view; in the behaviour
   * view what could not be set against an order of the file; none when refunds are ignored.
   */
  refunds: { customer: Uint32Array; day: Int32Array; amountMinor: Float64Array };
  /** What refunds did in this view, for the page to explain. */
  effect: RefundEffect;
}

/** The difference between the chosen refund view and ignoring refunds, in whole numbers. */
export interface RefundEffect {
  /** Refund events up to asOf, with their sum. */
  refunds: number;
  refundedMinor: Minor;
  /** Of these, set against an order of the file. */
  matchedMinor: Minor;
  /** Orders that are no purchase any more because they were refunded in full. */
  ordersUndone: number;
  /** Customers who have no purchase left because of that. */
  customersUndone: number;
}
