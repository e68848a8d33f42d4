import type { Preset } from '../preset';

export const ebay: readonly Preset[] = [
  {
    // Money: Sold For, the price of the item times its number; shipping and collected tax stand beside it. An order of several items has
    // a row with their sum above the rows of the items, which do not name the buyer again.
    name: 'ebay-orders',
    system: 'eBay',
    needs: ['sales record number', 'order number', 'buyer username', 'sold for', 'sale date'],
    kind: 'orders',
    roles: {
      order: ['order number'],
      customer: ['buyer username', 'buyer email'],
      'customer-name': ['buyer name'],
      date: ['sale date'],
      amount: ['sold for'],
      quantity: ['quantity'],
      product: ['custom label', 'item number'],
      'product-name': ['item title'],
      country: ['buyer country', 'ship to country'],
    },
    sumWhenBlank: 'item number',
  },
  {
    // Money: "Verkauft für" where the file has it; the short form knows only the total, shipping within.
    name: 'ebay-orders-de',
    system: 'eBay',
    needs: ['bestellnummer', 'gesamtbetrag', 'verkauft am', 'nutzername des käufers'],
    kind: 'orders',
    roles: {
      order: ['bestellnummer'],
      customer: ['nutzername des käufers'],
      'customer-name': ['name des käufers'],
      date: ['verkauft am'],
      amount: ['verkauft für', 'gesamtbetrag'],
      quantity: ['anzahl', 'stückzahl'],
      product: ['bestandseinheit', 'angebotsnummer', 'artikelnummer'],
      'product-name': ['angebotstitel', 'artikelbezeichnung'],
      country: ['land des käufers'],
    },
    sumWhenBlank: 'artikelnummer',
  },
  {
    // Money: Item subtotal; the net amount has fees taken off, the gross one holds shipping and tax.
    name: 'ebay-transactions',
    system: 'eBay',
    needs: ['transaction creation date', 'type', 'order number', 'item subtotal', 'payout id'],
    kind: 'orders',
    roles: {
      order: ['order number'],
      customer: ['buyer username'],
      'customer-name': ['buyer name'],
      date: ['transaction creation date'],
      amount: ['item subtotal'],
      currency: ['transaction currency'],
      quantity: ['quantity'],
      product: ['custom label', 'item id'],
      'product-name': ['item title'],
      country: ['ship to country'],
    },
    only: { column: 'type', values: ['order', 'bestellung'] },
    refundRows: { column: 'type', values: ['refund', 'claim', 'payment dispute', 'return', 'rückerstattung'] },
  },
  {
    name: 'ebay-addresses',
    system: 'eBay',
    needs: ['order number', 'buyer username', 'post to name', 'post to postcode'],
    kind: 'orders',
    refusal: 'addresses',
    roles: { order: ['order number'], customer: ['buyer username'], 'customer-name': ['post to name'], country: ['post to country'] },
  },
];
