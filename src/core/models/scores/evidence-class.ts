/**
 * How well a customer's rhythm is known: 2 from three repeat order-days on (well known), 1 for one or two (a little), 0 for a customer who
 * ordered once. The product sorts by this first and by value within it, because a high value on one order is mostly the shop's mean.
 */
export type EvidenceClass = 0 | 1 | 2;

/** The class of somebody with so many order-days after the first. */
export function evidenceClass(repeatOrderDays: number): EvidenceClass {
  return repeatOrderDays >= 3 ? 2 : repeatOrderDays >= 1 ? 1 : 0;
}
