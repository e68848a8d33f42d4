import type { Fixture } from '../preset-fixture';

export const etsy: readonly Fixture[] = [
  {
    preset: 'etsy-items',
    law: 'an item is worth its total less its part of the coupon, without the shipping of the order',
    rows: [
      'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Shipped,Order ID,Variations',
      '03/14/24,Fox print,kay,2,3.50,TEN,0.70,2.90,0.00,7.00,EUR,111,901,03/16/24,501,',
      '03/14/24,Owl card,kay,1,2.00,,0.00,2.90,0.00,2.00,EUR,112,902,03/16/24,501,',
      '03/20/24,Owl card,low,1,"2,00",,0.00,2.90,0.00,"2,00",EUR,113,902,,502,',
    ],
    parts: { sale: [3, 1_030] },
    orders: 2,
    customers: 2,
    refund: 0,
    currency: 'EUR',
  },
  {
    preset: 'etsy-orders',
    law: 'an order is worth its items less the discount, without shipping and tax',
    rows: [
      'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship Country,Currency,Order Value,Coupon Code,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Order Net,Adjusted Order Total,Buyer,SKU',
      '09/25/26,501,kay,Ann Kay,2,Spain,USD,50.00,TEN,5.00,0.00,5.00,2.00,52.00,,50.00,0.00,Ann Kay,S1',
      '09/26/26,502,kay,Ann Kay,1,Spain,USD,20.00,,0.00,0.00,5.00,2.00,27.00,,25.00,0.00,Ann Kay,S2',
    ],
    parts: { sale: [2, 6_500] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'USD',
  },
];
