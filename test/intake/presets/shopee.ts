import type { Fixture } from '../preset-fixture';

export const shopee: readonly Fixture[] = [
  {
    preset: 'shopee-orders',
    law: 'the goods of an order count once, less the coupon of the shop, and freight is no revenue',
    rows: [
      '訂單編號,訂單狀態,不成立原因,退貨 / 退款狀態,買家帳號,訂單成立日期,商品總價,買家支付運費,買家總支付金額,賣場優惠券,商品名稱,商品活動價格,主商品貨號,數量',
      '260315A,已完成,,,ming,2026-03-15 10:00,600,60,610,50,紅茶,200,T1,2',
      '260315A,已完成,,,ming,2026-03-15 10:00,600,60,610,50,綠茶,200,T2,1',
      '260316B,不成立,買家取消,,hong,2026-03-16 10:00,300,60,360,0,紅茶,300,T1,1',
    ],
    parts: { sale: [2, 55_000], cancelled: [1, 30_000] },
    orders: 1,
    customers: 1,
    refund: 0,
    currency: 'TWD',
  },
];
