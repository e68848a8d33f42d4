import type { Preset } from '../preset';

export const prestashop: readonly Preset[] = [
  {
    // Money: Total, the only sum of the grid, tax and shipping within.
    name: 'prestashop-orders',
    system: 'PrestaShop',
    needs: ['id', 'reference', 'new client', 'customer', 'total', 'payment', 'status', 'date'],
    kind: 'orders',
    roles: {
      order: ['reference'],
      customer: ['customer'],
      date: ['date'],
      amount: ['total'],
      status: ['status'],
      country: ['delivery'],
    },
  },
];
