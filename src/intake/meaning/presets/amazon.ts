import type { Preset } from '../preset';

const SALES = { column: 'type', values: ['order', 'bestellung', 'commande', 'pedido', 'ordine', '注文', '订单'] } as const;
const REFUNDS = {
  column: 'type',
  values: ['refund', 'chargeback refund', 'a to z guarantee claim', 'erstattung', 'remboursement', 'reembolso', 'rimborso', '返金', '退款'],
} as const;

export const amazon: readonly Preset[] = [
  {
    // Money: item-price, of all pieces of the item, less its promotion; item-tax and shipping stand beside it. Amazon names no buyers here.
    name: 'amazon-all-orders',
    system: 'Amazon',
    needs: ['amazon order id', 'purchase date', 'order status', 'item price'],
    kind: 'orders',
    nobody: 'no-buyers',
    roles: {
      order: ['amazon order id'],
      customer: ['buyer email', 'buyer name'],
      date: ['purchase date'],
      amount: ['item price'],
      discount: ['item promotion discount'],
      status: ['order status'],
      currency: ['currency'],
      quantity: ['quantity'],
      product: ['sku', 'asin'],
      'product-name': ['product name'],
      country: ['ship country'],
      channel: ['sales channel'],
    },
    furtherStatus: 'item status',
  },
  {
    // Money: item-price less its promotion. The report of what was sent, the one that has the buyers.
    name: 'amazon-fulfilled-shipments',
    system: 'Amazon',
    needs: ['amazon order id', 'purchase date', 'buyer email', 'item price', 'shipment id'],
    kind: 'orders',
    roles: {
      order: ['amazon order id'],
      customer: ['buyer email'],
      'customer-name': ['buyer name'],
      date: ['purchase date'],
      amount: ['item price'],
      discount: ['item promotion discount'],
      currency: ['currency'],
      quantity: ['quantity shipped'],
      product: ['sku'],
      'product-name': ['product name'],
      country: ['ship country'],
      channel: ['sales channel'],
    },
  },
  {
    // Money: product sales less promotional rebates; tax, shipping and fees stand in columns of their own.
    name: 'amazon-date-range',
    system: 'Amazon',
    needs: ['date time', 'settlement id', 'type', 'order id', 'product sales', 'total'],
    kind: 'orders',
    nobody: 'no-buyers',
    roles: {
      order: ['order id'],
      date: ['date time'],
      amount: ['product sales'],
      discount: ['promotional rebates'],
      quantity: ['quantity'],
      product: ['sku'],
      'product-name': ['description'],
      channel: ['marketplace'],
    },
    only: SALES,
    refundRows: REFUNDS,
  },
  {
    name: 'amazon-settlement',
    system: 'Amazon',
    needs: ['settlement id', 'settlement start date', 'settlement end date', 'deposit date', 'total amount'],
    kind: 'orders',
    refusal: 'payouts',
    roles: {},
  },
];
