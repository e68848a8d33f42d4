import type { CustomerPage } from '../../engine/protocol';

/** What the page of a customer opens with. */
export type CustomerFinding =
  /** No purchase counts (all of it was refunded). */
  | { kind: 'none' }
  /** Bought on the last day read: there is no silence to speak of. */
  | { kind: 'today'; orders: number }
  | { kind: 'once'; silent: number }
  /** Fewer than three gaps: no rhythm to speak of. */
  | { kind: 'few'; orders: number; silent: number }
  | { kind: 'rhythm'; gap: number; silent: number; against: 'beyond-twice' | 'beyond' | 'within' };

/** Silence is told against the customer's own rhythm: against the longest gap, and no other customer's. */
export function customerFinding({ row }: Pick<CustomerPage, 'row'>): CustomerFinding {
  if (row.orders === 0) return { kind: 'none' };
  if (row.silent === 0) return { kind: 'today', orders: row.orders };
  if (row.orderDays < 2) return { kind: 'once', silent: row.silent };
  if (row.usualGap === null || row.longestGap === null) return { kind: 'few', orders: row.orders, silent: row.silent };
  const against = row.silent > 2 * row.longestGap ? 'beyond-twice' : row.silent > row.longestGap ? 'beyond' : 'within';
  return { kind: 'rhythm', gap: row.usualGap, silent: row.silent, against };
}
