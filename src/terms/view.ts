import type { Calendar, Day, Grain } from './day';

/**
 * How refunds touch the figures.
 * - `behaviour` (default): a refund lowers the order it belongs to; an order refunded in full is no purchase any more.
 * - `accounting`: the purchase stands; the refund lowers revenue on the day it was paid.
 * - `ignore`: refunds are not read.
 */
export type RefundView = 'behaviour' | 'accounting' | 'ignore';
export const REFUND_VIEWS: readonly RefundView[] = ['behaviour', 'accounting', 'ignore'];

/** The slice of the shop that a page looks at. Everything that is computed depends on the data, on this and on parameters; never on the clock. */
export interface View {
  /** First day looked at. */
  from: Day;
  /** First day not looked at any more. */
  to: Day;
  /** Last day known, inclusive. Orders and refunds after it do not exist for any figure. */
  asOf: Day;
  grain: Grain;
  refunds: RefundView;
  /** Silence in days after which a customer counts as lapsed; null: taken from the shop's own gaps. */
  lapseDays: number | null;
  calendar: Calendar;
}
