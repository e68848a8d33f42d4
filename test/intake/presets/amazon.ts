import type { Fixture } from '../preset-fixture';

export const amazon: readonly Fixture[] = [
  {
    preset: 'amazon-all-orders',
    law: 'an item is worth its price less its promotion, one item of an order may be cancelled, and nobody is named',
    rows: [
      'amazon-order-id\tmerchant-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\titem-promotion-discount\tship-country',
      '111-1\tM1\t2026-04-10T09:15:00Z\tShipped\tAmazon.de\tSheet\tS-1\tB1\tShipped\t1\tEUR\t89.90\t17.08\t0.00\t10.00\tDE',
      '111-1\tM1\t2026-04-10T09:15:00Z\tShipped\tAmazon.de\tMug\tM-1\tB2\tCancelled\t1\tEUR\t12.00\t2.00\t0.00\t\tDE',
    ],
    parts: { 'no-customer': [1, 7_990], cancelled: [1, 1_200] },
    currency: 'EUR',
    refusal: 'no-buyers',
  },
  {
    preset: 'amazon-fulfilled-shipments',
    law: 'the report of what was sent has the buyers',
    rows: [
      'amazon-order-id\tshipment-id\tpurchase-date\tbuyer-email\tbuyer-name\tsku\tproduct-name\tquantity-shipped\tcurrency\titem-price\titem-tax\titem-promotion-discount\tship-country\tsales-channel',
      '111-1\tD1\t2026-04-10T09:15:00+00:00\tk1@marketplace.example\tAnn Kay\tS-1\tSheet\t1\tEUR\t89.90\t17.08\t-10.00\tDE\tamazon.de',
      '111-2\tD2\t2026-05-10T09:15:00+00:00\tk1@marketplace.example\tAnn Kay\tM-1\tMug\t2\tEUR\t24.00\t4.00\t0.00\tDE\tamazon.de',
    ],
    parts: { sale: [2, 10_390] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'EUR',
  },
  {
    preset: 'amazon-date-range',
    law: 'sales are worth the goods less rebates; fees and transfers are no sales; nobody is named',
    rows: [
      '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","product sales","product sales tax","shipping credits","promotional rebates","selling fees","other","total"',
      '"Sep 4, 2026 1:05:07 AM PDT","1","Order","111-1","MUG","Mug","2","amazon.com","76.00","6.08","5.00","-4.00","-11.55","0","71.53"',
      '"Sep 9, 2026 3:00:00 PM PDT","1","Refund","111-1","MUG","Mug","1","amazon.com","-38.00","-3.04","0","2.00","5.00","0","-34.04"',
      '"Sep 10, 2026 3:00:00 PM PDT","1","Service Fee","","","Ads","","amazon.com","0","0","0","0","0","-20.00","-20.00"',
      '"Sep 12, 2026 3:00:00 PM PDT","1","Transfer","","","To bank","","amazon.com","0","0","0","0","0","-17.49","-17.49"',
    ],
    parts: { 'no-customer': [2, 7_200 - 3_600], 'not-a-sale': [2, 0] },
    refusal: 'no-buyers',
  },
  {
    preset: 'amazon-settlement',
    law: 'a settlement is what was paid out',
    rows: [
      'settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency',
      '1\t2026-09-01\t2026-09-14\t2026-09-16\t512.20\tUSD',
    ],
    refusal: 'payouts',
  },
];
