import type { Preset } from '../preset';

export const woocommerce: readonly Preset[] = [
  {
    // Money: Net Sales, after coupons and refunds, before tax and shipping.
    name: 'woocommerce-analytics',
    system: 'WooCommerce',
    needs: ['order', 'n revenue formatted', 'net sales', 'customer type'],
    kind: 'orders',
    roles: {
      order: ['order'],
      customer: ['customer'],
      date: ['date'],
      amount: ['net sales'],
      status: ['status'],
      quantity: ['items sold'],
      'product-name': ['product s'],
      channel: ['attribution'],
    },
  },
  {
    // Money: the subtotal of the goods less the discount; tax, fees and shipping stand beside it.
    name: 'woocommerce-webtoffee',
    system: 'WooCommerce',
    needs: ['order number', 'order date', 'order subtotal', 'billing email', 'wt import key'],
    kind: 'orders',
    roles: {
      order: ['order number'],
      customer: ['billing email', 'customer email', 'customer id'],
      'customer-name': ['billing last name'],
      phone: ['billing phone'],
      date: ['order date'],
      'order-amount': ['order subtotal'],
      discount: ['discount total', 'cart discount'],
      status: ['status'],
      currency: ['order currency'],
      'product-name': ['product item 1 name'],
      country: ['billing country', 'shipping country'],
    },
  },
];
