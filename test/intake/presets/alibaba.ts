import type { Fixture } from '../preset-fixture';

export const alibaba: readonly Fixture[] = [
  {
    preset: 'taobao-orders',
    law: 'goods without postage are the money, closed trades are cancelled, and ids keep their sixteen digits',
    rows: [
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,宝贝标题,宝贝总数量,店铺名称',
      '="2024000100020003",小明,a@b.cn,100.00,10.00,110.00,110.00,交易成功,2024-03-05 10:00:00,红茶,2,茶铺',
      '="2024000100020004",小红,c@d.cn,50.50,0.00,50.50,0.00,交易关闭,2024-03-06 11:00:00,绿茶,1,茶铺',
      '="2024000100020005",小明,a@b.cn,30.00,5.00,35.00,35.00,"卖家已发货，等待买家确认",2024-04-01 09:30:00,白茶,1,茶铺',
    ],
    parts: { sale: [2, 13_000], cancelled: [1, 5_050] },
    orders: 2,
    customers: 1,
    refund: 0,
    currency: 'CNY',
  },
  {
    preset: 'taobao-order-items',
    law: 'the goods of orders alone are no orders',
    rows: ['订单编号,标题,价格,购买数量,外部系统编号,商品属性,订单状态,商家编码', '20240001,红茶,50.00,2,H1,,交易成功,H1'],
    refusal: 'order-items',
  },
  {
    preset: 'alipay-personal',
    law: 'one person’s bill is no sale of a shop',
    rows: [
      '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
      '2023-02-12 21:32:14,日用百货,小店,/,茶,支出,49.74,余额,交易成功,202302,2023,,',
    ],
    refusal: 'personal-bill',
  },
];
