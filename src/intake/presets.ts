import type { FileKind, Role } from '../terms/plan';

/** A known export: which columns give it away, and what they mean. Names are in the form of `headerWords`. */
export interface Preset {
  name: string;
  /** Columns that must all be there. */
  needs: readonly string[];
  kind: FileKind;
  /** False when the file holds no orders at all and none of the six kinds fits. */
  readable?: false;
  /** Column of each meaning; of several names the first that the file has. */
  roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** A column that says "cancelled" by being filled. */
  cancelledWhenFilled?: string;
}

/** The first preset whose columns are all there is taken, so the more particular ones stand first. */
const PRESETS: readonly Preset[] = [
  {
    name: 'shopify-payouts',
    needs: ['payout status', 'payout date', 'payout id'],
    kind: 'orders',
    readable: false,
    roles: {},
  },
  {
    name: 'shopify-orders',
    needs: ['name', 'email', 'financial status', 'created at', 'subtotal'],
    kind: 'orders',
    roles: {
      order: ['name'],
      customer: ['email'],
      'customer-name': ['billing name', 'shipping name'],
      date: ['created at'],
      // Net of discounts, without tax and shipping; only on the first row of an order.
      'order-amount': ['subtotal'],
      refund: ['refunded amount'],
      status: ['financial status'],
      currency: ['currency'],
      quantity: ['lineitem quantity'],
      product: ['lineitem sku'],
      'product-name': ['lineitem name'],
      country: ['billing country', 'shipping country'],
      channel: ['source'],
    },
    cancelledWhenFilled: 'cancelled at',
  },
  {
    name: 'woocommerce-analytics',
    needs: ['order', 'n revenue formatted', 'net sales', 'customer type'],
    kind: 'orders',
    roles: {
      order: ['order'],
      customer: ['customer'],
      date: ['date'],
      amount: ['net sales'],
      status: ['status'],
      quantity: ['items sold'],
      'product-name': ['product s'],
      channel: ['attribution'],
    },
  },
  {
    name: 'woocommerce-webtoffee',
    needs: ['order number', 'order date', 'order subtotal', 'billing email', 'wt import key'],
    kind: 'orders',
    roles: {
      order: ['order number'],
      customer: ['billing email', 'customer email', 'customer id'],
      date: ['order date'],
      'order-amount': ['order subtotal'],
      discount: ['discount total', 'cart discount'],
      status: ['status'],
      currency: ['order currency'],
      country: ['billing country', 'shipping country'],
    },
  },
  {
    name: 'square-items',
    needs: ['date', 'item', 'qty', 'net sales', 'transaction id', 'event type'],
    kind: 'orders',
    roles: {
      order: ['transaction id'],
      customer: ['customer id'],
      'customer-name': ['customer name'],
      date: ['date'],
      time: ['time'],
      amount: ['net sales'],
      quantity: ['qty'],
      status: ['event type'],
      product: ['sku'],
      'product-name': ['item'],
      category: ['category'],
      channel: ['location'],
    },
  },
  {
    name: 'square-transactions',
    needs: ['date', 'time', 'net sales', 'total collected', 'transaction id', 'event type'],
    kind: 'orders',
    roles: {
      order: ['transaction id'],
      customer: ['customer id'],
      'customer-name': ['customer name'],
      date: ['date'],
      time: ['time'],
      amount: ['net sales'],
      status: ['event type'],
      channel: ['location'],
    },
  },
  {
    name: 'etsy-items',
    needs: ['sale date', 'item name', 'buyer', 'item total', 'order id'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['buyer'],
      date: ['sale date'],
      amount: ['item total'],
      quantity: ['quantity'],
      currency: ['currency'],
      product: ['listing id', 'sku'],
      'product-name': ['item name'],
      country: ['ship country'],
    },
  },
  {
    name: 'etsy-orders',
    needs: ['sale date', 'order id', 'buyer user id', 'order value'],
    kind: 'orders',
    roles: {
      order: ['order id'],
      customer: ['buyer user id', 'buyer'],
      'customer-name': ['full name'],
      date: ['sale date'],
      'order-amount': ['order value'],
      discount: ['discount amount'],
      status: ['status'],
      currency: ['currency'],
      quantity: ['number of items'],
      country: ['ship country'],
    },
  },
  {
    name: 'taobao-orders',
    needs: ['订单编号', '买家会员名', '买家应付货款', '订单状态', '订单创建时间'],
    kind: 'orders',
    roles: {
      order: ['订单编号'],
      customer: ['买家会员名'],
      date: ['订单创建时间'],
      amount: ['买家应付货款'],
      status: ['订单状态'],
      quantity: ['宝贝总数量'],
      'product-name': ['宝贝标题'],
      category: ['宝贝种类'],
      channel: ['店铺名称'],
    },
  },
  {
    name: 'online-retail',
    needs: ['invoice no', 'stock code', 'quantity', 'invoice date', 'unit price', 'customer id'],
    kind: 'orders',
    roles: {
      order: ['invoice no'],
      customer: ['customer id'],
      date: ['invoice date'],
      'unit-price': ['unit price'],
      quantity: ['quantity'],
      product: ['stock code'],
      'product-name': ['description'],
      country: ['country'],
    },
  },
];

/** The preset that a header belongs to, or null. Names as `headerWords` gives them. */
export function presetOf(words: readonly string[]): Preset | null {
  const set = new Set(words);
  return PRESETS.find((preset) => preset.needs.every((need) => set.has(need))) ?? null;
}

/** The preset of that name, or null. */
export function presetNamed(name: string | null): Preset | null {
  return PRESETS.find((preset) => preset.name === name) ?? null;
}
