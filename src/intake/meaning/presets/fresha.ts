import type { Preset } from '../preset';

export const fresha: readonly Preset[] = [
  {
    // Money: Sale price of the service. Without a number for the visit, one day of a client is one.
    name: 'fresha-sales',
    system: 'Fresha',
    needs: ['date', 'team member', 'client', 'item', 'item type', 'sale price'],
    kind: 'orders',
    roles: {
      order: ['sale no', 'sale'],
      customer: ['client'],
      date: ['date'],
      amount: ['sale price'],
      discount: ['discount', 'discounts'],
      quantity: ['quantity', 'qty'],
      'product-name': ['item'],
      category: ['item type'],
      channel: ['location'],
    },
    rules: { orderless: 'customer-day' },
  },
];
