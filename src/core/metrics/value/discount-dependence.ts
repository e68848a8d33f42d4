import type { Absent, Scalar } from '../../../terms/answer';
import { clusteredShare } from '../../stats/clustered-share';
import { defineMetric, type ScalarMetric } from '../define';
import { backAfterFirst, discountedOrders, type DiscountedOrders } from './discounted-orders';
import { absent, counted, measured } from '../figure';
import { horizon } from '../periods';

interface Params {
  /** Share of orders, or of what they are worth. */
  by: 'orders' | 'revenue';
  /** Days in which a customer must have come back, for the variants `back-after-discount` and `back-after-full-price`. */
  withinDays: number;
}

/**
 * Share of orders that were bought with something taken off their price; by `revenue`, the share of net value in such orders.
 *
 * Inputs also tell how customers with two orders or more in the view are spread: never on discount, less than half of their orders, half or
 * more, always. Variants: both shares, and the share who ordered again on a later day within `withinDays` of a first order (in the view,
 * followed for so long) that was on discount, and of one at full price: whom a discount brought differs in more than the discount. Absent
 * `no-orders`, `no-discounts` (no file tells them). The interval allows for the orders of one customer being alike. Cost: one pass over orders.
 */
export const discountDependence = defineMetric<Params, ScalarMetric<Params>>({
  id: 'discount-dependence',
  family: 'value',
  unit: 'ratio',
  shape: 'scalar',
  fraction: ['discounted-orders', 'orders'],
  formula: '|{o : discount(o) > 0}| / |orders|; by revenue Σ net(o), discount(o) > 0, / Σ net(o)',
  source: {
    title: 'Discounts: % of Orders with Discount',
    author: 'Intelligems',
    year: 2026,
    where: 'https://docs.intelligems.io/analytics/metric-definitions/discounts (undated, read in 2026)',
  },
  defaults: { by: 'orders', withinDays: 90 },
  sql: `-- $by is 'orders' or 'revenue'
WITH bought AS (
  SELECT orders.net, placed.discount FROM orders JOIN placed ON placed.order_id = orders.order_id
  WHERE orders.day >= $from AND orders.day < $to AND orders.day <= $as_of
)
SELECT CASE WHEN count(discount) = 0 THEN NULL
    WHEN $by = 'revenue' THEN sum(CASE WHEN discount > 0 THEN net ELSE 0 END) / nullif(sum(net), 0)
    ELSE sum(CASE WHEN discount > 0 THEN 1 ELSE 0 END) / nullif(count(*), 0) END AS value,
  count(*) AS n
FROM bought`,
  compute({ orders, facts }, view, { by, withinDays }) {
    const { discount } = facts;
    const to = horizon(view);
    const bought = discountedOrders(orders, discount, view.from, to);
    if (bought.count.x === 0) return absent('no-orders');
    if (!discount) return absent('no-discounts');
    const [byOrders, byRevenue] = [shareOfOrders(bought), shareOfRevenue(bought)];
    const days = { from: view.from, to, asOf: view.asOf, withinDays };
    const chosen = by === 'revenue' ? byRevenue : byOrders;
    if (chosen.value === null) return chosen;
    return {
      ...chosen,
      variants: {
        'by-order-count': byOrders,
        'by-order-value': byRevenue,
        'back-after-discount': backAfterFirst(orders, discount, true, days),
        'back-after-full-price': backAfterFirst(orders, discount, false, days),
      },
    };
  },
  vectors: [
    {
      name: 'four of five orders on discount are 0.8',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 1000, discount: 100 },
        { customer: 'a', day: '2024-01-02', net: 1000, discount: 1 },
        { customer: 'a', day: '2024-01-03', net: 1000, discount: 0 },
        { customer: 'a', day: '2024-01-04', net: 1000, discount: 300 },
        { customer: 'a', day: '2024-01-05', net: 1000, discount: 500 },
      ],
      view: {},
      expected: 0.8,
    },
    {
      name: 'by revenue it is what the orders on discount were paid with',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 900, discount: 100 },
        { customer: 'b', day: '2024-01-02', net: 2700 },
      ],
      view: {},
      params: { by: 'revenue' },
      expected: 0.25,
    },
    {
      name: 'no file tells discounts: no share, and not none',
      orders: [{ customer: 'a', day: '2024-01-01', net: 900 }],
      view: {},
      expected: null,
    },
    {
      name: 'a file that tells discounts, with nothing taken off, has a share of 0',
      orders: [
        { customer: 'a', day: '2024-01-01', net: 900, discount: 0 },
        { customer: 'b', day: '2024-01-02', net: 900, discount: 0 },
      ],
      view: {},
      expected: 0,
    },
  ],
});

function shareOfOrders({ count, ...bought }: DiscountedOrders): Scalar {
  const inputs = [measured('orders', count.x, 'orders'), measured('discounted-orders', count.y, 'orders'), ...buyers(bought)];
  return { value: count.y / count.x, n: count.x, interval: clusteredShare(count, count.x), inputs };
}

function shareOfRevenue({ count, value, ...bought }: DiscountedOrders): Scalar | Absent {
  // Orders of 0 are there only when the plan keeps them.
  if (value.x === 0) return absent('no-orders');
  const inputs = [measured('order-values', value.x, 'money'), measured('discounted-revenue', value.y, 'money'), ...buyers(bought)];
  return { value: value.y / value.x, n: count.x, interval: clusteredShare(value, count.x), inputs };
}

function buyers({ all, off, habits, taken }: Pick<DiscountedOrders, 'all' | 'off' | 'habits' | 'taken'>) {
  return [
    counted('customers', all),
    counted('discount-buyers', off),
    counted('discount-never', habits.never),
    counted('discount-some', habits.some),
    counted('discount-most', habits.most),
    counted('discount-always', habits.always),
    measured('discount-taken', taken, 'money'),
  ];
}
