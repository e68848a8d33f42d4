import type { Preset } from '../preset';

export const bigcommerce: readonly Preset[] = [
  {
    // Money: the subtotal of the goods without tax; with tax where the file has no other. Shipping stands beside it.
    name: 'bigcommerce-orders',
    system: 'BigCommerce',
    needs: ['order id', 'order date', 'order status', 'order total inc tax'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['customer email', 'customer id'],
      'customer-name': ['customer name'],
      phone: ['customer phone'],
      date: ['order date'],
      'order-amount': ['subtotal ex tax', 'subtotal inc tax', 'order total ex tax', 'order total inc tax'],
      refund: ['refund amount'],
      status: ['order status'],
      currency: ['order currency code'],
      quantity: ['total quantity'],
      country: ['billing country', 'shipping country'],
    },
  },
  {
    // Money: Cart Base Amount, the goods without tax and shipping.
    name: 'bigcommerce-orders-short',
    system: 'BigCommerce',
    needs: ['order id', 'order date', 'order status', 'order total', 'cart base amount'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['email address'],
      'customer-name': ['last name'],
      phone: ['phone'],
      date: ['order date'],
      'order-amount': ['cart base amount'],
      refund: ['refund amount'],
      status: ['order status'],
      country: ['billing country', 'shipping country'],
    },
  },
];
