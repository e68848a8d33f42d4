import { PERSON_ROLES } from '../../terms/fields';
import type { ImportPlan } from '../../terms/plan';
import type { FileKind, Role } from '../../terms/role';
import type { KeyRole } from './key-role';

/** What orders take from a file that is asked by a key of each sort. */
const FOR_ORDERS: Readonly<Record<KeyRole, readonly Role[]>> = {
  // prettier-ignore
  order: ['date', 'time', 'status', 'currency', 'customer', 'customer-name', 'email', 'phone', 'country', 'channel', 'discount', 'promised', 'delivered'],
  customer: ['customer-name', 'email', 'phone', 'country'],
  product: ['product-name', 'category'],
  campaign: [],
};

/** Meanings that a file of a kind, which has some already, wants from a file that is asked by a key. */
export function wantedRoles(kind: FileKind, key: KeyRole, has: readonly Role[], from: ImportPlan): Role[] {
  return rolesFor(kind, key, has, from).filter((role) => !has.includes(role));
}

function rolesFor(kind: FileKind, key: KeyRole, has: readonly Role[], from: ImportPlan): readonly Role[] {
  // The day of a review or a ticket is not that of its order.
  if (key === 'order' && from.kind !== 'orders') return [];
  if (kind === 'orders') return FOR_ORDERS[key];
  if (kind === 'customers') return [];
  if (kind === 'contacts' && key === 'campaign') return from.kind === 'orders' || from.kind === 'contacts' ? ['date', 'channel'] : [];
  // An answer or a ticket is about the customer of its order, unless it names its own.
  return key === 'order' && !PERSON_ROLES.some((role) => has.includes(role)) ? PERSON_ROLES : [];
}
