import { ordersByKey } from '../core/people/orders-by-key';
import type { PeopleReview } from './protocol';
import type { Session } from './session';

/** Who was taken for one person, with the orders of each of their keys. Cost: one pass over the order lines. */
export function peopleReview(session: Session): PeopleReview {
  const { people, rules, ledger } = session;
  const orders = ordersByKey(session.kept(), new Set(people.merged.flatMap((person) => person.keys)));
  const merged = people.merged.map((person) => ({ ...person, orders: person.keys.map((key) => orders.get(key) ?? 0) }));
  const more = merged.reduce((sum, { orders: own }) => sum + Math.max(0, own.filter((count) => count > 0).length - 1), 0);
  return { rules, customers: ledger.customers, apart: ledger.customers + more, merged, shared: people.shared };
}
