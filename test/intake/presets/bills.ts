import type { Fixture } from '../preset-fixture';

export const bills: readonly Fixture[] = [
  {
    preset: 'meituan-personal',
    law: 'one person’s bill is no sale of a shop',
    rows: [
      '交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注',
      '2025-02-28 20:35:13,2025-02-28 20:35:25,支付,茶,支出,月付,¥22.30,¥21.17,"1	","2	",/',
    ],
    refusal: 'personal-bill',
  },
  {
    preset: 'wechat-personal',
    law: 'one person’s bill is no sale of a shop',
    rows: [
      '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
      '2025-02-28 20:35:13,商户消费,小店,茶,支出,¥22.30,零钱,支付成功,1,2,/',
    ],
    refusal: 'personal-bill',
  },
];
