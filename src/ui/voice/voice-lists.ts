import type { CustomerList, MetricQuestion } from '../../engine/protocol';
import type { Day } from '../../terms/day';

/** Days of silence that count where the shop's own are not known. */
export const SILENT_DAYS = 90;

/** Customers who would not recommend the shop and ordered lately. */
export function stillBuying(question: MetricQuestion, days: number): CustomerList {
  return { who: { ...question, input: 'detractors' }, filter: { silentUpTo: days } };
}

/** Customers who would recommend the shop and have been silent. */
export function silentOver(question: MetricQuestion, days: number): CustomerList {
  return { who: { ...question, input: 'promoters' }, filter: { silentOver: days } };
}

/**
 * Days without an order by which a customer was silent for `days` when the orders end: what was bought after that is in no file, and must not
 * make anybody look silent.
 */
export function silentDays(days: number, asOf: Day, lastOrderDay: Day): number {
  return days + Math.max(0, asOf - lastOrderDay);
}
