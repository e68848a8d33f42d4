import type { CustomerList, MetricQuestion } from '../../engine/protocol';

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
