import type { Preset } from '../preset';

export const alibaba: readonly Preset[] = [
  {
    // Money: 买家应付货款, the goods after discounts, without postage; points and coupons of the platform are in it.
    name: 'taobao-orders',
    system: '淘宝',
    needs: ['订单编号', '买家会员名', '买家应付货款', '订单状态', '订单创建时间'],
    kind: 'orders',
    currency: 'CNY',
    roles: {
      order: ['订单编号'],
      customer: ['买家会员名'],
      'customer-name': ['收货人姓名'],
      phone: ['联系手机'],
      date: ['订单创建时间'],
      amount: ['买家应付货款'],
      refund: ['退款金额'],
      status: ['订单状态'],
      quantity: ['宝贝总数量'],
      'product-name': ['宝贝标题'],
      category: ['宝贝种类'],
      channel: ['店铺名称'],
    },
  },
  {
    name: 'taobao-order-items',
    system: '淘宝',
    needs: ['订单编号', '标题', '价格', '购买数量', '订单状态'],
    kind: 'orders',
    refusal: 'order-items',
    roles: {
      order: ['订单编号'],
      product: ['商家编码', '外部系统编号'],
      'product-name': ['标题'],
      quantity: ['购买数量'],
      'unit-price': ['价格'],
    },
  },
  {
    name: 'alipay-personal',
    system: '支付宝',
    needs: ['交易时间', '交易分类', '交易对方', '收支', '金额', '交易订单号'],
    kind: 'orders',
    refusal: 'personal-bill',
    roles: {},
  },
];
