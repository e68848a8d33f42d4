import type { Fixture } from '../preset-fixture';

export const square: readonly Fixture[] = [
  {
    preset: 'square-items',
    law: 'a refund row with the number of a sale belongs to its customer, and a walk-in has none',
    rows: [
      'Date,Time,Time Zone,Category,Item,Qty,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type,Location,Customer ID,Customer Name',
      '2026-08-15,14:00:00,Eastern Time,Tea,Sencha,2,S-1,$30.00,-$3.00,$27.00,$2.00,T1,P1,Payment,Fair,C1,Dee Low',
      '2026-08-15,14:00:00,Eastern Time,Cups,Cup,1,C-1,$9.00,$0.00,$9.00,$1.00,T1,P1,Payment,Fair,C1,Dee Low',
      '2026-08-16,10:00:00,Eastern Time,Cups,Cup,1,C-1,$9.00,$0.00,$9.00,$1.00,T2,P2,Payment,Fair,,',
      '2026-08-20,10:00:00,Eastern Time,Cups,Cup,-1,C-1,-$9.00,$0.00,-$9.00,-$1.00,T1,P3,Refund,Fair,,',
    ],
    parts: { sale: [2, 3_600], refund: [1, -900], 'no-customer': [1, 900] },
    orders: 1,
    customers: 1,
    refund: 900,
    currency: 'USD',
  },
  {
    preset: 'square-transactions',
    law: 'net sales are the money, not what was collected with tax and tip',
    rows: [
      'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Transaction ID,Payment ID,Description,Event Type,Location,Customer ID,Customer Name',
      '2026-09-13,10:02:11,Eastern Time,$30.00,-$3.00,$27.00,$2.16,$2.00,$0.00,$31.16,POS,T1,P1,Tea x 2,Payment,Fair,C1,Dee Low',
      '2026-09-20,09:00:00,Eastern Time,-$12.00,$0.00,-$12.00,-$0.96,$0.00,$0.00,-$12.96,POS,T1,P2,Tea x 1,Refund,Fair,C1,Dee Low',
    ],
    parts: { sale: [1, 2_700], refund: [1, -1_200] },
    orders: 1,
    customers: 1,
    refund: 1_200,
    currency: 'USD',
  },
  {
    preset: 'square-transactions-short',
    law: 'sales without any customer are not kept as if somebody came back',
    rows: [
      'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Total Collected,Payment Method',
      '8/21/2026,17:00:00,MDT,$20.00,$0.00,$20.00,$1.00,$0.00,$21.00,Card',
    ],
    parts: { 'no-customer': [1, 2_000] },
    refusal: 'no-buyers',
  },
];
