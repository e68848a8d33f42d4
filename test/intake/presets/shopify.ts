import type { Fixture } from '../preset-fixture';

export const shopify: readonly Fixture[] = [
  {
    preset: 'shopify-orders',
    law: 'the sum stands on the first row, a voided order is no sale, nor is one with a date of cancelling, and a refund never exceeds the goods',
    rows: [
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount',
      '#1,a@x.org,paid,USD,47.00,6.00,3.00,56.00,2026-09-03 10:14:00 -0400,2,Fern,16.00,,0.00',
      '#1,a@x.org,,,,,,,,1,Bag,15.00,,',
      '#2,b@x.org,refunded,USD,47.00,6.00,3.00,56.00,2026-09-04 10:14:00 -0400,2,Fern,23.50,,56.00',
      '#3,c@x.org,paid,USD,10.00,6.00,3.00,19.00,2026-09-05 10:14:00 -0400,1,Fern,10.00,2026-09-06 10:00:00 -0400,0.00',
      '#4,d@x.org,voided,USD,10.00,6.00,3.00,19.00,2026-09-05 10:14:00 -0400,1,Fern,10.00,,0.00',
      '#5,a@x.org,partially_refunded,USD,30.00,0.00,0.00,30.00,2026-09-07 10:14:00 -0400,1,Fern,20.00,,12.50',
      '#5,a@x.org,,,,,,,,1,Bag,10.00,,',
    ],
    parts: { sale: [5, 12_400], cancelled: [2, 2_000] },
    orders: 3,
    customers: 2,
    refund: 4_700 + 1_250,
    currency: 'USD',
  },
  {
    preset: 'shopify-customers',
    law: 'customers have an e-mail, a phone and a word whether they may be written to',
    rows: [
      'First Name,Last Name,Email,Accepts Email Marketing,Company,City,Country Code,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags',
      'Ann,Kay,Ann@x.org,yes,,Ghent,BE,+3225550100,no,120.00,3,"vip, trade"',
      'Ben,Low,ben@x.org,no,,Lille,FR,,no,0.00,0,',
    ],
    kind: 'customers',
    roles: {
      Email: 'email',
      Phone: 'phone',
      'First Name': 'customer-name',
      'Last Name': 'customer-name',
      'Accepts Email Marketing': 'consent',
      Tags: 'tags',
      City: 'city',
      'Country Code': 'country',
    },
  },
  {
    preset: 'shopify-payouts',
    law: 'a report of payouts is no report of orders',
    rows: [
      'Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Presentment Amount,Currency',
      '2026-09-03 10:15:00 -0400,charge,#1,paid,2026-09-05,7,56.00,1.00,55.00,56.00,USD',
    ],
    refusal: 'payouts',
  },
];
