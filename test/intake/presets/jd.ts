import type { Fixture } from '../preset-fixture';

export const jd: readonly Fixture[] = [
  {
    preset: 'jd-merchant-orders',
    law: 'the sum of an order stands on each of its lines and counts once',
    rows: [
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,联系电话,运费金额,货号,订单来源,订单渠道',
      '3001,11,红茶,1,在线支付,2026-03-05 10:00:00,60.00,100.00,90.00,0,96.00,完成,普通,jd_ming,小明,13800138000,6.00,H1,PC,京东',
      '3001,12,绿茶,1,在线支付,2026-03-05 10:00:00,40.00,100.00,90.00,0,96.00,完成,普通,jd_ming,小明,13800138000,6.00,L1,PC,京东',
      '3002,12,绿茶,1,在线支付,2026-03-08 10:00:00,40.00,40.00,40.00,0,40.00,(删除)等待付款,普通,jd_hong,小红,13900139000,0.00,L1,PC,京东',
    ],
    parts: { sale: [2, 9_000], cancelled: [1, 4_000] },
    orders: 1,
    customers: 1,
    refund: 0,
    currency: 'CNY',
  },
  {
    preset: 'jd-personal',
    law: 'one person’s bill is no sale of a shop',
    rows: [
      '交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注',
      '2024-12-30 17:16:02,小店,茶,10.20,余额,交易成功,支出,食品,1,2,',
    ],
    refusal: 'personal-bill',
  },
];
