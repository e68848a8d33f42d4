import type { Fixture } from '../preset-fixture';

export const bigcommerce: readonly Fixture[] = [
  {
    preset: 'bigcommerce-orders',
    law: 'the subtotal without tax is the money',
    rows: [
      'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Order Total (inc tax),Order Total (ex tax),Total Quantity,Order Currency Code,Billing Country',
      '101,7,Ann Kay,ann@x.org,555,21/03/2026,Completed,24.00,20.00,4.00,6.00,30.00,25.00,2,GBP,United Kingdom',
      '102,8,Ben Low,ben@x.org,556,22/03/2026,Incomplete,12.00,10.00,2.00,6.00,18.00,15.00,1,GBP,United Kingdom',
    ],
    parts: { sale: [1, 2_000], cancelled: [1, 1_000] },
    orders: 1,
    customers: 1,
    refund: 0,
    currency: 'GBP',
  },
  {
    preset: 'bigcommerce-orders-short',
    law: 'the cart is the money, and a refund is not more than the cart',
    rows: [
      'Order ID,Order Date,Delivery Date,Order Status,Order Total,Cart Base Amount,Tax Total,Shipping Total,Refund Amount,Payment Method,First Name,Last Name,Email Address,Phone,Billing Country',
      '101,2026-03-21,,Completed,30.00,20.00,4.00,6.00,0.00,Card,Ann,Kay,ann@x.org,555,BE',
      '102,2026-03-22,,Refunded,30.00,20.00,4.00,6.00,30.00,Card,Ann,Kay,ann@x.org,555,BE',
    ],
    parts: { sale: [2, 4_000] },
    orders: 2,
    customers: 1,
    refund: 2_000,
  },
];
