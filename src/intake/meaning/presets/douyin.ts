import type { Preset } from '../preset';

/**
 * Money: what the shop gets for the goods. 商家收入金额 says it; else what the buyer pays and what the platform and the host pay of
 * the discounts, without freight. Names and phones are encrypted unless a shop asks for them, so most files name nobody.
 */
const ROLES: Preset['roles'] = {
  order: ['主订单编号'],
  phone: ['收件人手机号'],
  'customer-name': ['收件人'],
  date: ['订单提交时间', '支付完成时间'],
  status: ['订单状态'],
  quantity: ['商品数量'],
  product: ['商家编码', '商品id'],
  'product-name': ['选购商品', '商品名称'],
  channel: ['达人昵称', 'app渠道'],
};

export const douyin: readonly Preset[] = [
  {
    name: 'douyin-orders',
    system: '抖店',
    needs: ['主订单编号', '子订单编号', '订单应付金额', '订单状态'],
    kind: 'orders',
    currency: 'CNY',
    nobody: 'no-buyers',
    roles: { ...ROLES, amount: ['订单应付金额'] },
    furtherStatus: '售后状态',
    plus: ['平台实际承担优惠金额', '达人实际承担优惠金额'],
    less: ['运费'],
    off: ['商家实际承担优惠金额'],
  },
  {
    name: 'douyin-orders-income',
    system: '抖店',
    needs: ['主订单编号', '子订单编号', '订单应付金额', '商家收入金额', '订单状态'],
    kind: 'orders',
    currency: 'CNY',
    nobody: 'no-buyers',
    roles: { ...ROLES, amount: ['商家收入金额'] },
    furtherStatus: '售后状态',
    less: ['运费'],
    off: ['商家实际承担优惠金额'],
  },
  {
    // Money given back: 退商品金额, of the goods alone; the row names the order, and the core finds its customer.
    name: 'douyin-after-sales',
    system: '抖店',
    needs: ['售后单号', '订单号', '退商品金额元', '售后状态', '售后申请时间'],
    kind: 'orders',
    currency: 'CNY',
    roles: {
      order: ['订单号'],
      date: ['退款成功时间', '商家退款时间', '售后申请时间'],
      refund: ['退商品金额元'],
      'product-name': ['商品名称'],
      product: ['商品id'],
    },
    only: { column: '售后状态', values: ['退款成功', '同意退款退款成功', '售后完成', '已全额退款'] },
  },
];
