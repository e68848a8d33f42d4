import type { AnyMetric } from './define';
import { acquisitionPayback } from './acquisition-payback';
import { acquisitionToRetentionCost } from './acquisition-to-retention-cost';
import { activeEngagementRate } from './active-engagement-rate';
import { averageOrderValue } from './average-order-value';
import { breakEvenDiscount } from './break-even-discount';
import { churnRate } from './churn-rate';
import { clvSimple } from './clv-simple';
import { cohortRepurchaseRate } from './cohort-repurchase-rate';
import { complaintRate } from './complaint-rate';
import { contactResponse } from './contact-response';
import { customerAcquisitionCost } from './customer-acquisition-cost';
import { customerLoyaltyIndex } from './customer-loyalty-index';
import { customerRetentionRate } from './customer-retention-rate';
import { customerSatisfaction } from './customer-satisfaction';
import { customers } from './customers';
import { discountDependence } from './discount-dependence';
import { earnNoBurnShare } from './earn-no-burn-share';
import { firstResponseTime } from './first-response-time';
import { grossRevenueRetention } from './gross-revenue-retention';
import { inWindowRepeatRate } from './in-window-repeat-rate';
import { lapseErrorCurve } from './lapse-error-curve';
import { lapseThreshold } from './lapse-threshold';
import { lifeCycle } from './life-cycle';
import { loyaltyMatrix } from './loyalty-matrix';
import { loyaltyScorecard } from './loyalty-scorecard';
import { membershipRate } from './membership-rate';
import { netPromoterScore } from './net-promoter-score';
import { netRevenue } from './net-revenue';
import { netRevenueRetention } from './net-revenue-retention';
import { orderGapCurve } from './order-gap-curve';
import { orderLadder } from './order-ladder';
import { orders } from './orders';
import { pointOfRetentionWorth } from './point-of-retention-worth';
import { promiseKeptRate } from './promise-kept-rate';
import { purchaseFrequency } from './purchase-frequency';
import { quickRatio } from './quick-ratio';
import { recoveryRate } from './recovery-rate';
import { redemptionRate } from './redemption-rate';
import { referralRate } from './referral-rate';
import { repeatCustomerRate } from './repeat-customer-rate';
import { repurchaseByAnswer } from './repurchase-by-answer';
import { resolutionTime } from './resolution-time';
import { retentionByCohort } from './retention-by-cohort';
import { retentionBySegment } from './retention-by-segment';
import { retentionCost } from './retention-cost';
import { retentionCountFormula } from './retention-count-formula';
import { retentionServedBase } from './retention-served-base';
import { returnRate } from './return-rate';
import { returningCustomerRate } from './returning-customer-rate';
import { returningOrderShare } from './returning-order-share';
import { reversalRate } from './reversal-rate';
import { revenueGini } from './revenue-gini';
import { secondOrderWithin } from './second-order-within';
import { spendPerCustomer } from './spend-per-customer';
import { timeBetweenOrders } from './time-between-orders';
import { valueConcentration } from './value-concentration';
import { unseenFirstOrders } from './unseen-first-orders';
import { weightedRetentionRate } from './weighted-retention-rate';

/** All metrics by id, in the order of the dictionary. An id is kept for good. */
const BY_ID = {
  customers,
  orders,
  'net-revenue': netRevenue,
  'average-order-value': averageOrderValue,
  'spend-per-customer': spendPerCustomer,
  'value-concentration': valueConcentration,
  'revenue-gini': revenueGini,
  'clv-simple': clvSimple,
  'discount-dependence': discountDependence,
  'return-rate': returnRate,
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
  'retention-by-segment': retentionBySegment,
  'life-cycle': lifeCycle,
  'quick-ratio': quickRatio,
  'unseen-first-orders': unseenFirstOrders,
  'churn-rate': churnRate,
  'lapse-threshold': lapseThreshold,
  'lapse-error-curve': lapseErrorCurve,
  'reversal-rate': reversalRate,
  'order-gap-curve': orderGapCurve,
  'customer-acquisition-cost': customerAcquisitionCost,
  'acquisition-payback': acquisitionPayback,
  'retention-cost': retentionCost,
  'acquisition-to-retention-cost': acquisitionToRetentionCost,
  'point-of-retention-worth': pointOfRetentionWorth,
  'break-even-discount': breakEvenDiscount,
  'net-promoter-score': netPromoterScore,
  'customer-satisfaction': customerSatisfaction,
  'customer-loyalty-index': customerLoyaltyIndex,
  'redemption-rate': redemptionRate,
  'membership-rate': membershipRate,
  'active-engagement-rate': activeEngagementRate,
  'earn-no-burn-share': earnNoBurnShare,
  'referral-rate': referralRate,
  'complaint-rate': complaintRate,
  'first-response-time': firstResponseTime,
  'resolution-time': resolutionTime,
  'promise-kept-rate': promiseKeptRate,
  'recovery-rate': recoveryRate,
  'contact-response': contactResponse,
  'loyalty-scorecard': loyaltyScorecard,
  'loyalty-matrix': loyaltyMatrix,
  'repurchase-by-answer': repurchaseByAnswer,
} as const satisfies Record<string, AnyMetric>;

export type MetricId = keyof typeof BY_ID;

export const METRICS: readonly AnyMetric[] = Object.values(BY_ID);

/** The metric of an id, or undefined when there is none of that name. */
export function metricById(id: string): AnyMetric | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id as MetricId] : undefined;
}
