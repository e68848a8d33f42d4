import type { Preset } from '../preset';

export const shopee: readonly Preset[] = [
  {
    // Money: 商品總價, the goods of the order, on each of its lines; 賣場優惠券, the shop's own coupon, goes off. Freight stands beside it.
    name: 'shopee-orders',
    system: '蝦皮',
    needs: ['訂單編號', '訂單狀態', '買家帳號', '訂單成立日期', '商品總價', '買家總支付金額'],
    kind: 'orders',
    currency: 'TWD',
    roles: {
      order: ['訂單編號'],
      customer: ['買家帳號'],
      'customer-name': ['收件者姓名'],
      phone: ['收件者電話'],
      date: ['訂單成立日期'],
      'order-amount': ['商品總價'],
      discount: ['賣場優惠券'],
      status: ['訂單狀態'],
      quantity: ['數量'],
      product: ['商品選項貨號', '主商品貨號'],
      'product-name': ['商品名稱'],
    },
    furtherStatus: '退貨退款狀態',
  },
];
