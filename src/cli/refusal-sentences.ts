import type { Refusal } from '../terms/part';

/** What a file is that holds no orders by itself, for the terminal. */
export const REFUSAL_SENTENCES: Readonly<Record<Refusal, string>> = {
  payouts: 'it is a report of payouts, not of orders.',
  'personal-bill': 'it is the bill of one person, not the orders of a shop.',
  'no-buyers': 'its orders name no buyers.',
  addresses: 'it holds addresses for parcels, without money and days.',
  'order-items': 'it holds the goods of orders, without buyers and days.',
  payments: 'it says how orders were paid, not by whom.',
  returns: 'it says which orders came back, and holds no orders.',
  products: 'it is a list of goods.',
  stores: 'it is a list of shops.',
  campaigns: 'it is a list of campaigns.',
  'word-list': 'it is a list of words.',
  'values-only': 'it is one column of values.',
  summary: 'each of its rows sums up a customer.',
};
