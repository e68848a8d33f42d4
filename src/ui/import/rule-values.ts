import type { Rules } from '../../terms/plan';

/** What can be chosen for each rule; the first is the default. */
export const RULE_VALUES: { [R in keyof Rules]: readonly Rules[R][] } = {
  negative: ['refund', 'leave-out'],
  noCustomer: ['leave-out', 'guest'],
  zero: ['leave-out', 'keep'],
  cancelled: ['leave-out', 'keep'],
  orderless: ['row', 'customer-day'],
  brokenIds: ['refuse', 'accept'],
};
