import type { Preset } from '../preset';

export const magento: readonly Preset[] = [
  {
    // Money: Grand Total in the shop's currency less shipping: discounts are off, tax is in it, the grid does not tell it apart.
    name: 'magento-orders',
    system: 'Magento',
    needs: ['id', 'purchase point', 'purchase date', 'grand total base', 'customer email'],
    kind: 'orders',
    roles: {
      order: ['id'],
      customer: ['customer email'],
      'customer-name': ['customer name', 'bill to name'],
      date: ['purchase date'],
      'order-amount': ['grand total base'],
      refund: ['total refunded'],
      status: ['status'],
      channel: ['purchase point'],
    },
    less: ['shipping and handling'],
  },
  {
    name: 'magento-customers',
    system: 'Magento',
    needs: ['id', 'name', 'email', 'group', 'customer since'],
    kind: 'customers',
    roles: {
      customer: ['id'],
      'customer-name': ['name'],
      email: ['email'],
      phone: ['phone'],
      signup: ['customer since'],
      birthday: ['date of birth'],
      gender: ['gender'],
      tags: ['group'],
      country: ['country'],
      channel: ['web site'],
    },
  },
];
