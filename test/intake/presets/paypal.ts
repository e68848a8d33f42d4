import type { Fixture } from '../preset-fixture';

export const paypal: readonly Fixture[] = [
  {
    preset: 'paypal-activity',
    law: 'payments are sales without shipping and tax, a refund belongs to the payment it names and to its payer, the rest are no sales',
    rows: [
      'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping and Handling Amount,Sales Tax,Reference Txn ID,Balance',
      '10/21/2025,14:30:00,PDT,Ann Kay,Express Checkout Payment,Completed,USD,"1,500.00",-58.80,"1,441.20",Ann@x.org,shop@x.org,T1,50.00,100.00,,0',
      '10/22/2025,09:00:00,PDT,Ben Low,General Payment,Completed,USD,99.99,-3.50,96.49,ben@x.org,shop@x.org,T2,0.00,0.00,,0',
      '10/23/2025,10:00:00,PDT,Ann Kay,Payment Refund,Completed,USD,-500.00,0.00,-500.00,shop@x.org,ann@x.org,T3,0.00,0.00,T1,0',
      '10/24/2025,10:00:00,PDT,Supplier,General Payment,Completed,USD,-23.00,0.00,-23.00,shop@x.org,bill@x.org,T4,0.00,0.00,,0',
      '10/25/2025,10:00:00,PDT,,General Withdrawal,Completed,USD,-900.00,0.00,-900.00,,,T5,0.00,0.00,,0',
      '10/26/2025,10:00:00,PDT,,Account Hold for Open Authorization,Pending,USD,-10.00,0.00,-10.00,,,T6,0.00,0.00,,0',
      '10/27/2025,10:00:00,PDT,Cy Moe,Payment Refund,Completed,USD,-30.00,0.00,-30.00,shop@x.org,cy@x.org,T7,0.00,0.00,T0-earlier,0',
    ],
    parts: { sale: [2, 144_999], refund: [2, -53_000], 'not-a-sale': [3, -93_300] },
    orders: 2,
    customers: 2,
    refund: 53_000,
    currency: 'USD',
  },
  {
    preset: 'paypal-activity-de',
    law: 'the German file calls the type a description and writes decimal commas',
    rows: [
      'Datum,Uhrzeit,Zeitzone,Beschreibung,Währung,Brutto,Entgelt,Netto,Guthaben,Transaktionscode,Absender E-Mail-Adresse,Name,Versandkosten,Umsatzsteuer,Rechnungsnummer,Zugehöriger Transaktionscode',
      '23.10.2025,14:30:00,Europe/Berlin,Allgemeine Zahlung,EUR,"1.250,00","-43,40","1.206,60","1.206,60",T1,ann@x.org,Ann Kay,"5,00","0,00",R1,',
      '24.10.2025,14:30:00,Europe/Berlin,Rückzahlung,EUR,"-50,00","0,00","-50,00","0,00",T2,shop@x.org,Ann Kay,"0,00","0,00",,T1',
      '25.10.2025,14:30:00,Europe/Berlin,Allgemeine Abbuchung,EUR,"-1.000,00","0,00","-1.000,00","0,00",T3,,,"0,00","0,00",,',
    ],
    parts: { sale: [1, 124_500], refund: [1, -5_000], 'not-a-sale': [1, -100_000] },
    orders: 1,
    customers: 1,
    refund: 5_000,
    currency: 'EUR',
  },
];
