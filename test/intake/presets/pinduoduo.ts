import type { Fixture } from '../preset-fixture';

export const pinduoduo: readonly Fixture[] = [
  {
    preset: 'pinduoduo-orders',
    law: 'what the shop gets less postage is the money; status and return are read together; nobody is named',
    rows: [
      '商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),订单成交时间,商品id,售后状态',
      '红茶,240305-1,已收货,20.00,2.00,1.00,3.00,18.00,21.00,1,2024-03-05 10:00:00,11,无售后或售后取消',
      '红茶,240306-1,"已发货，退款成功",20.00,0.00,0.00,0.00,20.00,20.00,1,2024-03-06 10:00:00,11,退款成功',
      '红茶,240307-1,"未发货，退款成功",20.00,0.00,0.00,0.00,20.00,20.00,1,2024-03-07 10:00:00,11,退款成功',
      '红茶,240308-1,已取消,20.00,0.00,0.00,0.00,20.00,20.00,1,2024-03-08 10:00:00,11,无售后或售后取消',
    ],
    parts: { 'no-customer': [2, 3_900], cancelled: [2, 4_000] },
    currency: 'CNY',
    refusal: 'no-buyers',
  },
];
