import type { AnyMetric } from './define';
import { acquisitionPayback } from './cost/acquisition-payback';
import { acquisitionToRetentionCost } from './cost/acquisition-to-retention-cost';
import { activeEngagementRate } from './programme/active-engagement-rate';
import { aliveCalibration } from './prediction/alive-calibration';
import { backTest } from './prediction/back-test';
import { backTestByFrequency } from './prediction/back-test-by-frequency';
import { backTestByMonth } from './prediction/back-test-by-month';
import { backTestWeeks } from './prediction/back-test-weeks';
import { lifetimeFit } from './prediction/lifetime-fit';
import { averageOrderValue } from './value/average-order-value';
import { basketAffinity } from './goods/basket-affinity';
import { breakEvenDiscount } from './cost/break-even-discount';
import { churnRate } from './lapse/churn-rate';
import { clvSimple } from './value/clv-simple';
import { cohortRepurchaseRate } from './repeat/cohort-repurchase-rate';
import { complaintRate } from './service/complaint-rate';
import { contactResponse } from './service/contact-response';
import { customerAcquisitionCost } from './cost/customer-acquisition-cost';
import { customerLoyaltyIndex } from './voice/customer-loyalty-index';
import { customerRetentionRate } from './retention/customer-retention-rate';
import { customerSatisfaction } from './voice/customer-satisfaction';
import { customers } from './value/customers';
import { discountDependence } from './value/discount-dependence';
import { earnNoBurnShare } from './programme/earn-no-burn-share';
import { empiricalReturn } from './prediction/empirical-return';
import { expectedActiveCustomers } from './prediction/expected-active-customers';
import { expectedOrders } from './prediction/expected-orders';
import { expectedValue } from './prediction/expected-value';
import { expectedValueBands } from './prediction/expected-value-bands';
import { firstResponseTime } from './service/first-response-time';
import { grossRevenueRetention } from './retention/gross-revenue-retention';
import { inWindowRepeatRate } from './repeat/in-window-repeat-rate';
import { lapseErrorCurve } from './lapse/lapse-error-curve';
import { lapseThreshold } from './lapse/lapse-threshold';
import { lifeCycle } from './retention/life-cycle';
import { loyaltyMatrix } from './loyalty/loyalty-matrix';
import { loyaltyScorecard } from './loyalty/loyalty-scorecard';
import { membershipRate } from './programme/membership-rate';
import { netPromoterScore } from './voice/net-promoter-score';
import { netRevenue } from './value/net-revenue';
import { netRevenueRetention } from './retention/net-revenue-retention';
import { nextCategory } from './goods/next-category';
import { nextCategoryTest } from './goods/next-category-test';
import { orderGapCurve } from './lapse/order-gap-curve';
import { orderLadder } from './repeat/order-ladder';
import { orders } from './value/orders';
import { pointOfRetentionWorth } from './cost/point-of-retention-worth';
import { promiseKeptRate } from './service/promise-kept-rate';
import { purchaseFrequency } from './repeat/purchase-frequency';
import { quickRatio } from './retention/quick-ratio';
import { recoveryRate } from './service/recovery-rate';
import { redemptionRate } from './programme/redemption-rate';
import { referralRate } from './programme/referral-rate';
import { repeatCustomerRate } from './repeat/repeat-customer-rate';
import { repurchaseByAnswer } from './loyalty/repurchase-by-answer';
import { resolutionTime } from './service/resolution-time';
import { retentionByCohort } from './retention/retention-by-cohort';
import { retentionBySegment } from './retention/retention-by-segment';
import { retentionCost } from './cost/retention-cost';
import { retentionCountFormula } from './retention/retention-count-formula';
import { retentionServedBase } from './retention/retention-served-base';
import { returnRate } from './value/return-rate';
import { returningCustomerRate } from './repeat/returning-customer-rate';
import { returningOrderShare } from './repeat/returning-order-share';
import { reversalRate } from './lapse/reversal-rate';
import { revenueGini } from './value/revenue-gini';
import { secondOrderWithin } from './repeat/second-order-within';
import { spendPerCustomer } from './value/spend-per-customer';
import { riskByLapse } from './prediction/risk-by-lapse';
import { survivalBySegment } from './retention/survival-by-segment';
import { survivalCurve } from './retention/survival-curve';
import { survivalDifference } from './retention/survival-difference';
import { timeBetweenOrders } from './lapse/time-between-orders';
import { valueConcentration } from './value/value-concentration';
import { unseenFirstOrders } from './retention/unseen-first-orders';
import { weightedRetentionRate } from './retention/weighted-retention-rate';

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
  'basket-affinity': basketAffinity,
  'purchase-frequency': purchaseFrequency,
  'time-between-orders': timeBetweenOrders,
  'repeat-customer-rate': repeatCustomerRate,
  'in-window-repeat-rate': inWindowRepeatRate,
  'returning-customer-rate': returningCustomerRate,
  'returning-order-share': returningOrderShare,
  'cohort-repurchase-rate': cohortRepurchaseRate,
  'second-order-within': secondOrderWithin,
  'order-ladder': orderLadder,
  'next-category': nextCategory,
  'next-category-test': nextCategoryTest,
  'customer-retention-rate': customerRetentionRate,
  'retention-count-formula': retentionCountFormula,
  'retention-served-base': retentionServedBase,
  'weighted-retention-rate': weightedRetentionRate,
  'net-revenue-retention': netRevenueRetention,
  'gross-revenue-retention': grossRevenueRetention,
  'retention-by-cohort': retentionByCohort,
  'retention-by-segment': retentionBySegment,
  'survival-by-segment': survivalBySegment,
  'survival-curve': survivalCurve,
  'survival-difference': survivalDifference,
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
  'expected-active-customers': expectedActiveCustomers,
  'expected-orders': expectedOrders,
  'expected-value': expectedValue,
  'expected-value-bands': expectedValueBands,
  'empirical-return': empiricalReturn,
  'back-test': backTest,
  'back-test-weeks': backTestWeeks,
  'back-test-by-frequency': backTestByFrequency,
  'alive-calibration': aliveCalibration,
  'back-test-by-month': backTestByMonth,
  'lifetime-fit': lifetimeFit,
  'risk-by-lapse': riskByLapse,
} as const satisfies Record<string, AnyMetric>;

export type MetricId = keyof typeof BY_ID;

export const METRICS: readonly AnyMetric[] = Object.values(BY_ID);

/** The metric of an id, or undefined when there is none of that name. */
export function metricById(id: string): AnyMetric | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id as MetricId] : undefined;
}
