import type { Minor } from './money';
import type { Rules } from './plan';

/** Why a row cannot be used. The sentence stands in i18n under `reason.<code>`. The order is the order of the stored code: append only. */
export const REASONS = [
  'empty-row',
  'no-date',
  'bad-date',
  'future-date', // after today by the device's clock, which only the import job asks
  'no-amount',
  'bad-amount',
  'no-customer',
  'zero-amount',
  'cancelled',
  'negative-left-out',
  'no-order-number',
  'other-currency',
  'too-few-cells',
  'too-many-cells',
  'total-row',
  'bad-quantity',
  'trailer-row', // below the data: a count of records, the name of the seller, a line of dashes
  'repeated-header',
  'other-table', // belongs to another table of the same file
  // Of records only.
  'no-person', // nobody to whom it belongs
  'no-answer', // nothing was answered, or nothing is told
  'score-out-of-range', // all that was answered is outside of its scale
  'no-points',
  'bad-number',
  'not-a-sale', // a fee, a payout, a hold, what the shop itself paid
] as const;

export type Reason = (typeof REASONS)[number];

/** What a file is when it can be no import by itself; the sentence stands in i18n under `refusal.<code>`. */
export const REFUSALS = [
  'payouts', // what a provider paid out to the shop
  'personal-bill', // what one person paid, not what a shop sold
  'no-buyers', // orders of a system that names no buyers
  'addresses', // labels for parcels: no money, no day
  'order-items', // goods of orders, without their buyers
  'payments', // how orders were paid, without their buyers
  'returns', // which orders came back
  'products',
  'stores',
  'campaigns', // campaigns without the people they went to
  'word-list',
  'values-only', // one column without a name
  'summary', // one row per customer with what somebody has counted already
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** One part of the file in the reconciliation; all parts together are every row of it. */
export interface Part {
  code: 'sale' | 'refund' | 'record' | Reason;
  rows: number;
  /** Sum of the rows' money where it can be read. */
  worthMinor: Minor;
  /** Which rule moves these rows, if the user can choose. */
  rule?: keyof Rules;
}
