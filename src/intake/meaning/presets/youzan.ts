import type { Preset } from '../preset';

export const youzan: readonly Preset[] = [
  {
    // Money: 订单实付金额 less 运费: discounts of the shop are off.
    name: 'youzan-orders',
    system: '有赞',
    needs: ['订单号', '归属店铺', '订单状态', '订单创建时间', '应收订单金额', '订单实付金额'],
    kind: 'orders',
    currency: 'CNY',
    nobody: 'no-buyers',
    roles: {
      order: ['订单号'],
      phone: ['买家手机号', '收货人手机号提货人手机号'],
      'customer-name': ['买家姓名', '收货人提货人'],
      date: ['订单创建时间'],
      'order-amount': ['订单实付金额'],
      refund: ['订单已退款金额'],
      status: ['订单状态'],
      quantity: ['商品种类数'],
      'product-name': ['全部商品名称'],
      channel: ['销售渠道', '归属店铺'],
    },
    less: ['运费'],
    off: ['店铺优惠合计'],
  },
];
