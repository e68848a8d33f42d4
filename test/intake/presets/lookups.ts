import type { Fixture } from '../preset-fixture';

export const lookups: readonly Fixture[] = [
  {
    preset: 'returns-list',
    law: 'a list of returned orders says so',
    rows: ['Returned,Order ID', 'Yes,O-1', 'Yes,O-2'],
    refusal: 'returns',
  },
  {
    preset: 'stores-list',
    law: 'a list of shops says so',
    rows: ['City,Store,Store ID', 'Ghent,Centre,1', 'Lille,North,2'],
    refusal: 'stores',
  },
  { preset: 'word-list', law: 'a list of words says so', rows: ['Rank,Word', '1,the', '2,of'], refusal: 'word-list' },
  {
    preset: 'campaign-list',
    law: 'a list of campaigns says so',
    rows: ['campaign_id,campaign_type,start_date,end_date', '1,A,2017-03-13,2017-04-19', '2,B,2017-03-18,2017-04-19'],
    refusal: 'campaigns',
  },
  { preset: 'customer-summary', law: 'sums by customer say so', rows: ['ID,frequency,recency,T', '1,2,30.43,38.86'], refusal: 'summary' },
  { preset: 'customer-summary-btyd', law: 'sums by customer say so', rows: ['cust,x,t.x,T.cal', '1,2,30.43,38.86'], refusal: 'summary' },
  {
    preset: 'olist-products',
    law: 'a list of goods says so',
    rows: ['product_id,product_category_name,product_name_lenght,product_photos_qty', 'p1,tea,56,4', 'p2,cups,40,1'],
    refusal: 'products',
  },
  {
    preset: 'category-names',
    law: 'names of sorts of goods say so',
    rows: ['product_category_name,product_category_name_english', 'cha,tea', 'xicara,cups'],
    refusal: 'products',
  },
  {
    preset: 'olist-payments',
    law: 'payments of orders say so',
    rows: ['order_id,payment_sequential,payment_type,payment_installments,payment_value', 'o1,1,card,1,98.94', 'o2,1,card,2,47.72'],
    refusal: 'payments',
  },
  {
    preset: 'olist-items',
    law: 'goods of orders say so',
    rows: [
      'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
      'o1,1,p1,s1,2017-10-31 23:07:19,179.49,9.45',
    ],
    refusal: 'order-items',
  },
];
