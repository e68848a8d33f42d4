import type { Fixture } from '../preset-fixture';

export const loyverse: readonly Fixture[] = [
  {
    preset: 'loyverse-receipts',
    law: 'the type of a receipt tells a refund, whatever the sign of its sum',
    rows: [
      'Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Total collected,Payment type,Description,Store,Customer name,Customer contacts,Status',
      '2026-03-15 10:00,1-1001,Sale,24.00,2.00,22.00,4.00,26.00,Card,Tea,S,Ann Kay,ann@x.org,Closed',
      '2026-03-16 10:00,1-1002,Refund,12.00,0.00,12.00,2.00,14.00,Card,Tea,S,Ann Kay,ann@x.org,Closed',
      '2026-03-17 10:00,1-1003,Sale,10.00,0.00,10.00,2.00,12.00,Card,Tea,S,,,Cancelled',
    ],
    parts: { sale: [1, 2_200], refund: [1, -1_200], cancelled: [1, 1_000] },
    orders: 1,
    customers: 1,
    refund: 1_200,
  },
];
