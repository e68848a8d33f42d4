import type { AnyMetric } from './define';
import { customerRetentionRate } from './customer-retention-rate';
import { customers } from './customers';
import { netRevenue } from './net-revenue';
import { orders } from './orders';
import { repeatCustomerRate } from './repeat-customer-rate';

/** All metrics by id, in the order of the dictionary. An id is kept for good. */
const BY_ID = {
  customers,
  orders,
  'net-revenue': netRevenue,
  'repeat-customer-rate': repeatCustomerRate,
  'customer-retention-rate': customerRetentionRate,
} as const satisfies Record<string, AnyMetric>;

export type MetricId = keyof typeof BY_ID;

export const METRICS: readonly AnyMetric[] = Object.values(BY_ID);

/** The metric of an id, or undefined when there is none of that name. */
export function metricById(id: string): AnyMetric | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id as MetricId] : undefined;
}
