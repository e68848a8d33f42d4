import type { Preset } from '../preset';

export const jd: readonly Preset[] = [
  {
    // Money: 结算金额, what JD settles for the order after discounts; each line of an order repeats it. 运费金额 stands beside it.
    name: 'jd-merchant-orders',
    system: '京东',
    needs: ['订单号', '下单时间', '京东价', '订单金额', '结算金额', '下单帐号'],
    kind: 'orders',
    currency: 'CNY',
    roles: {
      order: ['订单号'],
      customer: ['下单帐号'],
      'customer-name': ['客户姓名'],
      phone: ['联系电话'],
      date: ['下单时间'],
      'order-amount': ['结算金额', '订单金额'],
      status: ['订单状态'],
      quantity: ['订购数量'],
      product: ['货号', '商品id'],
      'product-name': ['商品名称'],
      channel: ['订单渠道', '订单来源'],
    },
  },
  {
    name: 'jd-personal',
    system: '京东',
    needs: ['交易时间', '商户名称', '交易说明', '金额', '收支', '交易订单号'],
    kind: 'orders',
    refusal: 'personal-bill',
    roles: {},
  },
];
