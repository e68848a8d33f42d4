import type { Fixture } from '../preset-fixture';

export const gumroad: readonly Fixture[] = [
  {
    preset: 'gumroad-sales',
    law: 'the subtotal is the money; a sale refunded in full says so in words, one refunded in part by a sum',
    rows: [
      'Purchase ID,Item Name,Buyer Name,Purchase Email,Purchase Date,Purchase Time (UTC timezone),Subtotal ($),Taxes ($),Shipping ($),Sale Price ($),Fees ($),Net Total ($),Refunded?,Partial Refund ($),Fully Refunded?,Country,Quantity',
      'g1,Planner,Ann Kay,ann@x.org,2026-09-02,10:00,12.00,0.96,0.00,12.96,1.85,10.15,false,0.00,false,Canada,1',
      'g2,Planner,Ben Low,ben@x.org,2026-09-05,11:00,12.00,0.00,0.00,12.00,1.85,10.15,true,0.00,true,Canada,1',
      'g3,Planner,Ann Kay,ann@x.org,2026-09-09,12:00,8.00,0.00,0.00,8.00,1.30,6.70,true,3.00,false,Canada,1',
    ],
    parts: { sale: [3, 3_200] },
    orders: 3,
    customers: 2,
    refund: 1_200 + 300,
    currency: 'USD',
  },
];
