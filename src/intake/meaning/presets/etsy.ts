import type { Preset } from '../preset';

export const etsy: readonly Preset[] = [
  {
    // Money: Item Total (price times quantity) less the item's part of the coupon; shipping and tax are the order's.
    name: 'etsy-items',
    system: 'Etsy',
    needs: ['sale date', 'item name', 'buyer', 'item total', 'order id'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['buyer'],
      date: ['sale date'],
      amount: ['item total'],
      discount: ['discount amount'],
      quantity: ['quantity'],
      currency: ['currency'],
      product: ['listing id', 'sku'],
      'product-name': ['item name'],
      country: ['ship country'],
    },
  },
  {
    // Money: Order Value less the discount; shipping, tax and fees stand in columns of their own.
    name: 'etsy-orders',
    system: 'Etsy',
    needs: ['sale date', 'order id', 'buyer user id', 'order value'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['buyer user id', 'buyer'],
      'customer-name': ['full name'],
      date: ['sale date'],
      amount: ['order value'],
      discount: ['discount amount'],
      status: ['status'],
      currency: ['currency'],
      quantity: ['number of items'],
      product: ['sku'],
      country: ['ship country'],
    },
  },
];
