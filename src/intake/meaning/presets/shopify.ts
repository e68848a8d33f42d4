import type { Preset } from '../preset';

export const shopify: readonly Preset[] = [
  {
    // Money: Subtotal, after discounts, before tax and shipping; it stands on the first row of an order only.
    name: 'shopify-orders',
    system: 'Shopify',
    needs: ['name', 'email', 'financial status', 'created at', 'subtotal'],
    kind: 'orders',
    roles: {
      order: ['name'],
      customer: ['email'],
      'customer-name': ['billing name', 'shipping name'],
      phone: ['phone', 'billing phone', 'shipping phone'],
      date: ['created at'],
      'order-amount': ['subtotal'],
      refund: ['refunded amount'],
      status: ['financial status'],
      currency: ['currency'],
      quantity: ['lineitem quantity'],
      product: ['lineitem sku'],
      'product-name': ['lineitem name'],
      country: ['billing country', 'shipping country'],
      channel: ['source'],
    },
    cancelledWhenFilled: 'cancelled at',
    off: ['discount amount'],
  },
  {
    name: 'shopify-customers',
    system: 'Shopify',
    needs: ['first name', 'last name', 'email', 'accepts email marketing', 'tags'],
    kind: 'customers',
    roles: {
      customer: ['customer id'],
      email: ['email'],
      phone: ['phone', 'default address phone'],
      'customer-name': ['first name', 'last name'],
      consent: ['accepts email marketing'],
      tags: ['tags'],
      city: ['default address city', 'city'],
      country: ['default address country code', 'country code', 'country'],
    },
  },
  {
    name: 'shopify-payouts',
    system: 'Shopify',
    needs: ['payout status', 'payout date', 'payout id', 'transaction date', 'presentment amount'],
    kind: 'orders',
    refusal: 'payouts',
    roles: {},
  },
];
