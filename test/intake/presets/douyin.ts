import type { Fixture } from '../preset-fixture';

export const douyin: readonly Fixture[] = [
  {
    preset: 'douyin-orders',
    law: 'what the platform and the host pay of a discount is the shop’s, freight is not; a finished return gives all back; hidden phones name nobody',
    rows: [
      '主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,运费,收件人,收件人手机号,订单提交时间,订单完成时间,订单状态,售后状态,取消原因,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额',
      '"\t6901","\t6901",红茶,,1,"\tA1",28.90,3.00,小明,13800138000,2026-03-05 10:00:00,,已完成,-,,5.00,2.00,1.00',
      '"\t6902","\t6902",绿茶,,1,"\tA2",20.00,0.00,小明,13800138000,2026-03-09 10:00:00,,已完成,退款成功,,0.00,0.00,0.00',
      '"\t6903","\t6903",绿茶,,1,"\tA2",20.00,0.00,小红,13900139000,2026-03-09 10:00:00,,已关闭,退款成功,不想要了,0.00,0.00,0.00',
      '"\t6904","\t6904",绿茶,,1,"\tA2",20.00,0.00,小*,138****8000,2026-03-10 10:00:00,,已发货,-,,0.00,0.00,0.00',
    ],
    parts: { sale: [2, 3_190 + 2_000], cancelled: [1, 2_000], 'no-customer': [1, 2_000] },
    orders: 2,
    customers: 1,
    refund: 2_000,
    currency: 'CNY',
  },
  {
    preset: 'douyin-orders-income',
    law: 'several goods in one cell are one order, worth what the shop gets',
    rows: [
      '主订单编号,子订单编号,选购商品,商品ID,商家编码,商品数量,商品金额,订单应付金额,商家收入金额,收件人手机号,订单提交时间,订单状态,支付方式',
      '6901,6901,红茶,1,A1,1,69.00,69.00,69.00,13800138000,2026-08-01 10:00:00,已发货,抖音支付',
      '6902M,6902M1;6902M2,红茶;绿茶,1;2,A1;A2,5,108.90,58.90,108.90,13800138000,2026-08-01 11:00:00,已发货,抖音支付',
    ],
    parts: { sale: [2, 17_790] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'CNY',
  },
  {
    preset: 'douyin-after-sales',
    law: 'finished returns are refunds of orders in another file, and need no customer of their own',
    rows: [
      '售后单号,订单号,商品单号,商品名称,商品ID,应付金额（元）,商品运费（元）,售后类型,退商品金额（元）,退运费金额（元）,售后状态,售后申请时间',
      'S1,6901,6901,红茶,1,28.90,0,退货退款,28.90,0,退款成功,2026-03-15 10:00:00',
      'S2,6902,6902,绿茶,2,20.00,0,仅退款,5.00,0,同意退款，退款成功,2026-03-16 10:00:00',
      'S3,6903,6903,绿茶,2,20.00,0,仅退款,20.00,0,售后关闭,2026-03-17 10:00:00',
    ],
    parts: { refund: [2, -3_390], 'not-a-sale': [1, 2_000] },
    orders: 0,
    customers: 0,
    refund: 3_390,
    currency: 'CNY',
  },
];
