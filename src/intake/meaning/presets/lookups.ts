import type { Preset } from '../preset';

/** A file that holds no orders and no records of people, whoever wrote it. */
function beside(name: string, refusal: NonNullable<Preset['refusal']>, needs: readonly string[], roles: Preset['roles'] = {}): Preset {
  return { name, system: '', needs, kind: 'orders', refusal, roles };
}

/** Files that explain other files: alone they are no import, dropped together with those they lend their columns. */
export const lookups: readonly Preset[] = [
  beside('returns-list', 'returns', ['returned', 'order id'], { order: ['order id'], status: ['returned'] }),
  beside('stores-list', 'stores', ['store', 'store id', 'city']),
  beside('word-list', 'word-list', ['rank', 'word']),
  beside('campaign-list', 'campaigns', ['campaign id', 'campaign type', 'start date', 'end date'], {
    campaign: ['campaign id'],
    date: ['start date'],
    channel: ['campaign type'],
  }),
  beside('customer-summary', 'summary', ['frequency', 'recency']),
  beside('customer-summary-btyd', 'summary', ['x', 't x']),
  beside('olist-products', 'products', ['product id', 'product category name', 'product photos qty'], {
    product: ['product id'],
    category: ['product category name'],
  }),
  beside('category-names', 'products', ['product category name', 'product category name english']),
  beside('olist-payments', 'payments', ['order id', 'payment type', 'payment value'], {
    order: ['order id'],
    'order-amount': ['payment value'],
  }),
  beside('olist-items', 'order-items', ['order id', 'order item id', 'product id', 'price'], {
    order: ['order id'],
    product: ['product id'],
    amount: ['price'],
  }),
];
