import type { Preset } from '../preset';

export const pinduoduo: readonly Preset[] = [
  {
    // Money: 商家实收金额 less 邮费: discounts of the shop are off, those of the platform are paid to it. The file names no buyers.
    name: 'pinduoduo-orders',
    system: '拼多多',
    needs: ['订单号', '订单状态', '商品总价元', '用户实付金额元', '商家实收金额元'],
    kind: 'orders',
    currency: 'CNY',
    nobody: 'no-buyers',
    roles: {
      order: ['订单号'],
      customer: ['买家昵称'],
      phone: ['收货人手机', '手机'],
      date: ['订单成交时间', '支付时间', '拼单成功时间', '订单确认时间', '发货时间'],
      amount: ['商家实收金额元'],
      refund: ['退款金额元', '退款金额'],
      status: ['订单状态'],
      quantity: ['商品数量件'],
      product: ['商家编码规格维度', '商品id'],
      'product-name': ['商品'],
    },
    furtherStatus: '售后状态',
    less: ['邮费元'],
    off: ['店铺优惠折扣元'],
  },
];
