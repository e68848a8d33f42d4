import type { Preset } from '../preset';

export const loyverse: readonly Preset[] = [
  {
    // Money: Net sales, after discounts, before taxes.
    name: 'loyverse-receipts',
    system: 'Loyverse',
    needs: ['date', 'receipt number', 'receipt type', 'gross sales', 'net sales', 'customer name'],
    kind: 'orders',
    roles: {
      order: ['receipt number'],
      customer: ['customer contacts', 'customer name'],
      'customer-name': ['customer name'],
      date: ['date'],
      amount: ['net sales'],
      status: ['status'],
      'product-name': ['description', 'item'],
      product: ['sku'],
      category: ['category'],
      quantity: ['quantity'],
      channel: ['store'],
    },
    off: ['discounts'],
    only: { column: 'receipt type', values: ['sale'] },
    refundRows: { column: 'receipt type', values: ['refund'] },
  },
];
