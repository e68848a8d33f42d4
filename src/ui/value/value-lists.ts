import type { CustomerList } from '../../engine/protocol';

/** The customers of one band of `value-concentration`. */
export function bandList(band: string): CustomerList {
  return { who: { id: 'value-concentration', at: { row: band, column: 'customers' }, input: 'customers' }, filter: {} };
}

/** Of the best tenth those who have been silent for more than some days. */
export function silentBest(days: number): CustomerList {
  return { ...bandList('top-10'), filter: { silentOver: days } };
}

/** Customers with two orders or more by how many of them were on discount. */
export function discountList(habit: 'never' | 'some' | 'most' | 'always'): CustomerList {
  return { who: { id: 'discount-dependence', input: `discount-${habit}` }, filter: {} };
}

/** Customers each of whose orders, two or more, was on discount. */
export function alwaysOnDiscount(): CustomerList {
  return discountList('always');
}
