import type { Preset } from '../preset';

export const onlineRetail: readonly Preset[] = [
  {
    // Money: price times quantity of the line; credit notes have a C before their number.
    name: 'online-retail',
    system: 'Online Retail (UCI)',
    needs: ['invoice no', 'stock code', 'quantity', 'invoice date', 'unit price', 'customer id'],
    kind: 'orders',
    roles: {
      order: ['invoice no'],
      customer: ['customer id'],
      date: ['invoice date'],
      'unit-price': ['unit price'],
      quantity: ['quantity'],
      product: ['stock code'],
      'product-name': ['description'],
      country: ['country'],
    },
  },
];
