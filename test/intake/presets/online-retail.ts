import type { Fixture } from '../preset-fixture';

export const onlineRetail: readonly Fixture[] = [
  {
    preset: 'online-retail',
    law: 'price times quantity is the money, and a C before the number makes a credit note',
    rows: [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536365,85A,Lantern,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
      '536366,85A,Lantern,1,2010-12-02 08:26:00,2.55,,United Kingdom',
      'C536367,85A,Lantern,-2,2010-12-03 08:26:00,2.55,17850.0,United Kingdom',
    ],
    parts: { sale: [1, 1_530], refund: [1, -510], 'no-customer': [1, 255] },
    orders: 1,
    customers: 1,
    refund: 510,
  },
];
