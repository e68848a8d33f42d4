import type { Fixture } from '../preset-fixture';

export const woocommerce: readonly Fixture[] = [
  {
    preset: 'woocommerce-analytics',
    law: 'net sales are the money, orders on hold are left out, a refunded order is given back whole',
    rows: [
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
      '2024-03-05 10:00:00,101,"$1,050.00",completed,Ann Kay,new,1× Tea,1,,1050,Direct',
      '2024-03-06 10:00:00,102,$20.00,on-hold,Ben Low,new,1× Tea,1,,20,Direct',
      '2024-03-07 10:00:00,103,$30.00,refunded,Cy Moe,new,1× Tea,1,,30,Direct',
      '2024-03-08 10:00:00,104,$40.00,processing,Ann Kay,returning,1× Tea,1,,40,Direct',
    ],
    parts: { sale: [3, 112_000], cancelled: [1, 2_000] },
    orders: 3,
    customers: 2,
    refund: 3_000,
  },
  {
    preset: 'woocommerce-webtoffee',
    law: 'the subtotal less the discount is the money, and e-mails in any case are one customer',
    rows: [
      'order_id,order_number,order_date,status,shipping_total,tax_total,cart_discount,discount_total,order_total,order_subtotal,order_currency,customer_id,customer_email,billing_email,billing_country,wt_import_key,line_item_1',
      '1,1,2024-03-05 10:00:00,completed,5.00,2.00,3.00,3.00,24.00,20.00,EUR,7,,Ann@Example.com,DE,1,name:Tea|quantity:1',
      '2,2,2024-03-06 10:00:00,wc-cancelled,5.00,2.00,0.00,0.00,27.00,20.00,EUR,7,,ann@example.com,DE,2,name:Tea|quantity:1',
      '3,3,2024-03-07 10:00:00,completed,5.00,2.00,0.00,0.00,17.00,10.00,EUR,7,,ann@example.com,DE,3,name:Tea|quantity:1',
    ],
    parts: { sale: [2, 2_700], cancelled: [1, 2_000] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'EUR',
  },
];
