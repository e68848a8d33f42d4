import type { Fixture } from '../preset-fixture';

export const magento: readonly Fixture[] = [
  {
    preset: 'magento-orders',
    law: 'the grand total less shipping is the money, and what was refunded stands in a column',
    rows: [
      'ID,"Purchase Point","Purchase Date","Bill-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Customer Group",Subtotal,"Shipping and Handling","Customer Name","Total Refunded"',
      '000000001,Main,"Mar 5, 2026, 10:14:00 AM",Ann Kay,$55.00,$55.00,Complete,ann@x.org,General,$50.00,$5.00,Ann Kay,$0.00',
      '000000002,Main,"Mar 6, 2026, 10:14:00 AM",Ben Low,$25.00,$25.00,Canceled,ben@x.org,General,$20.00,$5.00,Ben Low,$0.00',
      '000000003,Main,"Mar 7, 2026, 10:14:00 AM",Ann Kay,$30.00,$30.00,Complete,ann@x.org,General,$25.00,$5.00,Ann Kay,$10.00',
    ],
    parts: { sale: [2, 7_500], cancelled: [1, 2_000] },
    orders: 2,
    customers: 1,
    refund: 1_000,
    currency: 'USD',
  },
  {
    preset: 'magento-customers',
    law: 'the grid of customers has the day since when they are customers',
    rows: [
      'ID,Name,Email,Group,Phone,ZIP,Country,State/Province,"Customer Since","Web Site"',
      '7,Ann Kay,ann@x.org,General,555,1000,BE,,"Mar 5, 2025, 10:14:00 AM",Main',
    ],
    kind: 'customers',
    roles: {
      ID: 'customer',
      Name: 'customer-name',
      Email: 'email',
      Phone: 'phone',
      'Customer Since': 'signup',
      Group: 'tags',
      Country: 'country',
      'Web Site': 'channel',
    },
  },
];
