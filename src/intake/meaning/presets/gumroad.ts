import type { Preset } from '../preset';

export const gumroad: readonly Preset[] = [
  {
    // Money: Subtotal, after the discount code, before tax and shipping; Gumroad's fee is a cost.
    name: 'gumroad-sales',
    system: 'Gumroad',
    needs: ['purchase id', 'item name', 'purchase email', 'purchase date', 'sale price', 'fully refunded'],
    kind: 'orders',
    roles: {
      order: ['purchase id'],
      customer: ['purchase email'],
      'customer-name': ['buyer name'],
      date: ['purchase date'],
      time: ['purchase time utc timezone'],
      amount: ['subtotal', 'sale price'],
      refund: ['partial refund'],
      quantity: ['quantity'],
      'product-name': ['item name'],
      country: ['country'],
    },
    refundedWhenTrue: 'fully refunded',
  },
];
