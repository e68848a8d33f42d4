import type { AnyMetric } from './define';
import { averageOrderValue } from './average-order-value';
import { churnRate } from './churn-rate';
import { cohortRepurchaseRate } from './cohort-repurchase-rate';
import { customerRetentionRate } from './customer-retention-rate';
import { customers } from './customers';
import { inWindowRepeatRate } from './in-window-repeat-rate';
import { grossRevenueRetention } from './gross-revenue-retention';
import { lifeCycle } from './life-cycle';
import { netRevenue } from './net-revenue';
import { netPromoterScore } from './net-promoter-score';
import { netRevenueRetention } from './net-revenue-retention';
import { orderGapCurve } from './order-gap-curve';
import { orderLadder } from './order-ladder';
import { orders } from './orders';
import { purchaseFrequency } from './purchase-frequency';
import { redemptionRate } from './redemption-rate';
import { quickRatio } from './quick-ratio';
import { repeatCustomerRate } from './repeat-customer-rate';
import { retentionByCohort } from './retention-by-cohort';
import { retentionCountFormula } from './retention-count-formula';
import { retentionServedBase } from './retention-served-base';
import { returningCustomerRate } from './returning-customer-rate';
import { returningOrderShare } from './returning-order-share';
import { secondOrderWithin } from './second-order-within';
import { spendPerCustomer } from './spend-per-customer';
import { timeBetweenOrders } from './time-between-orders';
import { weightedRetentionRate } from './weighted-retention-rate';

/** All metrics by id, in the order of the dictionary. An id is kept for good. */
const BY_ID = {
  customers,
  orders,
  'net-revenue': netRevenue,
  'average-order-value': averageOrderValue,
  'spend-per-customer': spendPerCustomer,
  'purchase-frequency': purchaseFrequency,
  'time-between-orders': timeBetweenOrders,
  'repeat-customer-rate': repeatCustomerRate,
  'in-window-repeat-rate': inWindowRepeatRate,
  'returning-customer-rate': returningCustomerRate,
  'returning-order-share': returningOrderShare,
  'cohort-repurchase-rate': cohortRepurchaseRate,
  'second-order-within': secondOrderWithin,
  'order-ladder': orderLadder,
  'customer-retention-rate': customerRetentionRate,
  'retention-count-formula': retentionCountFormula,
  'retention-served-base': retentionServedBase,
  'weighted-retention-rate': weightedRetentionRate,
  'net-revenue-retention': netRevenueRetention,
  'gross-revenue-retention': grossRevenueRetention,
  'retention-by-cohort': retentionByCohort,
  'life-cycle': lifeCycle,
  'quick-ratio': quickRatio,
  'churn-rate': churnRate,
  'order-gap-curve': orderGapCurve,
  'net-promoter-score': netPromoterScore,
  'redemption-rate': redemptionRate,
} as const satisfies Record<string, AnyMetric>;

export type MetricId = keyof typeof BY_ID;

export const METRICS: readonly AnyMetric[] = Object.values(BY_ID);

/** The metric of an id, or undefined when there is none of that name. */
export function metricById(id: string): AnyMetric | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id as MetricId] : undefined;
}
