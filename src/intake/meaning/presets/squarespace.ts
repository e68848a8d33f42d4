import type { Preset } from '../preset';

export const squarespace: readonly Preset[] = [
  {
    // Money: Subtotal less the discount, before tax and shipping; it stands on the first row of an order only.
    name: 'squarespace-orders',
    system: 'Squarespace',
    needs: ['order id', 'email', 'financial status', 'created at', 'subtotal', 'amount refunded'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['email'],
      'customer-name': ['billing name', 'shipping name'],
      phone: ['billing phone', 'shipping phone'],
      date: ['created at'],
      'order-amount': ['subtotal'],
      discount: ['discount amount'],
      refund: ['amount refunded'],
      status: ['financial status'],
      currency: ['currency'],
      quantity: ['lineitem quantity'],
      product: ['lineitem sku'],
      'product-name': ['lineitem name'],
      country: ['billing country', 'shipping country'],
    },
    cancelledWhenFilled: 'cancelled at',
  },
];
