import type { Fixture } from '../preset-fixture';

export const squarespace: readonly Fixture[] = [
  {
    preset: 'squarespace-orders',
    law: 'the sum stands on the first row, and a refund stands beside it',
    rows: [
      'Order ID,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at',
      '00012,ann@x.org,PAID,2026-03-05 10:00:00 +0100,EUR,30.00,5.00,0.00,0.00,32.00,3.00,2026-03-05 10:00:00 +0100,1,Tea,20.00,T1,',
      '00012,ann@x.org,,,,,,,,,,,1,Cup,10.00,C1,',
      '00013,ann@x.org,REFUNDED,2026-03-15 10:00:00 +0100,EUR,20.00,5.00,0.00,25.00,25.00,0.00,2026-03-15 10:00:00 +0100,1,Tea,20.00,T1,',
    ],
    parts: { sale: [3, 4_700] },
    orders: 2,
    customers: 1,
    refund: 2_000,
    currency: 'EUR',
  },
];
