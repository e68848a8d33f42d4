import type { Fixture } from '../preset-fixture';

export const prestashop: readonly Fixture[] = [
  {
    preset: 'prestashop-orders',
    law: 'an order is its reference, and one that waits for its payment is no sale',
    rows: [
      'ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date',
      '1;ABCDEF;1;France;A. KAY;24,00 €;Card;Payment accepted;2026-03-15 10:00:00',
      '2;GHIJKL;0;France;A. KAY;30,00 €;Card;Delivered;2026-04-15 10:00:00',
      '3;MNOPQR;1;Italy;B. LOW;30,00 €;Bank wire;Awaiting bank wire payment;2026-04-16 10:00:00',
    ],
    parts: { sale: [2, 5_400], cancelled: [1, 3_000] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'EUR',
  },
];
