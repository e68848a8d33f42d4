import type { Preset } from '../preset';

/** Square writes a refund as a row of its own, below zero, with the number of the sale. */
const REFUNDS = { column: 'event type', values: ['refund'] } as const;

export const square: readonly Preset[] = [
  {
    // Money: Net Sales of the item, after discounts, before tax and tips.
    name: 'square-items',
    system: 'Square',
    needs: ['date', 'item', 'qty', 'net sales', 'transaction id', 'event type'],
    kind: 'orders',
    nobody: 'no-buyers',
    roles: {
      order: ['transaction id'],
      customer: ['customer id', 'customer reference id'],
      'customer-name': ['customer name'],
      date: ['date'],
      time: ['time'],
      amount: ['net sales'],
      quantity: ['qty'],
      status: ['event type'],
      product: ['sku'],
      'product-name': ['item'],
      category: ['category'],
      channel: ['location'],
    },
    refundRows: REFUNDS,
    off: ['discounts'],
  },
  {
    // Money: Net Sales of the sale. Partial Refunds repeats what the refund rows say and is left aside.
    name: 'square-transactions',
    system: 'Square',
    needs: ['date', 'time', 'net sales', 'total collected', 'transaction id', 'event type'],
    kind: 'orders',
    nobody: 'no-buyers',
    roles: {
      order: ['transaction id'],
      customer: ['customer id', 'customer reference id'],
      'customer-name': ['customer name'],
      date: ['date'],
      time: ['time'],
      amount: ['net sales'],
      status: ['transaction status', 'event type'],
      'product-name': ['description'],
      channel: ['channel', 'location'],
    },
    refundRows: REFUNDS,
    off: ['discounts'],
  },
  {
    // Money: Net Sales. The short form has neither numbers nor customers.
    name: 'square-transactions-short',
    system: 'Square',
    needs: ['date', 'time', 'time zone', 'gross sales', 'net sales', 'total collected'],
    kind: 'orders',
    nobody: 'no-buyers',
    roles: {
      order: ['transaction id'],
      customer: ['customer id', 'customer name'],
      date: ['date'],
      time: ['time'],
      amount: ['net sales'],
    },
    off: ['discounts'],
  },
];
