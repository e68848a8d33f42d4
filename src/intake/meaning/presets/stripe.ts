import type { Preset } from '../preset';

export const stripe: readonly Preset[] = [
  {
    // Money: Amount less Tax; fees are the shop's cost, no discount. Shipping is not told apart.
    name: 'stripe-payments',
    system: 'Stripe',
    needs: ['id', 'amount', 'amount refunded', 'currency', 'status', 'captured', 'fee'],
    kind: 'orders',
    roles: {
      order: ['id'],
      customer: ['customer email', 'customer id'],
      'customer-name': ['card name'],
      date: ['created utc', 'created date utc', 'created'],
      amount: ['amount'],
      refund: ['amount refunded'],
      status: ['status'],
      currency: ['currency'],
      'product-name': ['description'],
      country: ['card address country', 'card issue country'],
    },
    less: ['tax'],
  },
];
