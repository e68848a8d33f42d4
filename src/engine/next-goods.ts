import { AppError } from '../terms/app-error';
import type { View } from '../terms/view';
import { nextForCustomer, type NextItems } from '../core/basket/next-for-customer';
import { countItems, type ItemKind } from '../core/tables/order-items';
import type { Session } from './session';

/** How many different categories and products are known of the orders. */
export function itemsKnown(session: Session, view: View): Record<ItemKind, number> {
  const { facts } = session.tables(view);
  return { category: countItems(facts.items('category')), product: countItems(facts.items('product')) };
}

/** What one customer may buy next, by categories, or by products where these say nothing; null where no file says what was bought. */
export function nextGoods(session: Session, key: string, view: View): NextItems | null {
  const book = session.book(view);
  const person = session.people.keyOf(key);
  const customer = book.columns.id.find((id) => book.key(id) === person);
  if (customer === undefined) throw new AppError('engine/unknown-customer', { key });
  const { facts } = session.tables(view);
  let told: NextItems | null = null;
  for (const kind of ['category', 'product'] as const) {
    const goods = facts.items(kind);
    told = (goods && nextForCustomer(book.table, goods, customer, view.asOf)) ?? told;
    if (told && told.likely.length > 0) return told;
  }
  return told;
}
