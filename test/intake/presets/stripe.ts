import type { Fixture } from '../preset-fixture';

export const stripe: readonly Fixture[] = [
  {
    preset: 'stripe-payments',
    law: 'a payment is worth its amount less tax; failed ones are no sales; what was refunded stands in a column',
    rows: [
      'id,Description,Created (UTC),Amount,Amount Refunded,Currency,Fee,Tax,Status,Customer ID,Customer Email,Captured',
      'ch_1,Tea,2026-03-05 10:00:00,120.00,0.00,eur,3.00,20.00,Paid,cus_1,ann@x.org,true',
      'ch_2,Tea,2026-03-06 10:00:00,60.00,60.00,eur,2.00,10.00,Refunded,cus_1,ann@x.org,true',
      'ch_3,Tea,2026-03-07 10:00:00,60.00,15.00,eur,2.00,10.00,Paid,cus_2,ben@x.org,true',
      'ch_4,Tea,2026-03-08 10:00:00,60.00,0.00,eur,0.00,10.00,Failed,cus_2,ben@x.org,false',
    ],
    parts: { sale: [3, 20_000], cancelled: [1, 5_000] },
    orders: 3,
    customers: 2,
    refund: 5_000 + 1_500,
    currency: 'EUR',
  },
];
